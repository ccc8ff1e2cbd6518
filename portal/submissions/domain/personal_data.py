"""What was handed in, how it is handed out again and how long it is kept."""

from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.audit.models.personal_data import Exported, ExportFile, ExportPart, Record
from portal.cases.models.retention import kept_with_case
from portal.cases.selectors import actor_concerned, own_persons
from portal.documents.models import StoredFile
from portal.documents.services import open_file
from portal.submissions.domain.facts import describe_pages
from portal.submissions.domain.moments import proof_moment
from portal.submissions.models import Entry, Receipt, Section, Submission, SubmissionContent, SubmittedFile
from portal.submissions.selectors import submissions_visible_to

FOLDER = "eingaenge"


def export_submissions(user_id: UUID) -> Exported:
    """What the person has sent or what was sent for her, oldest first: answers, list of files, both receipt files."""
    found = list(_own_submissions(user_id))
    return Exported(
        records=tuple(_record(submission) for submission in found),
        data=[_data(submission) for submission in found],
    )


def records_of(content: SubmissionContent) -> tuple[Record, ...]:
    """Questions and answers as they were shown, section by section."""
    return tuple(_section(section) for section in content.sections)


def _own_submissions(user_id: UUID) -> QuerySet[Submission]:
    actor = actor_concerned(user_id, purpose="data_copy")
    mine = Q(person__in=own_persons(actor)) | Q(submitted_by_user_id=user_id)
    found = submissions_visible_to(actor).filter(mine).select_related("receipt__confirmation", "receipt__copy")
    return found.prefetch_related("files__document").order_by("received_at", "id")


def _record(submission: Submission) -> Record:
    content = submission.parsed_content()
    facts = (
        (_("Vorgangsnummer"), submission.reference),
        (_("Eingegangen"), proof_moment(submission.received_at)),
        (_("Weg"), str(submission.get_channel_display())),
        (_("Für wen"), content.for_whom),
        (_("Prüfsumme des Inhalts"), submission.content_sha256),
    )
    listed = tuple(
        _("%(number)s. %(name)s, %(pages)s, Prüfsumme %(sha256)s")
        % {"number": file.position, "name": file.name, "pages": _pages(file), "sha256": file.sha256}
        for file in submission.files.all()
    )
    handed_in = (Record(title=_("Eingereichte Dateien"), lines=listed),) if listed else ()
    return Record(
        title=f"{submission.title} ({submission.reference})",
        facts=tuple(fact for fact in facts if fact[1]),
        lines=content.statements,
        files=tuple(_files(submission)),
        records=(*handed_in, *records_of(content)),
    )


def _pages(file: SubmittedFile) -> str:
    return describe_pages(file.pages_known) if file.pages_known is not None else _("Seiten nicht gezählt")


def _section(section: Section) -> Record:
    groups = tuple(Record(title=group.title, facts=_facts(group.entries)) for group in section.groups)
    return Record(title=section.title, facts=_facts(section.entries), records=groups)


def _facts(entries: tuple[Entry, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((entry.label, entry.value or _("nicht beantwortet")) for entry in entries)


def _files(submission: Submission) -> list[ExportFile]:
    receipt = submission.receipt
    made = ((_("Eingangsbestätigung"), receipt.confirmation), (_("Kopie Ihrer Angaben"), receipt.copy))
    return [_file(f"{submission.reference}_{name}.pdf", stored) for name, stored in made if stored is not None]


def _file(name: str, stored: StoredFile) -> ExportFile:
    return ExportFile(
        path=f"{FOLDER}/{name}",
        media_type=stored.media_type,
        size=stored.size,
        sha256=stored.sha256,
        pieces=partial(open_file, stored),
    )


def _data(submission: Submission) -> dict[str, Any]:
    return {
        "reference": submission.reference,
        "kind": submission.kind,
        "title": submission.title,
        "form": {"key": submission.form_key, "version": submission.form_version},
        "received_at": submission.received_at,
        "channel": submission.channel,
        "submitted_by_role": submission.submitted_by_role,
        "verification_code": submission.receipt.verification_code,
        "content_sha256": submission.content_sha256,
        "content": submission.content,
        "data": submission.data,
        "documents": [
            {
                "number": each.position,
                "name": each.name,
                "part_of": each.part_of,
                "pages": each.pages_known,
                "size": each.size,
                "sha256": each.sha256,
            }
            for each in submission.files.all()
        ],
        "files": [file.path for file in _files(submission)],
    }


PARTS = (
    ExportPart(
        key="submissions",
        title=gettext_lazy("Was Sie abgeschickt haben"),
        models=(Submission, Receipt, SubmittedFile),
        collect=export_submissions,
    ),
)
RULES = (
    kept_with_case(
        "submissions",
        gettext_lazy("Anträge und anderes, was Sie abgeschickt haben, mit den Eingangsbestätigungen"),
        Submission,
        Receipt,
        SubmittedFile,
    ),
)
