"""What the documents hold of a person, how they are handed out and how long they are kept."""

from functools import partial
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.audit.models.personal_data import Exported, ExportFile, ExportPart, Record, RetentionRule
from portal.cases.models.retention import kept_with_case
from portal.cases.selectors import actor_concerned, own_persons
from portal.documents.domain.names import clean_name
from portal.documents.domain.storage import read_file
from portal.documents.domain.words import extent
from portal.documents.models import Document, DocumentPage, DocumentStep, HandOver, StoredFile
from portal.documents.selectors import documents_visible_to
from portal.ui.formats import format_moment

FOLDER = "unterlagen"


def export_documents(user_id: UUID) -> Exported:
    """The person's own documents, oldest first, each with its file. Three queries; files are opened later."""
    actor = actor_concerned(user_id, purpose="data_copy")
    found = list(
        documents_visible_to(actor).filter(person__in=own_persons(actor), is_joined=False).order_by("created_at", "id")
    )
    numbered = [
        (document, None if document.is_emptied else _file(number, document))
        for number, document in enumerate(found, start=1)
    ]
    return Exported(
        records=tuple(_record(document, file) for document, file in numbered),
        data=[
            {
                "id": document.pk,
                "name": document.original_name,
                "path": file.path if file else None,
                "media_type": document.media_type,
                "pages": document.pages,
                "size": document.size,
                "sha256": document.sha256,
                "evidence": document.evidence_code,
                "status": document.status,
                "refusal": document.refusal,
                "review": document.review,
                "review_reason": document.review_reason,
                "uploaded_at": document.created_at,
                "uploaded_by_role": document.uploaded_by_role,
                "handed_in_at": document.handed_in_at,
                "content_deleted_at": document.emptied_at,
            }
            for document, file in numbered
        ],
    )


def _record(document: Document, file: ExportFile | None) -> Record:
    sent = format_moment(document.handed_in_at) if document.handed_in_at else _("noch nicht abgeschickt")
    facts = (
        (_("Hochgeladen"), format_moment(document.created_at)),
        (_("Abgeschickt"), sent),
        (_("Stand"), " ".join(filter(None, (document.state, document.trouble)))),
        (_("Umfang"), extent(document)),
    )
    return Record(title=document.original_name, facts=facts, files=(file,) if file else ())


def _file(number: int, document: Document) -> ExportFile:
    stored = document.stored
    if stored is None:
        raise StoredFile.DoesNotExist  # the database does not allow it for a document that is there
    return ExportFile(
        path=f"{FOLDER}/{number:03}_{clean_name(document.original_name)}",
        media_type=document.media_type,
        size=document.size,
        sha256=document.sha256,
        pieces=partial(read_file, stored),
    )


PARTS = (
    ExportPart(
        key="documents",
        title=gettext_lazy("Ihre Unterlagen"),
        models=(Document, DocumentPage, DocumentStep, HandOver, StoredFile),
        collect=export_documents,
    ),
)
RULES = (
    kept_with_case(
        "documents",
        gettext_lazy("Unterlagen, die Sie abgeschickt haben"),
        Document,
        DocumentPage,
        DocumentStep,
        StoredFile,
    ),
    RetentionRule(
        key="hand_overs",
        what=gettext_lazy("Codes, mit denen Sie Fotos vom Handy geschickt haben"),
        kept=gettext_lazy("einen Tag"),
        why=gettext_lazy("Der Code gilt eine halbe Stunde. Danach wird er nicht mehr gebraucht."),
        basis=gettext_lazy("Artikel 17 Absatz 1 DSGVO"),
        models=(HandOver,),
    ),
)
