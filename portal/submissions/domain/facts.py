"""What a receipt says, ready to print: the same facts for the page, the confirmation and the copy. No answers here."""

import datetime
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from msgspec import Struct

from portal.accounts.selectors import OfficeCard, office_for_page
from portal.documents.enums import MediaType
from portal.pdf.services import qr_code
from portal.submissions.domain.moments import has_time, proof_moment
from portal.submissions.domain.reference import spoken
from portal.submissions.domain.verification import group_code
from portal.submissions.enums import ContactChannel, SubmissionKind
from portal.submissions.models import Submission, SubmittedFile
from portal.submissions.selectors import sender_in_words
from portal.ui.formats import format_file_size, format_weekday_date

HASH_GROUP = 8  # hex digits
CAME = {
    ContactChannel.PORTAL: gettext_lazy("Eingegangen über das Online-Portal am"),
    ContactChannel.PAPER: gettext_lazy("Mit der Post oder im Briefkasten eingegangen am"),
    ContactChannel.PHONE: gettext_lazy("Am Telefon gesagt am"),
    ContactChannel.IN_PERSON: gettext_lazy("Persönlich abgegeben am"),
    ContactChannel.EMAIL: gettext_lazy("Per E-Mail eingegangen am"),
    ContactChannel.FAX: gettext_lazy("Per Fax eingegangen am"),
}


class FileLine(Struct, frozen=True, kw_only=True):
    """One line of the list of files; ``sha256`` in groups of eight."""

    number: int
    name: str
    kind: str
    pages: int | None
    part_of: str | None
    size: str
    sha256: str


class ReceiptFacts(Struct, frozen=True, kw_only=True):
    """Everything about one submission that the person may show to others, and the office that answers for it.

    ``sent_by``: who sent it for the person, empty when the person did. ``came``: on which way, as the words before
    ``moment``, which is a day only where the office noted no time. ``recorded``: when the office took it in, "" for
    what came by the portal.
    """

    reference: str
    reference_spoken: str
    came: str
    moment: str
    recorded: str
    received_at: datetime.datetime
    kind: SubmissionKind
    form_key: str
    title: str
    applicant: str
    for_whom: str
    sent_by: str
    statements: tuple[str, ...]
    open_points: tuple[str, ...]
    files: tuple[FileLine, ...]
    pages: int | None
    code: str
    check_url: str
    check_address: str
    office: OfficeCard | None

    @property
    def is_application(self) -> bool:
        """Whether the words about decision and advance fit."""
        return self.kind == SubmissionKind.APPLICATION

    @property
    def is_message(self) -> bool:
        """Whether it was written in the postbox, not in a form."""
        return self.kind == SubmissionKind.MESSAGE and not self.form_key

    @property
    def qr(self) -> str:
        """The address of the public check as a QR code: an SVG in a ``data:`` address."""
        return qr_code(self.check_url)

    @property
    def amount_of_files(self) -> str:
        """The number of files and pages in words."""
        return describe_files(len(self.files), self.pages)


def gather_facts(submission: Submission) -> ReceiptFacts:
    """The facts of a submission with its receipt; reads its files, its case and the responsible office."""
    content = submission.parsed_content()
    files = tuple(_file_line(entry) for entry in listed_files(submission))
    code = submission.receipt.verification_code
    address = urlsplit(settings.PORTAL.base_url)
    return ReceiptFacts(
        reference=submission.reference,
        reference_spoken=spoken(submission.reference),
        came=str(CAME[ContactChannel(submission.channel)]),
        moment=moment_of(submission),
        recorded="" if submission.channel == ContactChannel.PORTAL else proof_moment(submission.created_at),
        received_at=submission.received_at,
        kind=SubmissionKind(submission.kind),
        form_key=submission.form_key,
        title=submission.title,
        applicant=content.applicant or submission.person.name or _("kein Name angegeben"),
        for_whom=content.for_whom,
        sent_by=sender_in_words(submission),
        statements=content.statements,
        open_points=content.open_points,
        files=files,
        pages=_sum_of(files),
        code=group_code(code),
        check_url=settings.PORTAL.base_url + reverse("submissions:verify", args=[code]),
        check_address=address.netloc + reverse("submissions:verify_form"),
        office=office_for_page(submission.case.jobcenter_id),
    )


def moment_of(submission: Submission) -> str:
    """When it came: to the second by the portal; on other ways as exactly as the office has noted it."""
    if submission.channel != ContactChannel.PORTAL and not has_time(submission.received_at):
        return format_weekday_date(submission.received_at)
    return proof_moment(submission.received_at)


def listed_files(submission: Submission) -> Iterable[SubmittedFile]:
    """The files in the order of the list, with their documents; no query when they were prefetched."""
    if "files" in getattr(submission, "_prefetched_objects_cache", {}):
        return submission.files.all()
    return submission.files.select_related("document")


def describe_files(files: int, pages: int | None) -> str:
    """Number of files and pages in words that agree with the numbers; ``pages`` None: not all are counted yet."""
    if not files:
        return _("keine Dateien")
    of_files = _("1 Datei") if files == 1 else _("%(number)s Dateien") % {"number": files}
    if pages is None:
        return of_files
    return _("%(files)s, zusammen %(pages)s") % {"files": of_files, "pages": describe_pages(pages)}


def describe_pages(pages: int) -> str:
    """Return ``1 Seite`` or ``12 Seiten``."""
    return _("1 Seite") if pages == 1 else _("%(number)s Seiten") % {"number": pages}


def _sum_of(files: Iterable[FileLine]) -> int | None:
    pages = [line.pages for line in files]
    return None if None in pages else sum(number or 0 for number in pages)


def _file_line(entry: SubmittedFile) -> FileLine:
    return FileLine(
        number=entry.position,
        name=entry.name,
        kind=_short_kind(entry.media_type),
        pages=entry.pages_known,
        part_of=entry.part_of,
        size=format_file_size(entry.size),
        sha256=group_code(entry.sha256, HASH_GROUP, " "),
    )


def _short_kind(media_type: str) -> str:
    return str(MediaType(media_type).label) if media_type in MediaType.values else media_type


def shown_files(files: Iterable[FileLine], limit: int) -> tuple[FileLine, ...]:
    """The first ``limit`` lines, for a list that has to fit."""
    return tuple(files)[:limit]
