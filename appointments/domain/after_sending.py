"""Help in person, by phone or video right after an application was sent ("Lotse"), and the first talk it is not."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.enums import AppointmentStatus, Channel, OfferStatus, ServiceKind
from appointments.models import Appointment, Offer, Service
from appointments.permissions import may_arrange
from appointments.selectors import has_video
from portal.cases.models import Actor, Case, Person
from portal.cases.models.after_sending import HelpAfterSending, Invited, Way
from portal.cases.selectors import responsible_for

TITLE = gettext_lazy("Möchten Sie Hilfe mit Ihrem Antrag?")
HELP = gettext_lazy(
    "Wir gehen den Antrag mit Ihnen durch, erklären Briefe und sehen nach, was noch fehlt. Das kostet nichts."
)
NOT_INSTEAD = gettext_lazy(
    "Diese Hilfe ersetzt nicht das erste Gespräch im Jobcenter. Dieses Gespräch führen wir persönlich vor Ort "
    "(§ 15 Abs. 4 SGB II). Eine Ausnahme kann nur Ihr Jobcenter machen. Sagen Sie uns, wenn Sie nicht kommen können."
)
NO_INVITATION = gettext_lazy(
    "Zum ersten Gespräch laden wir Sie noch ein. Die Einladung finden Sie dann auf dieser Seite und in Ihrem Postfach."
)
_LABELS = {
    Channel.IN_PERSON: gettext_lazy("Hilfe persönlich im Jobcenter"),
    Channel.PHONE: gettext_lazy("Hilfe am Telefon"),
    Channel.VIDEO: gettext_lazy("Hilfe per Video"),
}


def help_with_application(actor: Actor, case: Case, person: Person) -> HelpAfterSending | None:
    """Offer the ways that the person's office has, for who may arrange appointments for them; None for all others.

    At most nine SQL.
    """
    if not actor.is_citizen or not may_arrange(actor, case, person):
        return None
    who = responsible_for(case)
    invited = tuple(_invited(person))
    return HelpAfterSending(
        title=TITLE,
        words=(HELP,),
        ways=tuple(_ways(case)),
        not_instead=(NOT_INSTEAD,),
        invited=invited,
        no_invitation="" if invited else NO_INVITATION,
        who=(who.team or who.jobcenter) if who else "",
        phone=who.phone if who else "",
        phone_uri=who.phone_uri if who else "",
    )


def _ways(case: Case) -> Iterator[Way]:
    """Each way of the service that helps with applications; without one a wish on any way, and a call."""
    service = None
    if case.jobcenter_id is not None:
        helps = Service.objects.filter(jobcenter_id=case.jobcenter_id, kind=ServiceKind.PORTAL_HELP, is_active=True)
        service = helps.first()
    offers_video = has_video(case)
    for channel in Channel:
        offered = service is None or channel in service.channels
        if offered and (channel is not Channel.VIDEO or offers_video):
            yield Way(label=_LABELS[channel], url=_address(service, channel))
    yield Way(label=_("Wir rufen Sie an"), url=reverse("appointments:callback"))


def _address(service: Service | None, channel: Channel) -> str:
    """To the free times where people book themselves, else to the wish; the way is chosen."""
    query = {"weg": channel.value}
    if service is None:
        return f"{reverse('appointments:wish')}?{urlencode(query)}"
    if service.is_bookable:
        return f"{reverse('appointments:pick', args=[service.pk])}?{urlencode(query)}"
    return f"{reverse('appointments:wish')}?{urlencode({**query, 'anliegen': str(service.pk)})}"


def _invited(person: Person) -> Iterator[Invited]:
    """The first talk: agreed, or offered and not answered yet."""
    booked = Appointment.objects.filter(
        person=person, service__kind=ServiceKind.FIRST_TALK, status=AppointmentStatus.BOOKED
    )
    for appointment in booked.order_by("period"):
        url = reverse("appointments:appointment", args=[appointment.pk])
        yield Invited(label=_("Ihr erstes Gespräch im Jobcenter"), url=url, starts=appointment.period.lower)
    offers = Offer.objects.filter(person=person, service__kind=ServiceKind.FIRST_TALK, status=OfferStatus.OPEN)
    for offer in offers:
        url = reverse("appointments:offer", args=[offer.pk])
        yield Invited(label=_("Ihre Einladung zum ersten Gespräch: Zeit auswählen"), url=url)
