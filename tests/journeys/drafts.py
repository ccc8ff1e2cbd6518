"""Drafts that are filled in already, for journeys about something else than typing."""

from applications.domain.draft_answers import store_answers
from applications.models import Draft
from applications.services.draft import start_draft
from portal.accounts.models import User
from portal.cases.selectors import actor_for_user
from tests.factories.personas import fresh

CLAIMANT = "miriam.sander@example.org"  # of the demo data
FORM = "main_application"


def filled_draft(user, answers):
    """A draft of the main application with these answers, without anything else. Returns it."""
    return store(start_draft(actor=actor_for_user(user, purpose="own_case"), form_key=FORM), answers)


def store(draft, answers):
    """The draft with these answers beside its own."""
    assert store_answers(draft=draft, answers={**draft.answers, **fresh(answers)}, slug="", at=draft.created_at)
    return Draft.objects.get(pk=draft.pk)


def claimant_with(visit, answers, **options):
    """The claimant of the demo, signed in, and her draft with these answers."""
    user = User.objects.get(email=CLAIMANT)
    visitor = visit(**options)
    visitor.enter_as(user)
    return visitor, filled_draft(user, answers)


def path_of(draft, page=""):
    """Address of a page of the draft; the task list without a page."""
    return f"/antrag/{draft.pk}/{page and page + '/'}"
