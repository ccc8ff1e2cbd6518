"""Of which cases somebody may take away what lies in the postbox."""

from django.db.models import Exists, OuterRef, QuerySet

from mailbox.selectors.thread import threads_visible_to
from portal.cases.models import Actor, Case
from portal.cases.selectors import cases_visible_to


def cases_to_export(actor: Actor) -> QuerySet[Case]:
    """Citizens: cases with something in the postbox that they may read, the latest first. Staff: those they see."""
    if actor.is_citizen:
        readable = threads_visible_to(actor).filter(case=OuterRef("pk"))
        return Case.objects.filter(Exists(readable)).select_related("jobcenter").order_by("-created_at", "pk")
    return cases_visible_to(actor).select_related("jobcenter")
