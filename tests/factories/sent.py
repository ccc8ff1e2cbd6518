"""Forms that were filled in and sent, in the way a claimant does it."""

from applications.catalogue.compose import current_version
from applications.models import Application
from applications.services.submit import submit_draft
from tests.factories.applications import DraftFactory
from tests.factories.cases import CaseFactory, StandingFactory, claimant_actor

YOU = {"first_name": "Miriam", "last_name": "Sander", "birth_date": "1997-01-25"}
TRIP = {"leaves_on": "2026-12-07", "returns_on": "2026-12-11"}


def make_draft(form_key, answers, case=None):
    """A draft of this form, of a person without a jobcenter yet or of a case."""
    standing = StandingFactory(person__case=case or CaseFactory(prospective=True))
    stored = {"started_on": "2026-11-16", "you": YOU, **answers}
    return DraftFactory(
        standing=standing, form_key=form_key, catalogue_version=current_version(form_key), answers=stored
    )


def sent(form_key, answers, case=None):
    """The application that comes of it."""
    draft = make_draft(form_key, answers, case)
    submission = submit_draft(actor=claimant_actor(draft.case), draft=draft)
    return Application.objects.get(submission=submission)


def sent_trip(case=None, **changes):
    """A request for consent to a trip."""
    return sent("absence_request", {"absence": TRIP | changes}, case)
