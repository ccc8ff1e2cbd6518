"""All appointments of a case, its invitations and wishes; from here staff book, invite and summon."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from appointments.domain.letters import is_to_set_right
from appointments.enums import OVER, AppointmentStatus
from appointments.selectors import appointments_visible_to, offers_visible_to, wishes_visible_to
from portal.cases.enums import Shown
from portal.cases.selectors import who_would_rather_talk
from portal.cases.services import note_seen
from portal.desk.views.appointment_access import case_to_arrange
from portal.desk.views.page import desk_page
from portal.desk.views.thread_access import latest_application


@require_safe
def case_appointments(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Coming ones first, then what was, with its outcome."""
    actor, case = case_to_arrange(request, pk)
    note_seen(actor=actor, case_id=case.pk, shown=[Shown.APPOINTMENTS])
    agreed = (
        appointments_visible_to(actor)
        .filter(case=case)
        .exclude(status__in=[AppointmentStatus.HELD, AppointmentStatus.OFFERED])
    )
    found = list(agreed.prefetch_related("summonses"))
    now = timezone.now()
    coming = [each for each in found if each.status == AppointmentStatus.BOOKED and each.period.upper > now]
    past = [each for each in reversed(found) if each not in coming]
    context = {
        "case": case,
        "latest": latest_application(actor, case.pk),
        "coming": coming,
        "past": past,
        "to_set_right": [each for each in found if is_to_set_right(each)],
        "over": OVER,
        "offers": list(offers_visible_to(actor).filter(case=case)),
        "wishes": list(wishes_visible_to(actor).filter(case=case).order_by("-created_at")),
        "persons": list(case.persons.all()),
        "rather_talk": who_would_rather_talk(actor, case.pk),
    }
    return desk_page(request, "desk/case_appointments.html", title=_("Termine"), context=context)
