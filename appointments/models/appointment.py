"""One appointment: a time of somebody at the office for a person of a case."""

import uuid
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from appointments.enums import (
    OCCUPYING,
    PERSON_OCCUPYING,
    AppointmentStatus,
    Change,
    Channel,
    Coming,
    Origin,
    ParticipantKind,
    ReminderKind,
)
from appointments.models.offering import Room, Service
from appointments.models.times import Times
from appointments.models.wish import Offer
from portal.crypto.models import EncryptedJSONField, EncryptedTextField

if TYPE_CHECKING:
    from appointments.models.summons import Summons


def _never_twice(name: str, what: str, statuses: tuple[AppointmentStatus, ...]) -> ExclusionConstraint:
    """The database itself refuses two of them at the same time (SQLSTATE 23P01)."""
    return ExclusionConstraint(
        name=name,
        expressions=[(what, RangeOperators.EQUAL), ("occupied", RangeOperators.OVERLAPS)],
        condition=Q(status__in=[str(status) for status in statuses]),
    )


class Appointment(models.Model):
    """A time of one member of staff, in a room or on another way, for one person.

    ``period`` is what was agreed, ``occupied`` the same with the pause after it; both half open. Held (while somebody
    fills in the page) and offered ones keep the time until ``held_until`` and are released then. ``offer``: the offer
    it is one of the times of. ``topic`` and ``needs`` are what the person has said; ``needs``: ``{"needs": [Need],
    "language": Language, "words": str}``. ``is_confidential``: nobody is notified of it. ``phone`` is whom to call.
    ``sequence`` counts changes of time, place and status (RFC 5545, 3.8.7.4). ``link_version``: raising it ends all
    links. ``room_key`` names the room of the video service, it says nothing. ``ended_reason`` is why it was cancelled
    or missed, in the person's words; ``proof_ids`` are documents to it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="appointments", verbose_name=_("Fall")
    )
    person = models.ForeignKey(
        "cases.Person", on_delete=models.PROTECT, related_name="appointments", verbose_name=_("Person")
    )
    service = models.ForeignKey(
        Service, on_delete=models.PROTECT, related_name="appointments", verbose_name=_("Anliegen")
    )
    membership = models.ForeignKey(
        "accounts.StaffMembership", on_delete=models.PROTECT, related_name="appointments", verbose_name=_("mit")
    )
    office = models.ForeignKey(
        "accounts.Office", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("Standort")
    )
    room = models.ForeignKey(
        Room, null=True, blank=True, on_delete=models.PROTECT, related_name="appointments", verbose_name=_("Raum")
    )
    offer = models.ForeignKey(
        Offer, null=True, blank=True, on_delete=models.PROTECT, related_name="appointments", verbose_name=_("Angebot")
    )
    channel = models.CharField(_("Weg"), max_length=10, choices=Channel, default=Channel.IN_PERSON)
    origin = models.CharField(_("Zustandekommen"), max_length=10, choices=Origin, default=Origin.BOOKED)
    status = models.CharField(_("Stand"), max_length=10, choices=AppointmentStatus, default=AppointmentStatus.HELD)
    period: "models.Field[Any, Times]" = DateTimeRangeField(_("Zeit"))  # type: ignore[assignment] # never without ends
    occupied = DateTimeRangeField(_("belegt"))
    held_until = models.DateTimeField(_("reserviert bis"), null=True, blank=True)
    topic = EncryptedTextField(_("worum es geht"), blank=True, default="")
    needs = EncryptedJSONField(_("was gebraucht wird"), default=dict, blank=True)
    phone = EncryptedTextField(_("Telefonnummer"), blank=True, default="")
    is_confidential = models.BooleanField(_("vertraulich: keine Benachrichtigungen"), default=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    link_version = models.PositiveIntegerField(default=1, editable=False)
    room_key = models.UUIDField(default=uuid.uuid4, editable=False)
    ended_reason = EncryptedTextField(_("Grund"), blank=True, default="")
    proofs = models.ManyToManyField("documents.Document", blank=True, related_name="+", verbose_name=_("Nachweise"))
    booked_at = models.DateTimeField(_("vereinbart am"), null=True, blank=True)
    updated_at = models.DateTimeField(_("geändert"), default=timezone.now, editable=False)
    created_at = models.DateTimeField(_("angelegt"), default=timezone.now, editable=False)

    class Meta:
        """Earliest first. Staff, room and person have one place at a time, whatever else goes wrong."""

        verbose_name = _("Termin")
        verbose_name_plural = _("Termine")
        ordering = ("period", "pk")
        indexes = [
            models.Index(fields=["case", "status"], name="appointment_in_case"),
            models.Index(
                fields=["held_until"],
                condition=Q(status__in=[str(AppointmentStatus.HELD), str(AppointmentStatus.OFFERED)]),
                name="appointment_held_until",
            ),
            models.Index(
                Func(F("period"), function="lower"),
                condition=Q(status=str(AppointmentStatus.BOOKED)),
                name="appointment_booked_begins",
            ),
        ]
        constraints = [
            _never_twice("appointment_staff_once", "membership", OCCUPYING),
            _never_twice("appointment_room_once", "room", OCCUPYING),
            _never_twice("appointment_person_once", "person", PERSON_OCCUPYING),
            models.CheckConstraint(condition=Q(status__in=AppointmentStatus.values), name="appointment_status_known"),
            models.CheckConstraint(
                condition=~Q(status__in=[str(AppointmentStatus.HELD), str(AppointmentStatus.OFFERED)])
                | Q(held_until__isnull=False),
                name="appointment_tentative_has_end",
            ),
            models.CheckConstraint(
                condition=Q(period__isempty=False, occupied__contains=F("period")), name="appointment_occupies_its_time"
            ),
        ]

    @cached_property
    def summons(self) -> "Summons | None":
        """The letter that counts: the last one about it; None where nobody was summoned. No SQL once they are read."""
        letters = list(self.summonses.all())
        replaced = {letter.replaces_id for letter in letters}
        return next((letter for letter in letters if letter.pk not in replaced), None)


class AppointmentStep(models.Model):
    """History of an appointment: one row per step, never altered.

    ``period`` is the time it had before. ``reason`` in the words of whoever took the step. ``submission`` is the
    person's receipt for it. ``is_by_link``: taken with the signed link, without signing in.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="steps")
    change = models.CharField(max_length=10, choices=Change)
    from_status = models.CharField(max_length=10, choices=AppointmentStatus)
    to_status = models.CharField(max_length=10, choices=AppointmentStatus)
    period: "models.Field[Any, Times]" = DateTimeRangeField()  # type: ignore[assignment] # as above
    at = models.DateTimeField(default=timezone.now)
    actor_role = models.CharField(max_length=16)
    membership = models.ForeignKey("accounts.StaffMembership", on_delete=models.PROTECT, null=True, related_name="+")
    reason = EncryptedTextField(blank=True, default="")
    submission = models.ForeignKey("submissions.Submission", on_delete=models.PROTECT, null=True, related_name="+")
    is_by_link = models.BooleanField(default=False)

    class Meta:
        """Oldest first."""

        ordering = ("at", "pk")


class Participant(models.Model):
    """Somebody who comes along, with a link of their own and no account. They see time, place and way, nothing else.

    ``link_version``: raising it ends the link. ``name`` is what the person or staff wrote.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="participants")
    kind = models.CharField(_("Rolle"), max_length=12, choices=ParticipantKind, default=ParticipantKind.COMPANION)
    name = EncryptedTextField(_("Name"))
    coming = models.CharField(_("Antwort"), max_length=4, choices=Coming, default=Coming.OPEN)
    answered_at = models.DateTimeField(_("geantwortet"), null=True, blank=True)
    link_version = models.PositiveIntegerField(default=1, editable=False)
    removed_at = models.DateTimeField(_("ausgeladen"), null=True, blank=True)
    added_by_office = models.BooleanField(_("vom Jobcenter eingeladen"), default=False)
    created_at = models.DateTimeField(_("eingeladen"), default=timezone.now, editable=False)

    class Meta:
        """Oldest first."""

        verbose_name = _("Begleitung bei einem Termin")
        verbose_name_plural = _("Begleitungen bei Terminen")
        ordering = ("created_at", "pk")


class AgreedStep(models.Model):
    """What was agreed in a conversation and comes next; the person reads it. ``due`` is a local date.

    ``told_at``: since when the person has it in the postbox, together with what else was written down then.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="agreed_steps")
    text = EncryptedTextField(_("Was vereinbart wurde"))
    link = EncryptedTextField(_("Internetadresse"), blank=True, default="")
    is_for_person = models.BooleanField(_("macht die Person (sonst das Jobcenter)"), default=True)
    due = models.DateField(_("bis"), null=True, blank=True)
    done_at = models.DateTimeField(_("erledigt"), null=True, blank=True)
    told_at = models.DateTimeField(_("mitgeteilt"), null=True, blank=True)
    created_at = models.DateTimeField(_("eingetragen"), default=timezone.now, editable=False)

    class Meta:
        """In the order of writing."""

        verbose_name = _("vereinbarter Schritt")
        verbose_name_plural = _("vereinbarte Schritte")
        ordering = ("created_at", "pk")
        indexes = [models.Index(fields=["created_at"], condition=Q(told_at=None), name="agreed_step_to_tell")]


class Reminder(models.Model):
    """That somebody was reminded of an appointment as it stood at ``sequence``: each kind once."""

    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="reminders")
    kind = models.CharField(max_length=5, choices=ReminderKind)
    sequence = models.PositiveIntegerField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Once for each time that was agreed."""

        constraints = [
            models.UniqueConstraint(fields=["appointment", "kind", "sequence"], name="reminder_once_for_each_time")
        ]


class WaitingEntry(models.Model):
    """The wish to have an appointment earlier. At most three offers, one at a time, each held two hours."""

    appointment = models.OneToOneField(
        Appointment, primary_key=True, on_delete=models.CASCADE, related_name="waiting_entry"
    )
    offers_made = models.PositiveSmallIntegerField(default=0)
    since = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Who waits longest comes first."""

        verbose_name = _("Warteliste")
        verbose_name_plural = _("Wartelisten")
        ordering = ("since",)


class CalendarSettings(models.Model):
    """How a person wants appointments in a calendar of their own.

    ``feed_key_hash``: SHA-256 (hex) of the secret in the feed's address; "" is none. Without ``shows_details`` entries
    say "Termin" and nothing else. ``mails_invitations``: they want a calendar file by e-mail for each change.
    """

    person = models.OneToOneField(
        "cases.Person", primary_key=True, on_delete=models.CASCADE, related_name="calendar_settings"
    )
    feed_key_hash = models.CharField(max_length=64, blank=True, default="", db_index=True)
    shows_details = models.BooleanField(_("mit Ort und Anliegen"), default=False)
    mails_invitations = models.BooleanField(_("Kalendereinträge per E-Mail"), default=False)
    fetched_at = models.DateTimeField(null=True, blank=True)
    updated_at = models.DateTimeField(auto_now=True)
