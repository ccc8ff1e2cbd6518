"""What an office offers: services, rooms, and when who has time."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.enums import Channel, ExceptionKind, ServiceKind, VideoProvider
from portal.crypto.models import EncryptedTextField


def every_channel() -> list[str]:
    """Default of channels: all of them."""
    return list(Channel.values)


class Service(models.Model):
    """A kind of conversation that people can have, with how long it takes and who does it.

    ``minutes`` is what is booked, ``gap_minutes`` stay free after it. A slot can be booked from ``notice_hours`` ahead
    up to ``horizon_days`` ahead. ``is_bookable``: people book a free time themselves; ``can_be_asked_for``: they say
    when they could and staff propose. A drop-in service has neither: its page says when the doors are open.
    Without ``teams`` every team of the jobcenter does it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    jobcenter = models.ForeignKey(
        "accounts.Jobcenter", on_delete=models.CASCADE, related_name="services", verbose_name=_("Jobcenter")
    )
    kind = models.CharField(_("Art"), max_length=12, choices=ServiceKind)
    name = models.CharField(_("Name"), max_length=120)
    description = models.TextField(_("Worum es geht"), max_length=600, blank=True, default="")
    bring = models.TextField(_("Bitte mitbringen"), max_length=600, blank=True, default="")
    minutes = models.PositiveSmallIntegerField(
        _("Dauer in Minuten"), default=30, validators=[MinValueValidator(5), MaxValueValidator(240)]
    )
    gap_minutes = models.PositiveSmallIntegerField(
        _("Pause danach in Minuten"), default=0, validators=[MaxValueValidator(120)]
    )
    notice_hours = models.PositiveSmallIntegerField(_("frühestens in … Stunden"), default=24)
    horizon_days = models.PositiveSmallIntegerField(
        _("höchstens … Tage voraus"), default=90, validators=[MaxValueValidator(366)]
    )
    channels = ArrayField(
        models.CharField(max_length=10, choices=Channel), verbose_name=_("Wege"), default=every_channel
    )
    teams = models.ManyToManyField("accounts.Team", blank=True, related_name="services", verbose_name=_("Teams"))
    is_bookable = models.BooleanField(_("Menschen buchen selbst"), default=True)
    can_be_asked_for = models.BooleanField(_("Menschen können Zeiten wünschen"), default=True)
    is_active = models.BooleanField(_("wird angeboten"), default=True)

    class Meta:
        """By name."""

        verbose_name = _("Anliegen")
        verbose_name_plural = _("Anliegen")
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=["jobcenter", "name"], name="service_name_once_per_jobcenter"),
            models.CheckConstraint(condition=Q(minutes__gte=5, minutes__lte=240), name="service_has_sane_length"),
        ]

    def __str__(self) -> str:
        return self.name


class Room(models.Model):
    """A room of an office. ``way``: how one finds it, in plain words."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    office = models.ForeignKey(
        "accounts.Office", on_delete=models.CASCADE, related_name="rooms", verbose_name=_("Standort")
    )
    name = models.CharField(_("Name"), max_length=80)
    way = models.CharField(_("Weg dorthin"), max_length=200, blank=True, default="")
    is_step_free = models.BooleanField(_("ohne Stufen erreichbar"), default=False)
    is_quiet = models.BooleanField(_("ruhig"), default=False)
    is_active = models.BooleanField(_("wird benutzt"), default=True)

    class Meta:
        """By name."""

        verbose_name = _("Raum")
        verbose_name_plural = _("Räume")
        ordering = ("name",)
        constraints = [models.UniqueConstraint(fields=["office", "name"], name="room_name_once_per_office")]

    def __str__(self) -> str:
        return self.name


class OpeningRule(models.Model):
    """When a member of staff has time for appointments, week by week (RFC 5545 ``FREQ=WEEKLY``), in local time.

    ``weekdays``: Monday is 0. ``every_weeks``: 2 is every other week, counted from the week of ``first_day``.
    ``languages``: what can be spoken without an interpreter (codes of `portal.cases.enums.Language`). Without
    ``services`` all that the person's team does. Without ``room`` it is the person's own desk in ``office``.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    membership = models.ForeignKey(
        "accounts.StaffMembership",
        on_delete=models.CASCADE,
        related_name="opening_rules",
        verbose_name=_("wer Zeit hat"),
    )
    weekdays = ArrayField(models.PositiveSmallIntegerField(), verbose_name=_("Wochentage"))
    every_weeks = models.PositiveSmallIntegerField(
        _("alle … Wochen"), default=1, validators=[MinValueValidator(1), MaxValueValidator(8)]
    )
    starts = models.TimeField(_("von"))
    ends = models.TimeField(_("bis"))
    first_day = models.DateField(_("gilt ab"), default=timezone.localdate)
    last_day = models.DateField(_("gilt bis"), null=True, blank=True)
    channels = ArrayField(
        models.CharField(max_length=10, choices=Channel), verbose_name=_("Wege"), default=every_channel
    )
    languages = ArrayField(models.CharField(max_length=10), verbose_name=_("Sprachen"), default=list, blank=True)
    services = models.ManyToManyField(Service, blank=True, related_name="opening_rules", verbose_name=_("Anliegen"))
    office = models.ForeignKey(
        "accounts.Office",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("Standort"),
    )
    room = models.ForeignKey(
        Room, null=True, blank=True, on_delete=models.SET_NULL, related_name="opening_rules", verbose_name=_("Raum")
    )

    class Meta:
        """Earliest in the day first."""

        verbose_name = _("Sprechzeit")
        verbose_name_plural = _("Sprechzeiten")
        ordering = ("starts", "pk")
        constraints = [
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="opening_rule_ends_after_its_start"),
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
                name="opening_rule_last_day_after_first",
            ),
        ]


class CalendarException(models.Model):
    """A time at which somebody has no appointments although the pattern says so, or some although it does not.

    Whole days away are an `Absence`; holidays need no row. ``note`` is for colleagues and names no reason of health.
    An additional time takes channels, languages and place of ``like``.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    membership = models.ForeignKey(
        "accounts.StaffMembership",
        on_delete=models.CASCADE,
        related_name="calendar_exceptions",
        verbose_name=_("für wen"),
    )
    kind = models.CharField(_("Art"), max_length=6, choices=ExceptionKind, default=ExceptionKind.CLOSED)
    period = DateTimeRangeField(_("Zeitraum"))
    like = models.ForeignKey(
        OpeningRule, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("wie Sprechzeit")
    )
    note = models.CharField(_("Vermerk"), max_length=120, blank=True, default="")

    class Meta:
        """Earliest first; two of one kind do not overlap."""

        verbose_name = _("Ausnahme von den Sprechzeiten")
        verbose_name_plural = _("Ausnahmen von den Sprechzeiten")
        ordering = ("period",)
        constraints = [
            ExclusionConstraint(
                name="calendar_exception_once",
                expressions=[
                    ("membership", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    ("period", RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(kind=ExceptionKind.CLOSED) | Q(like__isnull=False), name="calendar_exception_open_like_rule"
            ),
        ]


class AppointmentSettings(models.Model):
    """What holds for all appointments of one jobcenter. Without a row nothing of video is offered.

    ``video_url``: address with the placeholders ``{room}``, ``{token}``, ``{name}``. ``video_secret`` signs; it is
    shown to nobody.
    """

    jobcenter = models.OneToOneField(
        "accounts.Jobcenter",
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="appointment_settings",
        verbose_name=_("Jobcenter"),
    )
    video_provider = models.CharField(
        _("Video-Dienst"), max_length=14, choices=VideoProvider, blank=True, default=VideoProvider.NONE
    )
    video_url = models.CharField(_("Adresse der Räume"), max_length=400, blank=True, default="")
    video_secret = EncryptedTextField(_("Schlüssel des Video-Dienstes"), blank=True, default="")
    video_app_id = models.CharField(_("Kennung beim Video-Dienst"), max_length=80, blank=True, default="")
    travel_costs = models.TextField(
        _("Hinweis zu Fahrkosten"),
        max_length=600,
        blank=True,
        default="",
        help_text=_("§ 309 Abs. 4 SGB III. Leer: allgemeiner Hinweis"),
    )

    class Meta:
        """One row for each jobcenter."""

        verbose_name = _("Einstellungen der Termine")
        verbose_name_plural = _("Einstellungen der Termine")
