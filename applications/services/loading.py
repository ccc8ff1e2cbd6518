"""Load what the first page of a form would otherwise wait for."""

from django.utils import timezone

from applications.catalogue.compose import current_forms
from applications.claim.builders import build_claim
from applications.plausibility.registry import default_registry
from portal.law.dates import day_of
from portal.law.parameter import whole


def load_forms_and_rules() -> None:
    """Load every form with its builder, the claim, the rules and the figures of the law, once in a process.

    Asks the database nothing.
    """
    now = timezone.now()
    whole("retention.unsubmitted_draft_days", day_of(now))  # any figure: all are read at once
    for form in current_forms():
        build_claim(form, {}, received_at=now)
    default_registry()
