"""What the appointments ask of a person: to come, to choose a time, to do what was agreed."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.enums import OfferKind, OfferStatus
from appointments.models import AgreedStep
from appointments.selectors.appointment import (
    appointments_visible_to,
    coming_appointments,
    is_about,
    offers_visible_to,
)
from portal.cases.models import Actor
from portal.cases.models.todo import DayMeans, Todo
from portal.law.dates import day_of
from portal.ui.formats import format_time

FOR_ANOTHER: Final = _("Für jemanden aus Ihrem Haushalt. Verschieben und absagen können Sie ihn dort.")
AGREED_DAYS: Final = 7  # how soon each is wanted where no day says so


def appointments_todo(actor: Actor, _today: dt.date) -> Iterator[Todo]:
    """Appointments to come, offers that wait for an answer, agreed steps of the person's. Three queries."""
    yield from _coming(actor)
    yield from _offers(actor)
    yield from _agreed(actor)


def _coming(actor: Actor) -> Iterator[Todo]:
    for coming in coming_appointments(actor):
        starts = coming.period.lower
        is_own = is_about(actor, coming.person)
        yield Todo(
            title=_("Termin um %(time)s") % {"time": format_time(starts)},
            url=reverse("appointments:appointment", args=[coming.pk]),
            due=day_of(starts),
            means=DayMeans.ON,
            note=_("Es geht nicht? Verschieben oder absagen Sie ihn dort.") if is_own else FOR_ANOTHER,
        )


def _offers(actor: Actor) -> Iterator[Todo]:
    waiting = offers_visible_to(actor).filter(status=OfferStatus.OPEN, until__gt=timezone.now())
    for pk, kind, until in waiting.order_by("until").values_list("pk", "kind", "until"):
        is_earlier = kind == OfferKind.EARLIER
        yield Todo(
            title=_("Ein früherer Termin ist frei") if is_earlier else _("Eine Zeit für ein Gespräch wählen"),
            url=reverse("appointments:offer", args=[pk]),
            due=day_of(until),
            note=_("Bis %(time)s für Sie frei gehalten.") % {"time": format_time(until)},
            is_optional=is_earlier,
        )


def _agreed(actor: Actor) -> Iterator[Todo]:
    seen = appointments_visible_to(actor).order_by().values("pk")
    open_ones = AgreedStep.objects.filter(appointment__in=seen, is_for_person=True, done_at=None)
    for appointment_id, due in open_ones.values_list("appointment_id", "due"):
        yield Todo(
            title=_("Etwas erledigen, das im Gespräch vereinbart wurde"),
            url=reverse("appointments:appointment", args=[appointment_id]),
            due=due,
            days=AGREED_DAYS,
        )
