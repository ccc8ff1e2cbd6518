"""A document a person has handed to the portal."""

import uuid
from collections.abc import Sequence
from typing import Any, Self

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.crypto.models import EncryptedTextField
from portal.documents.enums import UNDER_WAY, DocumentStatus, MediaType, Remark, Review
from portal.documents.errors import refusal
from portal.documents.models.stored_file import StoredFile

IN_ORDER = ("position", "created_at", "pk")  # of the parts of a joined one


USELESS = Q(status=DocumentStatus.REFUSED) | Q(review=Review.UNUSABLE)  # counts as no paper


class DocumentQuerySet(models.QuerySet["Document"]):
    """Named filters on documents."""

    def present(self) -> Self:
        """Keep documents that were not removed."""
        return self.filter(removed_at__isnull=True)

    def waiting(self) -> Self:
        """Keep documents that are uploaded, but not yet part of anything sent."""
        return self.present().filter(handed_in_at__isnull=True)

    def usable(self) -> Self:
        """Keep documents of which something can be made, or may still: `Document.is_usable` for many."""
        return self.present().exclude(USELESS)

    def under_way(self) -> Self:
        """Keep documents that are still being checked."""
        return self.filter(status__in=UNDER_WAY)

    def with_notes(self) -> Self:
        """Bring along the pages that are hard to read."""
        noted = apps.get_model("documents", "DocumentPage").objects.exclude(notes=[])
        return self.prefetch_related(models.Prefetch("page_list", queryset=noted, to_attr="pages_with_notes"))

    def with_parts(self) -> Self:
        """Bring along the files that a joined one is made of, in their order."""
        parts = Document.objects.present().select_related("normalised").with_notes().order_by(*IN_ORDER)
        return self.prefetch_related(models.Prefetch("parts", queryset=parts, to_attr="parts_in_order"))

    def to_show(self) -> Self:
        """Bring along everything that pages say of them. Five queries more at most, however many there are."""
        return self.select_related("stored", "normalised").with_notes().with_parts().prefetch_related("steps")

    def handed_in(self) -> Self:
        """Keep documents that are part of something sent."""
        return self.filter(handed_in_at__isnull=False)

    def undecided(self) -> Self:
        """Keep documents that staff could judge now and have not judged."""
        return self.handed_in().filter(status=DocumentStatus.RELEASED, review="")

    def whole(self) -> Self:
        """Keep documents as people count them: a joined one, not its parts."""
        return self.filter(joined_into__isnull=True)


class Document(models.Model):
    """An upload as a person knows it: her file name, pages, size, hash, and what it is meant to prove.

    ``stored`` is the file exactly as it was uploaded; ``size`` (bytes) and ``sha256`` (hex) are of that one.
    ``normalised`` is what was made of it, a PDF without anything but its pages: what staff see. ``pages`` is unknown
    until then.
    ``refusal`` says why nothing could be made of it (`errors.REFUSALS`). ``kept_anyway``: the person was told that
    pages are hard to read, and has nothing better.
    ``is_from_office``: the office has made it, for the person. It is shown to them by what it belongs to, when that is
    released, and is not listed among what they have sent.
    ``is_own_post``: the own post of ``person``, a member of the household: nobody else of it sees the file.
    ``evidence_code`` names the kind of proof in the catalogue, ``evidence_person`` the person in the answers it is
    about. ``is_restricted``: health and the like, opened only by those with that function (§ 67a SGB X, Art. 9 GDPR).
    ``sealed_at``: staff made it restricted, because nobody had asked for it. ``deletion_proposed_at``: the person is
    asked whether it shall be deleted. ``emptied_at``: it was; name, size and hash stay as the proof of what was sent.
    ``joined_into``: one of several photos that became one document, in the order of ``position``. That one
    ``is_joined`` and has no file of its own in ``stored``.
    ``place``: the id by which others know what stands here: of the file it took the place of, or of the first of its
    parts. ``double_of`` had the same pages before (``double_pages`` of this one). ``kept_double``: the person was told
    that we have it already, and wants it to stay.
    ``uploaded_by_standing_id``: by which standing somebody uploaded it for the person. ``handed_in_at`` is set
    when it became part of a submission; from then on it cannot be removed any more.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="documents", verbose_name=_("Fall"))
    person = models.ForeignKey(
        "cases.Person",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="documents",
        verbose_name=_("Person"),
    )
    stored = models.OneToOneField(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="document", verbose_name=_("Datei")
    )
    normalised = models.OneToOneField(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="normalised_document",
        verbose_name=_("gereinigte Fassung"),
    )
    original_name = EncryptedTextField(_("Dateiname"))
    media_type = models.CharField(_("Dateityp"), max_length=40, choices=MediaType.choices)
    size = models.PositiveBigIntegerField(_("Größe"))
    pages = models.PositiveIntegerField(_("Seiten"), null=True, blank=True)
    sha256 = models.CharField(_("Prüfsumme"), max_length=64)
    remarks = ArrayField(
        models.CharField(max_length=12, choices=Remark.choices), verbose_name=_("Hinweise"), default=list, blank=True
    )
    status = models.CharField(_("Stand"), max_length=8, choices=DocumentStatus.choices, default=DocumentStatus.RECEIVED)
    refusal = models.CharField(_("nicht verwendbar, weil"), max_length=20, blank=True, default="")
    kept_anyway = models.BooleanField(_("trotz schlechter Lesbarkeit behalten"), default=False)
    review = models.CharField(_("Urteil"), max_length=8, choices=Review.choices, blank=True, default="")
    review_reason = EncryptedTextField(_("Begründung"), null=True, blank=True)
    reviewed_at = models.DateTimeField(_("beurteilt"), null=True, blank=True)
    reviewed_by = models.ForeignKey(
        "accounts.StaffMembership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("beurteilt von"),
    )
    is_from_office = models.BooleanField(_("vom Jobcenter"), default=False)
    is_own_post = models.BooleanField(_("eigene Post"), default=False, editable=False)
    evidence_code = models.CharField(_("Nachweis"), max_length=40, blank=True, default="")
    evidence_person = models.CharField(max_length=40, blank=True, default="")
    is_restricted = models.BooleanField(_("besonders geschützt"), default=False)
    is_joined = models.BooleanField(_("aus mehreren Dateien"), default=False)
    joined_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts", verbose_name=_("Teil von")
    )
    position = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0)
    hand_over = models.ForeignKey(
        "documents.HandOver",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="documents",
        verbose_name=_("mit dem Handy"),
    )
    place = models.UUIDField(null=True, blank=True, editable=False)
    double_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("wie schon")
    )
    double_pages = ArrayField(
        models.PositiveIntegerField(), verbose_name=_("doppelte Seiten"), default=list, blank=True
    )
    kept_double = models.BooleanField(_("trotz Wiederholung behalten"), default=False)
    uploaded_by_standing_id = models.UUIDField(null=True, blank=True, editable=False)
    uploaded_by_role = models.CharField(_("hochgeladen von"), max_length=20)
    created_at = models.DateTimeField(_("hochgeladen"), default=timezone.now, editable=False)
    handed_in_at = models.DateTimeField(_("abgeschickt"), null=True, blank=True)
    removed_at = models.DateTimeField(_("entfernt"), null=True, blank=True)
    sealed_at = models.DateTimeField(_("besonders geschützt seit"), null=True, blank=True)
    deletion_proposed_at = models.DateTimeField(_("Löschen vorgeschlagen"), null=True, blank=True)
    emptied_at = models.DateTimeField(_("Inhalt gelöscht"), null=True, blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        """Newest first; a document that is there has a file, and its pages once it is released."""

        verbose_name = _("Unterlage")
        verbose_name_plural = _("Unterlagen")
        ordering = ("-created_at", "id")
        indexes = [
            models.Index(fields=["case", "created_at"], name="document_in_case"),
            models.Index(fields=["case", "sha256"], name="document_same_file"),
            models.Index(fields=["created_at"], condition=Q(status__in=sorted(UNDER_WAY)), name="document_under_way"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(removed_at__isnull=False)
                | Q(stored__isnull=False)
                | Q(is_joined=True)
                | Q(emptied_at__isnull=False),
                name="document_present_has_file",
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True) | Q(handed_in_at__isnull=True), name="document_handed_in_stays"
            ),
            models.CheckConstraint(condition=Q(status__in=DocumentStatus.values), name="document_status_known"),
            models.CheckConstraint(
                condition=~Q(status=DocumentStatus.RELEASED) | Q(normalised__isnull=False, pages__gte=1),
                name="document_released_has_pages",
            ),
            models.CheckConstraint(
                condition=Q(status=DocumentStatus.REFUSED) | Q(refusal="") | Q(removed_at__isnull=False),
                name="document_refused_says_why",
            ),
        ]

    @property
    def noted_pages(self) -> Sequence[Any]:
        """Its pages that are hard to read, when it came ``with_notes``."""
        return getattr(self, "pages_with_notes", ())

    @property
    def part_list(self) -> "Sequence[Document]":
        """The files it is made of, in order, when it came ``with_parts``."""
        return getattr(self, "parts_in_order", ())

    @property
    def ids(self) -> frozenset[uuid.UUID]:
        """Every id by which others may know it: its own, its place, and those of its parts (``with_parts``)."""
        own = {self.pk, self.place or self.pk}
        return frozenset(own.union(*(part.ids for part in self.part_list)))

    @property
    def is_under_way(self) -> bool:
        """Whether it is still being checked."""
        return self.status in UNDER_WAY

    @property
    def is_refused(self) -> bool:
        """Whether nothing could be made of it."""
        return self.status == DocumentStatus.REFUSED

    @property
    def is_usable(self) -> bool:
        """Whether it counts as a paper: neither refused nor judged unusable."""
        return not self.is_refused and self.review != Review.UNUSABLE

    @property
    def is_emptied(self) -> bool:
        """Whether only the proof of it is left."""
        return self.emptied_at is not None

    @property
    def state(self) -> str:
        """Where it stands, in words for the person."""
        return str(Review(self.review).label if self.review else DocumentStatus(self.status).label)

    @property
    def trouble(self) -> str:
        """Why it cannot be used and what to do now; "" when it can, or nobody knows yet."""
        if self.review == Review.UNUSABLE:
            return self.review_reason or ""
        return str(refusal(self.refusal).message) if self.is_refused else ""
