"""The documents of a case as staff read them in lists: what it is, how much, where it stands."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from msgspec import Struct

from applications.claim.model import Claim
from applications.enums import DocumentClass
from applications.models import Application
from applications.selectors.application import claim_of
from portal.cases.models import Actor
from portal.desk.views.case_access import application_of
from portal.documents.domain.words import extent
from portal.documents.enums import Review
from portal.documents.models import Document
from portal.documents.selectors import documents_in_case
from portal.documents.views.purpose import with_purpose


class Line(Struct, frozen=True):
    """One document. ``name`` is "" where a file name might say too much. ``kind`` is that of a badge (desk-sev-…)."""

    id: UUID
    title: str
    name: str
    extent: str
    state: str
    kind: str
    is_restricted: bool
    is_undecided: bool


class Place(Struct, frozen=True):
    """A document, where it stands among the others, and who wants to see it: as whom, for which application."""

    actor: Actor
    application: Application
    document: Document
    own: list[Document]  # what came with this application, or, when this document did not, everything
    all: list[Document]

    @property
    def index(self) -> int:
        """Its place among its own."""
        return next(number for number, each in enumerate(self.own) if each.pk == self.document.pk)

    def neighbour(self, by: int) -> Document | None:
        """The one before (-1) or after (1) it."""
        there = self.index + by
        return self.own[there] if 0 <= there < len(self.own) else None

    def next_undecided(self) -> Document | None:
        """The next that nobody has judged, from here to the end and then from the beginning."""
        around = [*self.own[self.index + 1 :], *self.own[: self.index]]
        return next((each for each in around if is_undecided(self.actor, each)), None)


def place_of(request: HttpRequest, pk: UUID, document_pk: UUID) -> Place:
    """The document and its neighbours. 404 for what was not handed in to this case; ReasonWanted as for the case."""
    actor, application = application_of(request, pk, purpose="case_work")
    documents = list(documents_in_case(actor, application.case_id))
    document = next((each for each in documents if each.pk == document_pk), None)
    if document is None:
        raise Http404
    with_it = own_ids(application)
    own = [each for each in documents if each.pk in with_it] if document.pk in with_it else documents
    return Place(with_purpose(request, actor, document), application, document, own, documents)


def own_ids(application: Application) -> frozenset[UUID]:
    """The documents that came with the application; a joined one with its parts. One query."""
    files = application.submission.files.values_list("document_id", "document__joined_into_id")
    return frozenset(whole or own for own, whole in files)


def is_undecided(actor: Actor, document: Document) -> bool:
    """Whether this member of staff could judge it now, and nobody has."""
    is_readable = document.normalised is not None and not document.is_emptied
    return is_readable and not document.review and (actor.opens_restricted or not document.is_restricted)


def lines_of(actor: Actor, documents: Iterable[Document], names: Mapping[str, str]) -> list[Line]:
    """The documents in their order; ``names``: of persons, by their id in the answers. No query."""
    return [_line(actor, document, names) for document in documents]


def names_of(application: Application) -> dict[str, str]:
    """Names of the people in the claim by their ids."""
    return people_in(claim_of(application))


def people_in(claim: Claim | None) -> dict[str, str]:
    """The same of a claim that was read already."""
    return {person.id: person.display_name for person in claim.persons} if claim else {}


def title_of(document: Document, names: Mapping[str, str]) -> str:
    """The kind of paper with the person it is about; its file name when nobody has said what it is."""
    kinds = DocumentClass(document.evidence_code).label if document.evidence_code in DocumentClass.values else ""
    if not kinds or document.evidence_code == DocumentClass.OTHER:
        return _("Besonders geschützte Unterlage") if document.is_restricted else document.original_name
    name = names.get(document.evidence_person, "")
    return _("%(paper)s – %(name)s") % {"paper": kinds, "name": name} if name else str(kinds)


def _line(actor: Actor, document: Document, names: Mapping[str, str]) -> Line:
    title = title_of(document, names)
    state, kind = _state(document)
    return Line(
        id=document.pk,
        title=title,
        name="" if document.is_restricted or title == document.original_name else document.original_name,
        extent=extent(document),
        state=state,
        kind=kind,
        is_restricted=document.is_restricted,
        is_undecided=is_undecided(actor, document),
    )


def _state(document: Document) -> tuple[str, str]:
    if document.is_emptied:
        return _("Inhalt gelöscht"), "I"
    if document.review:
        is_fine = document.review == Review.ACCEPTED
        return (_("brauchbar"), "F") if is_fine else (_("nicht brauchbar"), "W")
    if document.is_refused:
        return _("nicht lesbar zu machen"), "W"
    return (_("wird geprüft"), "I") if document.is_under_way else (_("noch nicht beurteilt"), "I")
