"""Texts of an office that are used again and again, and whose work which topic is."""

import uuid

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mailbox.enums import TextPurpose, Topic


class TextTemplate(models.Model):
    """A text with a name. Without a jobcenter it is everybody's; an office's own text of the same ``key`` goes before
    it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    jobcenter = models.ForeignKey(
        "accounts.Jobcenter",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="text_templates",
        verbose_name=_("Jobcenter"),
    )
    key = models.SlugField(_("Kurzname"), max_length=60)
    purpose = models.CharField(_("Zweck"), max_length=12, choices=TextPurpose)
    title = models.CharField(_("Name"), max_length=120)
    is_active = models.BooleanField(_("wird angeboten"), default=True)

    class Meta:
        """By name."""

        verbose_name = _("Textvorlage")
        verbose_name_plural = _("Textvorlagen")
        ordering = ("purpose", "title")
        constraints = [
            models.UniqueConstraint(
                fields=["jobcenter", "key"], nulls_distinct=False, name="text_template_key_once_per_jobcenter"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class TextVersion(models.Model):
    """What a template says in one language from ``published_at`` on. Published, it never changes: letters refer to it.

    ``body`` may hold placeholders in braces (`mailbox.domain.texts.PLACEHOLDERS`). ``number`` counts per template and
    language.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    template = models.ForeignKey(
        TextTemplate, on_delete=models.CASCADE, related_name="versions", verbose_name=_("Textvorlage")
    )
    language = models.CharField(_("Sprache"), max_length=12, default="de")
    number = models.PositiveIntegerField(_("Fassung"))
    body = models.TextField(_("Text"))
    author = models.ForeignKey(
        "accounts.StaffMembership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("geschrieben von"),
    )
    created_at = models.DateTimeField(_("angelegt"), default=timezone.now, editable=False)
    published_at = models.DateTimeField(_("gilt ab"), null=True, blank=True)

    class Meta:
        """Newest first."""

        verbose_name = _("Fassung einer Textvorlage")
        verbose_name_plural = _("Fassungen von Textvorlagen")
        ordering = ("template", "language", "-number")
        constraints = [
            models.UniqueConstraint(fields=["template", "language", "number"], name="text_version_number_once"),
        ]
        triggers = [
            pgtrigger.Protect(
                name="text_version_published_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__published_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template_id} {self.language} {self.number}"


class TopicRoute(models.Model):
    """Which team answers which topic; without a row the case's team does."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    jobcenter = models.ForeignKey(
        "accounts.Jobcenter", on_delete=models.CASCADE, related_name="topic_routes", verbose_name=_("Jobcenter")
    )
    topic = models.CharField(_("Thema"), max_length=12, choices=Topic)
    team = models.ForeignKey("accounts.Team", on_delete=models.CASCADE, related_name="+", verbose_name=_("Team"))

    class Meta:
        """One team for each topic."""

        verbose_name = _("Zuständigkeit für ein Thema")
        verbose_name_plural = _("Zuständigkeiten für Themen")
        ordering = ("topic",)
        constraints = [
            models.UniqueConstraint(fields=["jobcenter", "topic"], name="topic_route_once_per_jobcenter"),
            models.CheckConstraint(condition=Q(topic__in=Topic.values), name="topic_route_topic_known"),
        ]

    def __str__(self) -> str:
        return self.get_topic_display()
