"""Reads of appointments. Every read starts from what the actor may see."""

from django.db.models import F, Func, Q, QuerySet
from django.utils import timezone

from appointments.enums import AppointmentStatus
from appointments.models import Appointment, Offer, Wish
from appointments.selectors.by_link import is_by_link
from portal.cases.enums import Scope
from portal.cases.models import Actor, Person
from portal.cases.selectors import cases_visible_to, own_persons, own_post_of


def of_persons_visible_to(actor: Actor) -> Q:
    """The filter on rows with ``case`` and ``person`` that the actor may see; everything here starts from it.

    Claimants, helpers and guests: of cases for which they may use appointments, but for persons who want own post;
    they and who represents them by right see theirs. A member of the household sees their own: whoever is asked to
    come has to know it. Staff: of the cases they see. Who has come in by the link of one appointment: nothing here,
    see below.
    """
    if is_by_link(actor):
        return Q(pk__in=[])
    if not actor.is_citizen:
        return Q(case__in=cases_visible_to(actor))
    shared = Q(case_id__in=actor.case_ids_with(Scope.APPOINTMENTS), person__wants_own_post_since__isnull=True)
    return shared | own_post_of(actor, Scope.APPOINTMENTS)


def is_about(actor: Actor, person: Person) -> bool:
    """Whether this is whom one expects on the actor's pages: oneself, or whom one acts for. It needs no name then."""
    if actor.acting_for is not None and actor.acting_for.person_id is not None:
        return person.pk == actor.acting_for.person_id
    if actor.acting_for is None and actor.user_id is not None:
        return person.user_id == actor.user_id
    return person.is_applicant


def appointments_visible_to(actor: Actor) -> QuerySet[Appointment]:
    """Return the appointments ``actor`` may see, with service, office, room and who they are with; earliest first.

    Times that were held and released again are nobody's business and left out. A link shows its one appointment.
    """
    which = Q(pk=actor.key) if is_by_link(actor) else of_persons_visible_to(actor)
    seen = Appointment.objects.filter(which).exclude(status=AppointmentStatus.RELEASED)
    return seen.select_related("case", "person", "service", "office", "room", "membership__team")


def coming_appointments(actor: Actor) -> QuerySet[Appointment]:
    """Of these the ones that are agreed and not over yet."""
    later = Func(F("period"), function="upper")
    booked = appointments_visible_to(actor).filter(status=AppointmentStatus.BOOKED)
    return booked.annotate(ends_at=later).filter(ends_at__gt=timezone.now())


def wishes_visible_to(actor: Actor) -> QuerySet[Wish]:
    """Return the wishes for appointments and calls ``actor`` may see, who waits longest first."""
    return Wish.objects.filter(of_persons_visible_to(actor)).select_related("case", "person", "service", "submission")


def offers_visible_to(actor: Actor) -> QuerySet[Offer]:
    """Return the offers of times ``actor`` may see, newest first. A link shows earlier times for its appointment."""
    which = Q(replaces_id=actor.key) if is_by_link(actor) else of_persons_visible_to(actor)
    return Offer.objects.filter(which).select_related("case", "person", "service", "wish")


def persons_with_calendar(actor: Actor) -> QuerySet[Person]:
    """Return the persons the actor is, in each of their cases, with the settings of their calendar.

    Nobody for who acts for somebody else.
    """
    if actor.acting_for is not None or not actor.is_citizen:
        return Person.objects.none()
    if actor.user_id is None:
        cases = actor.case_ids_with(Scope.APPOINTMENTS)
        mine = Person.objects.filter(case_id__in=cases, is_applicant=True, user__isnull=True)
    else:
        mine = own_persons(actor)
    return mine.select_related("case__jobcenter", "calendar_settings").order_by("created_at", "pk")
