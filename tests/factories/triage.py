"""Invented applications on a caseworker's desk, registered like any other."""

import datetime

import factory

from applications.catalogue.main_application import FORM
from applications.claim.model import Claim
from applications.domain.application import register_application
from applications.domain.draft import Course
from applications.enums import Severity, WaitsFor
from applications.models import Application, Finding, Withdrawal
from portal.cases.models import Person, system_actor
from portal.cases.services import PersonDetails, name_persons
from tests.factories.cases import CaseFactory
from tests.factories.claims import build_p02
from tests.factories.submissions import RECEIVED_AT, SubmissionFactory


class ApplicationFactory(factory.Factory):
    """An application of Miriam Sander (persona P02) that has just come in; ``claim`` and ``received_at`` may differ.

    ``name`` and ``birth_date`` go into the person index as they do at sending.
    """

    class Meta:
        model = Application

    case = factory.SubFactory(CaseFactory)
    claim = factory.LazyFunction(build_p02)
    name = "Miriam Sander"
    birth_date = datetime.date(1997, 1, 25)
    received_at = RECEIVED_AT
    answers = factory.LazyFunction(dict)

    @classmethod
    def _create(cls, _model, *, case, claim: Claim, name, birth_date, received_at, answers, **fields):
        submission = SubmissionFactory(case=case, data=claim.model_dump(mode="json"), received_at=received_at, **fields)
        person = Person.objects.get(pk=submission.person_id)
        details = PersonDetails(name=name, birth_date=birth_date, phone="01234 567")
        name_persons(actor=system_actor("test"), case=case, details={person: details})
        return register_application(
            submission=submission, case=case, person=person, claim=claim, course=Course(FORM, answers), at=received_at
        )


class WithdrawalFactory(factory.django.DjangoModelFactory):
    """The word of somebody under age that an application is taken back: the legal representative has to agree."""

    class Meta:
        model = Withdrawal

    application = factory.SubFactory(ApplicationFactory)
    submission = factory.SubFactory(SubmissionFactory, case=factory.SelfAttribute("..application.case"))
    waits_for = WaitsFor.REPRESENTATIVE
    at = RECEIVED_AT


class FindingFactory(factory.django.DjangoModelFactory):
    """A contradiction nobody has looked at yet, with a question the claimant may read."""

    class Meta:
        model = Finding

    application = factory.SubFactory(ApplicationFactory)
    key = factory.Sequence(lambda n: f"{n:032x}")
    rule_id = "HH-01"
    rule_version = 1
    severity = Severity.ERROR
    title = "Zahl der Personen"
    legal_basis = "§ 7 Abs. 3 SGB II"
    staff_message = factory.LazyFunction(lambda: {"msgid": "Genannt sind %(n)s Personen.", "data": {"n": "3"}})
    claimant_message = factory.LazyFunction(lambda: {"msgid": "Wie viele Personen wohnen bei Ihnen?", "data": {}})
    found_at = RECEIVED_AT
