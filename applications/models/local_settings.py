"""What a jobcenter sets up for itself, in versions: own questions, papers, hints; forms switched off or tried out."""

import re
import uuid

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.enums import DocumentClass, LocalFormState, LocalQuestionKind

_MARKUP = re.compile(r"</?[a-zA-Z!]|&#?\w+;")
_PLACE = _("Formular und Abschnitt")


def validate_plain(text: str) -> None:
    """Raise ValidationError for HTML. It would be shown as it was typed, so that nobody could read it."""
    if _MARKUP.search(text):
        raise ValidationError(_("Bitte nur Text, ohne HTML: Zeichen wie <b> oder &nbsp; stünden so auf der Seite."))


def _stays(name: str) -> pgtrigger.Trigger:
    """Refuse every change of what belongs to a published version."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func="""
            IF EXISTS (
                SELECT 1 FROM applications_localsettings
                WHERE id IN (NEW.settings_id, OLD.settings_id) AND published_at IS NOT NULL
            ) THEN
                RAISE EXCEPTION '% of a published version never changes', TG_TABLE_NAME;
            END IF;
            RETURN COALESCE(NEW, OLD);
        """,
    )


class LocalSettings(models.Model):
    """One version of what a jobcenter has set up. It is in force from ``valid_from`` until the next one is.

    Drafts keep the version they were started with, by its ``key``; so a published version never changes, and a new one
    is a copy. ``number`` counts the versions of a jobcenter; at most one of them is not published yet. Holds no
    personal data.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    jobcenter = models.ForeignKey(
        "accounts.Jobcenter", on_delete=models.PROTECT, related_name="local_settings", verbose_name=_("Jobcenter")
    )
    number = models.PositiveIntegerField(_("Fassung"), editable=False)
    key = models.SlugField(_("Kennung"), max_length=32, unique=True, editable=False)
    valid_from = models.DateField(
        _("gilt ab"),
        default=timezone.localdate,
        help_text=_("Wer ab diesem Tag ein Formular beginnt, bekommt diese Fassung."),
    )
    note = models.CharField(
        _("Was ist neu?"),
        max_length=200,
        blank=True,
        validators=[validate_plain],
        help_text=_("Nur für Kolleginnen und Kollegen."),
    )
    published_at = models.DateTimeField(_("in Kraft gesetzt am"), null=True, editable=False)
    created_at = models.DateTimeField(_("angelegt am"), default=timezone.now, editable=False)

    class Meta:
        """Newest first."""

        verbose_name = _("Örtliche Einstellungen")
        verbose_name_plural = _("Örtliche Einstellungen")
        ordering = ("jobcenter", "-number")
        constraints = [
            models.UniqueConstraint(fields=["jobcenter", "number"], name="local_settings_number_once"),
            models.UniqueConstraint(
                fields=["jobcenter"],
                condition=Q(published_at__isnull=True),
                name="one_unpublished_local_settings",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="published_settings_stay",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__published_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return str(_("Fassung %(number)s") % {"number": self.number})

    @property
    def is_published(self) -> bool:
        """Whether it can no longer be changed."""
        return self.published_at is not None


class _Placed(models.Model):
    """Something that stands at a place of a form. ``place`` is `form.section` or `form.section.step`."""

    place = models.CharField(_PLACE, max_length=160)

    class Meta:
        abstract = True

    @property
    def form_key(self) -> str:
        """The form."""
        return self.place.split(".")[0]

    @property
    def section(self) -> str:
        """Key of the section; "" when the place is none."""
        return ".".join(self.place.split(".")[1:2])

    @property
    def step(self) -> str:
        """Address of the page; "" for the whole section."""
        return ".".join(self.place.split(".")[2:3])


class LocalQuestion(_Placed):
    """A question of the jobcenter's own, at the end of a section. ``key`` is made up by us, never typed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    settings = models.ForeignKey(LocalSettings, on_delete=models.CASCADE, related_name="questions")
    key = models.SlugField(max_length=40, editable=False)
    position = models.PositiveSmallIntegerField(_("Reihenfolge"), default=1)
    kind = models.CharField(
        _("Art der Antwort"), max_length=12, choices=LocalQuestionKind, default=LocalQuestionKind.TEXT
    )
    label = models.CharField(_("Frage"), max_length=200, validators=[validate_plain])
    help = models.CharField(
        _("Hilfe unter der Frage"), max_length=300, blank=True, validators=[validate_plain], help_text=_("Freiwillig.")
    )
    why = models.CharField(
        _("Warum fragen Sie das?"),
        max_length=300,
        validators=[validate_plain],
        help_text=_(
            "Ein Satz, der bei der Frage steht. Fragen Sie nur, was Sie für die Aufgabe brauchen (§ 67a SGB X)."
        ),
    )
    options = models.TextField(
        _("Antworten zur Auswahl"),
        max_length=2000,
        blank=True,
        validators=[validate_plain],
        help_text=_("Nur bei „Auswahl“: jede Antwort in einer eigenen Zeile."),
    )
    required = models.BooleanField(
        _("zählt als fehlende Angabe"),
        default=False,
        help_text=_("Ohne Haken ist die Frage freiwillig. Absenden kann man immer."),
    )

    class Meta:
        """As they are asked."""

        verbose_name = _("Eigene Frage")
        verbose_name_plural = _("Eigene Fragen")
        ordering = ("position", "key")
        constraints = [
            models.UniqueConstraint(fields=["settings", "key"], name="local_question_key_once"),
            models.CheckConstraint(
                condition=Q(kind__in=LocalQuestionKind.values), name="local_question_of_a_known_kind"
            ),
        ]
        triggers = [_stays("published_question_stays")]

    def __str__(self) -> str:
        return self.label

    @property
    def choices(self) -> tuple[str, ...]:
        """What can be chosen, one for each line, each once."""
        lines = (" ".join(line.split()) for line in self.options.splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))


class LocalPaper(models.Model):
    """A paper that the jobcenter wants with a form: of a kind that the portal knows, or with a name of its own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    settings = models.ForeignKey(LocalSettings, on_delete=models.CASCADE, related_name="papers")
    key = models.SlugField(max_length=40, editable=False)
    form_key = models.CharField(_("Formular"), max_length=60)
    document_class = models.CharField(_("Unterlage"), max_length=30, default=DocumentClass.OTHER)
    title = models.CharField(
        _("eigener Name"),
        max_length=120,
        blank=True,
        validators=[validate_plain],
        help_text=_("Nur bei „Andere Unterlage“: wie sie bei Ihnen heißt."),
    )
    reason = models.CharField(
        _("Warum brauchen Sie sie?"),
        max_length=300,
        validators=[validate_plain],
        help_text=_("Ein Satz, der bei der Unterlage steht."),
    )
    required = models.BooleanField(
        _("zählt als fehlende Unterlage"),
        default=False,
        help_text=_("Ohne Haken ist die Unterlage freiwillig. Absenden kann man immer."),
    )

    class Meta:
        """One row per paper."""

        verbose_name = _("Zusätzliche Unterlage")
        verbose_name_plural = _("Zusätzliche Unterlagen")
        ordering = ("form_key", "key")
        constraints = [models.UniqueConstraint(fields=["settings", "key"], name="local_paper_key_once")]
        triggers = [_stays("published_paper_stays")]

    def __str__(self) -> str:
        return self.title or str(dict(DocumentClass.choices).get(self.document_class, self.document_class))


class LocalHint(_Placed):
    """A hint where a section begins, or on one page."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    settings = models.ForeignKey(LocalSettings, on_delete=models.CASCADE, related_name="hints")
    text = models.TextField(_("Hinweis"), max_length=600, validators=[validate_plain])

    class Meta:
        """One hint per place."""

        verbose_name = _("Hinweis")
        verbose_name_plural = _("Hinweise")
        ordering = ("place",)
        constraints = [
            models.UniqueConstraint(
                fields=["settings", "place"],
                name="local_hint_once_per_place",
            )
        ]
        triggers = [_stays("published_hint_stays")]

    def __str__(self) -> str:
        return self.place


class LocalForm(models.Model):
    """A form that is switched off here, or tried out by some teams first."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    settings = models.ForeignKey(LocalSettings, on_delete=models.CASCADE, related_name="forms")
    form_key = models.CharField(_("Formular"), max_length=60)
    state = models.CharField(_("Stand"), max_length=8, choices=LocalFormState, default=LocalFormState.OFF)
    teams = models.ManyToManyField(
        "accounts.Team",
        blank=True,
        related_name="+",
        verbose_name=_("Teams der Erprobung"),
        help_text=_("Nur bei „Erprobung“."),
    )

    class Meta:
        """One row per form."""

        verbose_name = _("Formular abschalten oder erproben")
        verbose_name_plural = _("Formulare abschalten oder erproben")
        ordering = ("form_key",)
        constraints = [
            models.UniqueConstraint(
                fields=["settings", "form_key"],
                name="local_form_once",
            ),
            models.CheckConstraint(condition=Q(state__in=LocalFormState.values), name="local_form_state_known"),
        ]
        triggers = [_stays("published_form_stays")]

    def __str__(self) -> str:
        return self.form_key
