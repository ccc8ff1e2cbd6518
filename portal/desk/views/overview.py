"""The first page in the morning: what is new, mine, urgent, overdue."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from applications.selectors.application import TriageFilter, triage_list, unsettled_counts, work_counts
from appointments.selectors.reassigning import without_colleague
from appointments.selectors.summons import summonses_to_post
from mailbox.selectors import to_be_posted, waiting_for_second
from portal.cases.selectors import papers_to_check
from portal.cases.services import note_list
from portal.cases.views.actor import staff_actor_of
from portal.desk.selectors.appointments import day_of, without_outcome
from portal.desk.selectors.evidence import MINE, figures
from portal.desk.selectors.postbox import postbox_counts
from portal.desk.views.page import desk_page
from portal.desk.views.representatives import ending_rows
from portal.desk.views.rows import rows_of

NEXT = 8


def overview(request: HttpRequest) -> HttpResponse:
    """Show the figures and the next applications: urgent ones of the house, and my oldest."""
    actor = staff_actor_of(request, purpose="overview")
    note_list(actor=actor)
    now = timezone.now()
    urgent = list(triage_list(actor=actor, wanted=TriageFilter(urgent=True), now=now)[:NEXT])
    mine = list(triage_list(actor=actor, wanted=TriageFilter(whose="mine"), now=now)[:NEXT])
    counts = unsettled_counts(application.pk for application in {*urgent, *mine})
    context = {
        "counts": work_counts(actor=actor, now=now),
        "urgent_rows": rows_of(urgent, counts, now),
        "my_rows": rows_of(mine, counts, now),
        "ending": ending_rows(actor),
        "actor": actor,
        "postbox": postbox_counts(actor=actor, on=timezone.localdate(now)),
        "papers": papers_to_check(actor).count(),
        "decisions_waiting": waiting_for_second(actor).count(),
        "decisions_by_post": to_be_posted(actor).count(),
        "today": timezone.localdate(now),
        "talks": day_of(actor, [actor.membership_id] if actor.membership_id else [], timezone.localdate(now)),
        "open_outcomes": without_outcome(actor).count(),
        "to_reassign": without_colleague(actor).count(),
        "summonses_by_post": summonses_to_post(actor).count(),
        "deadlines": figures(actor, MINE, timezone.localdate(now)),
    }
    return desk_page(request, "desk/overview.html", title=_("Übersicht"), context=context)
