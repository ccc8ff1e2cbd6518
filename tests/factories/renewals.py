"""A household that has sent its main application, and the renewal it begins with that."""

import datetime
import io

import factory

from applications.domain.draft_answers import store_answers
from applications.models import Application, Draft, GrantPeriod
from applications.services.draft import start_draft
from applications.services.submit import submit_draft
from portal.cases.selectors import actor_for_user
from portal.documents.services import receive_document
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import CaseFactory
from tests.factories.documents import make_pdf
from tests.factories.personas import fresh

STARTS, ENDS = datetime.date(2026, 2, 1), datetime.date(2027, 1, 31)


class GrantPeriodFactory(factory.django.DjangoModelFactory):
    """February 2026 to January 2027, entered by somebody of the jobcenter."""

    class Meta:
        model = GrantPeriod

    case = factory.SubFactory(CaseFactory)
    starts_on = STARTS
    ends_on = ENDS
    entered_by = factory.SubFactory(StaffMembershipFactory, jobcenter=factory.SelfAttribute("..case.jobcenter"))


def household(answers, papers=(), user=None):
    """Somebody who has sent a main application with these answers and a file for each of the papers.

    Returns the account and the application.
    """
    user = user or UserFactory()
    draft = start_draft(actor=actor_for_user(user, purpose="own_case"), form_key="main_application")
    actor = actor_for_user(user, purpose="own_case")  # the case is there only now
    proofs = [_proof(actor, draft, kind) for kind in papers]
    stored = {**draft.answers, **fresh(answers), "evidence": {"proofs": proofs}}
    assert store_answers(draft=draft, answers=stored, slug="", at=draft.created_at)
    submit_draft(actor=actor, draft=Draft.objects.get(pk=draft.pk))
    return user, Application.objects.get(submission__draft=draft)


def filed(actor, draft, papers):
    """Put a file for each of the papers into a draft."""
    proofs = [_proof(actor, draft, kind) for kind in papers]
    stored = {**draft.answers, "evidence": {"proofs": proofs}}
    assert store_answers(draft=draft, answers=stored, slug="", at=draft.created_at)


def renewal_of(user):
    """The renewal this person begins."""
    return start_draft(actor=actor_for_user(user, purpose="own_case"), form_key="renewal")


def _proof(actor, draft, kind):
    """The line of a paper (`LEASE`, `UVG_NOTICE:c1`) with its file, as the page of papers keeps it."""
    name, _, about = kind.partition(":")
    file = io.BytesIO(make_pdf())
    document = receive_document(actor=actor, case=draft.case, person=draft.person, upload=file, name=f"{name}.pdf")
    return {"id": kind, "class": name, "about": about or None, "item": None, "documents": [str(document.pk)]}
