"""Invented cases, persons and standings, and the actors that go with them."""

import datetime
import uuid
from zoneinfo import ZoneInfo

import factory
from django.utils import timezone

from portal.cases.domain.access_code import birth_date_index, code_index
from portal.cases.domain.access_letter import VALID_FOR
from portal.cases.enums import ALL_SCOPES, CaseStatus, IdentityDocument, StandingKind
from portal.cases.models import AccessLetter, Actor, Case, Person, Standing
from portal.cases.selectors import actor_acting_for, actor_for_staff, actor_for_user
from tests.factories.accounts import JobcenterFactory, OrganisationFactory, StaffMembershipFactory, UserFactory

OPENED_AT = datetime.datetime(2026, 11, 2, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))


class CaseFactory(factory.django.DjangoModelFactory):
    """An open case of a jobcenter; traits ``prospective``, ``clearing``, ``closed``."""

    class Meta:
        model = Case

    jobcenter = factory.SubFactory(JobcenterFactory)
    status = CaseStatus.OPEN
    opened_at = OPENED_AT

    class Params:
        prospective = factory.Trait(jobcenter=None, status=CaseStatus.PROSPECTIVE, opened_at=None)
        clearing = factory.Trait(jobcenter=None)
        closed = factory.Trait(
            status=CaseStatus.CLOSED, closed_at=datetime.datetime(2026, 11, 20, 12, 0, tzinfo=datetime.UTC)
        )


class PersonFactory(factory.django.DjangoModelFactory):
    """The applicant of an open case, with an account; trait ``member`` for somebody else in it, without one."""

    class Meta:
        model = Person

    case = factory.SubFactory(CaseFactory)
    user = factory.SubFactory(UserFactory)
    is_applicant = True
    name = "Miriam Sander"

    class Params:
        member = factory.Trait(user=None, is_applicant=False, name="Ida Sander")


class StandingFactory(factory.django.DjangoModelFactory):
    """The applicant's own standing with all scopes; traits ``helper`` and ``adviser`` (an
    organisation) for somebody else who may fill in and upload, ``guest`` for a person without an account."""

    class Meta:
        model = Standing

    person = factory.SubFactory(PersonFactory)
    case = factory.SelfAttribute("person.case")
    user = factory.SelfAttribute("person.user")
    kind = StandingKind.OWN
    scopes = factory.LazyFunction(lambda: sorted(ALL_SCOPES))
    valid_from = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)

    class Params:
        helper = factory.Trait(
            kind=StandingKind.HELPER, user=factory.SubFactory(UserFactory), scopes=["fill_in", "upload"]
        )
        adviser = factory.Trait(
            kind=StandingKind.ADVISER,
            user=None,
            organisation=factory.SubFactory(OrganisationFactory),
            scopes=["fill_in", "upload"],
        )
        guest = factory.Trait(
            person=factory.SubFactory(PersonFactory, user=None),
            user=None,
            guest_key_hash=factory.Sequence(lambda n: f"{n:064x}"),
        )


LETTER_CODE = "7KQ492FDXM3PTRB8"
BIRTH_DATE = datetime.date(1997, 1, 25)


class AccessLetterFactory(factory.django.DjangoModelFactory):
    """A letter printed this moment for somebody born on ``BIRTH_DATE``; ``code`` stands on it."""

    class Meta:
        model = AccessLetter

    class Params:
        code = LETTER_CODE
        born = BIRTH_DATE

    id = factory.LazyFunction(uuid.uuid4)
    person = factory.SubFactory(PersonFactory)
    case = factory.SelfAttribute("person.case")
    code_index = factory.LazyAttribute(lambda letter: code_index(letter.code))
    birth_date_index = factory.LazyAttribute(lambda letter: birth_date_index(letter.id, letter.born))
    identity_document = IdentityDocument.IDENTITY_CARD
    printed_by = factory.SubFactory(StaffMembershipFactory, jobcenter=factory.SelfAttribute("..case.jobcenter"))
    printed_at = factory.LazyFunction(timezone.now)
    expires_at = factory.LazyAttribute(lambda letter: letter.printed_at + VALID_FOR)


def claimant_actor(case: Case, *, purpose: str = "test") -> Actor:
    """The applicant of the case as an actor; person, account and own standing are made if missing."""
    person = Person.objects.filter(case=case, is_applicant=True).first() or PersonFactory(case=case)
    if person.user is None:
        person.user = UserFactory()
        person.save()
    if not Standing.objects.own().filter(case=case, user=person.user).exists():
        StandingFactory(person=person)
    return actor_for_user(person.user, purpose=purpose)


def helper_actor(standing: Standing, *, purpose: str = "test") -> Actor:
    """Who holds this standing, while acting for the person; fails for one that does not hold now."""
    actor = actor_acting_for(standing.user, standing.case_id, purpose=purpose)
    assert actor is not None
    return actor


def staff_actor(membership, *, purpose: str = "test") -> Actor:
    """The member of staff as an actor; fails for a membership that does not hold today."""
    actor = actor_for_staff(membership.user, purpose=purpose)
    assert actor is not None
    return actor
