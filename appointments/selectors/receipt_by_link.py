"""The receipt that who has come in by link may have: that of the last deed, when it was done with a link."""

from appointments.models import Appointment
from appointments.selectors.by_link import is_by_link
from portal.cases.models import Actor
from portal.submissions.models import Submission


def receipt_by_link(actor: Actor, appointment: Appointment) -> Submission | None:
    """Return what was handed in last about this appointment, if it was with a link; else None. At most one SQL.

    Every deed with a link ends the former link, so whoever holds the present one has done it, or has the person's own
    calendar. What the person has handed in by signing in stays behind the sign-in.
    """
    if not is_by_link(actor) or actor.key != str(appointment.pk):
        return None
    given = appointment.steps.filter(submission__isnull=False).select_related("submission__receipt__confirmation")
    last = given.select_related("submission__case").order_by("-at", "-pk").first()
    return last.submission if last is not None and last.is_by_link else None
