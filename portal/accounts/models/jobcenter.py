"""Jobcenters with their offices, teams and the postcodes they are responsible for (§ 36 SGB II)."""

import uuid

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.accounts.enums import JobcenterKind, Land

validate_postcode = RegexValidator(r"^[0-9]{5}$", _("Eine Postleitzahl hat fünf Ziffern, zum Beispiel 00115."))


class Jobcenter(models.Model):
    """One jobcenter: the tenant everything belongs to.

    ``legal_texts``: ``{"imprint": str, "privacy": str, "data_protection_officer": str}``, plain text with blank lines
    between paragraphs. ``housing_limits``: adequate gross cold rent in EUR a month by number of persons,
    ``{"1": "450.00", …, "further": "105.00"}`` (§ 22 (1) SGB II; "further" is added per person above the highest one).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("Name"), max_length=120, unique=True)
    slug = models.SlugField(_("Kurzname"), unique=True)
    kind = models.CharField(_("Organisationsform"), max_length=12, choices=JobcenterKind, default=JobcenterKind.JOINT)
    land = models.CharField(
        _("Land"),
        max_length=2,
        choices=Land,
        blank=True,
        default="",
        help_text=_("Seine Feiertage gelten für Fristen. Ohne Angabe zeigen wir den früheren Tag."),
    )
    phone = models.CharField(_("Telefon"), max_length=40)
    email = models.EmailField(_("E-Mail-Adresse"), blank=True)
    emergency_phone = models.CharField(_("Telefon im Notfall"), max_length=40, blank=True)
    legal_texts = models.JSONField(_("Rechtliche Texte"), default=dict, blank=True)
    housing_limits = models.JSONField(_("Angemessene Miete nach Personenzahl"), default=dict, blank=True)
    housing_ceiling_per_sqm = models.DecimalField(
        _("Höchstpreis je m² (§ 22 Abs. 1 Satz 8 SGB II)"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    sends_hints = models.BooleanField(
        _("freundlichen Hinweis automatisch senden"),
        default=False,
        help_text=_(
            "Fehlt nach der automatischen Prüfung eine Unterlage, bekommt die Person einen Hinweis ohne Frist und ohne "
            "Rechtshinweis. Sonst entsteht nur ein Entwurf. Eine Bitte mit Frist sendet immer ein Mensch."
        ),
    )
    is_active = models.BooleanField(_("nimmt am Portal teil"), default=True)
    is_default = models.BooleanField(
        _("steht auf Seiten ohne Zuständigkeit"),
        default=False,
        help_text=_("Telefon und Adresse gelten, solange nicht bekannt ist, wer zuständig ist."),
    )

    class Meta:
        verbose_name = _("Jobcenter")
        verbose_name_plural = _("Jobcenter")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"], condition=models.Q(is_default=True), name="one_default_jobcenter"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class LocalHoliday(models.Model):
    """A holiday at the place of a jobcenter that not its whole Land has, for example Mariä Himmelfahrt."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    jobcenter = models.ForeignKey(
        Jobcenter, on_delete=models.CASCADE, related_name="local_holidays", verbose_name=_("Jobcenter")
    )
    day = models.DateField(_("Tag"))
    name = models.CharField(_("Name"), max_length=80)

    class Meta:
        verbose_name = _("örtlicher Feiertag")
        verbose_name_plural = _("örtliche Feiertage")
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["jobcenter", "day"], name="local_holiday_once")]

    def __str__(self) -> str:
        return self.name


class Office(models.Model):
    """A building of a jobcenter that people can visit.

    ``opening_hours``: ``[{"weekday": 0, "opens": "08:00", "closes": "12:30"}, …]``, Monday is 0, local time.
    ``is_step_free``: the whole house, every desk and room of it; single rooms say it for themselves.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    jobcenter = models.ForeignKey(
        Jobcenter, on_delete=models.CASCADE, related_name="offices", verbose_name=_("Jobcenter")
    )
    name = models.CharField(_("Name"), max_length=120)
    street = models.CharField(_("Straße und Hausnummer"), max_length=120)
    postcode = models.CharField(_("Postleitzahl"), max_length=5, validators=[validate_postcode])
    city = models.CharField(_("Ort"), max_length=80)
    phone = models.CharField(_("Telefon"), max_length=40, blank=True, help_text=_("Leer: Telefon des Jobcenters"))
    is_default = models.BooleanField(_("Hauptstelle"), default=False)
    opening_hours = models.JSONField(_("Öffnungszeiten"), default=list, blank=True)
    note = models.CharField(_("Hinweis"), max_length=200, blank=True, help_text=_("Zum Beispiel: Eingang im Hof"))
    is_step_free = models.BooleanField(
        _("im ganzen Haus ohne Stufen"),
        default=False,
        help_text=_("Eingang und alle Räume: ebenerdig, mit Rampe oder Aufzug. Sonst steht es bei einzelnen Räumen."),
    )
    has_lift = models.BooleanField(_("mit Aufzug"), default=False)

    class Meta:
        verbose_name = _("Standort")
        verbose_name_plural = _("Standorte")
        ordering = ["-is_default", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["jobcenter"], condition=models.Q(is_default=True), name="one_default_office_per_jobcenter"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def access(self) -> tuple[str, ...]:
        """How one gets in, in words; what is not known is not said."""
        known = ((self.is_step_free, _("Ohne Stufen erreichbar")), (self.has_lift, _("Mit Aufzug")))
        return tuple(str(words) for holds, words in known if holds)


class Team(models.Model):
    """A group of caseworkers; cases are given to teams."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    jobcenter = models.ForeignKey(
        Jobcenter, on_delete=models.CASCADE, related_name="teams", verbose_name=_("Jobcenter")
    )
    name = models.CharField(_("Name"), max_length=120)
    phone = models.CharField(_("Telefon"), max_length=40, blank=True)
    office = models.ForeignKey(
        Office, on_delete=models.SET_NULL, null=True, blank=True, related_name="teams", verbose_name=_("Standort")
    )

    class Meta:
        verbose_name = _("Team")
        verbose_name_plural = _("Teams")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["jobcenter", "name"], name="team_name_once_per_jobcenter")]

    def __str__(self) -> str:
        return self.name


class PostcodeArea(models.Model):
    """A postcode for which a jobcenter may be responsible. A postcode with several rows is ambiguous (JUR-02)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    jobcenter = models.ForeignKey(
        Jobcenter, on_delete=models.CASCADE, related_name="postcode_areas", verbose_name=_("Jobcenter")
    )
    postcode = models.CharField(_("Postleitzahl"), max_length=5, validators=[validate_postcode], db_index=True)

    class Meta:
        verbose_name = _("Postleitzahl")
        verbose_name_plural = _("Postleitzahlen")
        ordering = ["postcode"]
        constraints = [models.UniqueConstraint(fields=["jobcenter", "postcode"], name="postcode_once_per_jobcenter")]

    def __str__(self) -> str:
        return self.postcode
