"""Writing a request for papers: what the checks and the answers propose, what is there already, and one's own."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from msgspec import Struct

from applications.domain.evidence_texts import BASIS, paper_draft
from applications.domain.evidence_wanted import Origin, Wanted, papers_wanted
from applications.enums import DocumentClass
from applications.models import Application
from mailbox.domain.evidence_deadline import place_of
from mailbox.domain.texts import fill
from mailbox.enums import RequestStatus, TextPurpose
from mailbox.errors import MailboxError
from mailbox.models import EvidenceItem, EvidenceRequest
from mailbox.selectors import texts_in_use
from mailbox.services.evidence import ItemDraft
from portal.cases.enums import Shown
from portal.cases.models import Actor, Case, Person
from portal.cases.services import note_seen
from portal.desk.domain.evidence_draft import Letter, begin_request, rewrite_request
from portal.desk.forms.evidence_request import (
    HINT,
    REQUEST,
    AddForm,
    ItemFormSetBase,
    LetterForm,
    initial_of,
    item_forms,
)
from portal.desk.selectors.evidence import drafts_of_case
from portal.desk.selectors.text_values import values_for
from portal.desk.views.page import desk_page
from portal.desk.views.request_access import application_for, case_of, names_in, request_of
from portal.law.cooperation import suggested_deadline

APPLICATION = "antrag"
ORIGINS = {
    Origin.MISSING: gettext_lazy("fehlt"),
    Origin.TOO_OLD: gettext_lazy("ist zu alt"),
    Origin.UNUSABLE: gettext_lazy("kam, ist aber nicht brauchbar"),
    Origin.LATER: gettext_lazy("Person wollte es später schicken"),
    Origin.NOT_AVAILABLE: gettext_lazy("Person sagt: Das habe ich nicht"),
}


class Line(Struct, frozen=True):
    """One thing on the page: its form, where it comes from, and a warning when it is there by now."""

    form: Any
    origin: str
    from_check: bool
    there: str


class _Writing(Struct, frozen=True):
    """What somebody writes: a new request, or the draft of one."""

    actor: Actor
    case: Case
    application: Application | None
    draft: EvidenceRequest | None
    wanted: Wanted
    names: Mapping[str, str]

    @property
    def items(self) -> list[EvidenceItem]:
        """What the draft asks for."""
        return list(self.draft.items.all()) if self.draft else []


@require_http_methods(["GET", "HEAD", "POST"])
def new_request(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: proposals. POST: one thing more, or keep the draft and go on to the preview."""
    actor, case = case_of(request, pk)
    return _write(request, _writing(actor, case, application_for(actor, case, _named(request)), None))


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: UUID, request_pk: UUID) -> HttpResponse:
    """The same for a draft. What is sent is not changed any more: then its page."""
    asked = request_of(request, pk, request_pk)
    if asked.request.status != RequestStatus.DRAFT:
        return HttpResponseRedirect(reverse("desk:request", args=[pk, request_pk]))
    return _write(request, _writing(asked.actor, asked.case, asked.application, asked.request))


def _named(request: HttpRequest) -> UUID | None:
    """The submission of the application from whose page somebody comes; None for nothing that can be read."""
    try:
        pk = UUID(request.GET.get(APPLICATION, ""))
    except ValueError:
        return None
    return Application.objects.filter(pk=pk).values_list("submission_id", flat=True).first()


def _writing(actor: Actor, case: Case, application: Application | None, draft: EvidenceRequest | None) -> _Writing:
    wanted = papers_wanted(application, timezone.localdate()) if application else Wanted()
    return _Writing(actor, case, application, draft, wanted, names_in(case, application))


def _write(request: HttpRequest, writing: _Writing) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    letter = LetterForm(data, initial=_letter_of(writing), **_days(writing))
    people = list(writing.names.items())
    items = item_forms(data, initial=_items_of(writing), persons=people)
    adding = AddForm(data, persons=people)
    if data is not None and "add" in data:
        if adding.is_valid():
            known = [*items.typed(), initial_of(_added(adding))]
            items = item_forms(None, initial=known, persons=people)
        typed = {name: letter[name].value() for name in letter.fields}
        return _page(request, writing, LetterForm(initial=typed, **_days(writing)), items, AddForm(persons=people))
    status, trouble = HTTPStatus.OK, ""
    if data is not None:
        are_valid = letter.is_valid(), items.is_valid()
        if all(are_valid) and items.asked:
            return _keep(request, writing, letter, items)
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if items.is_valid() and not items.asked:
            trouble = _("Bitte markieren Sie mindestens einen Punkt.")
    return _page(request, writing, letter, items, AddForm(persons=people), status=status, trouble=trouble)


def _days(writing: _Writing) -> dict[str, Any]:
    return {"today": timezone.localdate(), "place": place_of(writing.case)}


def _keep(request: HttpRequest, writing: _Writing, letter: LetterForm, items: ItemFormSetBase) -> HttpResponse:
    text = Letter(
        introduction=letter.cleaned_data["introduction"],
        deadline=letter.cleaned_data["deadline"],
        is_hint=letter.is_hint,
    )
    try:
        if writing.draft is None:
            kept = begin_request(
                actor=writing.actor,
                case=writing.case,
                person=_addressee(writing),
                submission=writing.application.submission if writing.application else None,
                letter=text,
                items=[form.draft() for form in items.asked],
                token=letter.cleaned_data["token"] or uuid4(),
            )
        else:
            drafts = [(form.cleaned_data["item"], form.draft()) for form in items.asked]
            kept = rewrite_request(actor=writing.actor, request=writing.draft, letter=text, items=drafts)
    except MailboxError:
        messages.error(request, _("Nicht gespeichert: Der Entwurf hat sich inzwischen geändert. Bitte prüfen."))
        pk = writing.draft.pk if writing.draft else None
        target = reverse("desk:request", args=[writing.case.pk, pk]) if pk else request.get_full_path()
        return HttpResponseRedirect(target)
    return HttpResponseRedirect(reverse("desk:request", args=[writing.case.pk, kept.pk]))


def _addressee(writing: _Writing) -> Person:
    """To whom it goes: as the draft says, else whoever has applied, else the applicant of the case."""
    if writing.draft is not None:
        return writing.draft.person
    if writing.application is not None:
        return writing.application.person
    return writing.case.persons.filter(is_applicant=True).get()


def _letter_of(writing: _Writing) -> dict[str, Any]:
    """What the letter begins with."""
    draft = writing.draft
    suggested = suggested_deadline(timezone.localdate(), place_of(writing.case))
    if draft is not None:
        return {
            "kind": HINT if draft.is_hint else REQUEST,
            "deadline": draft.deadline or suggested,
            "introduction": draft.introduction or _text_of_office(writing.actor, _addressee(writing)),
        }
    return {
        "kind": REQUEST,
        "deadline": suggested,
        "introduction": _text_of_office(writing.actor, _addressee(writing)),
        "token": uuid4(),
    }


def _text_of_office(actor: Actor, person: Person) -> str:
    """The text of the office, with what is known filled in; the form asks for the rest."""
    offered = texts_in_use(actor, TextPurpose.REQUEST)
    return fill(offered[0].body, values_for(actor, person=person, topic="documents")) if offered else ""


def _items_of(writing: _Writing) -> list[dict[str, Any]]:
    """What stands in the draft first, then what else may be asked for."""
    drafted = [initial_of(_as_draft(item), item=item.pk, line=_line_of(item, writing)) for item in writing.items]
    lines = {values["line"] for values in drafted} - {""}
    others = [proposal for proposal in writing.wanted.proposals if proposal.key not in lines]
    return [
        *drafted,
        *(initial_of(each.draft, line=each.key, is_asked=each.is_chosen and writing.draft is None) for each in others),
    ]


def _line_of(item: EvidenceItem, writing: _Writing) -> str:
    """Its line in the evidence list, by kind and person; "" for what stands in none."""
    about = (item.document_class, item.person_id)
    same = [each for each in writing.wanted.proposals if (each.draft.document_class, each.draft.person_id) == about]
    same.sort(key=lambda each: each.draft.what != item.what)
    return same[0].key if same else ""


def _as_draft(item: EvidenceItem) -> ItemDraft:
    return ItemDraft(
        what=item.what,
        why=item.why,
        basis=item.basis,
        alternatives=item.alternatives,
        document_class=item.document_class,
        person_id=item.person_id,
        may_blacken=item.may_blacken,
        is_restricted=item.is_restricted,
        finding_id=item.finding_id,
    )


def _added(adding: AddForm) -> ItemDraft:
    """A new thing: with the words of its kind, or empty."""
    kind, person = adding.cleaned_data["add_class"], adding.cleaned_data["add_person"]
    about = UUID(person) if person else None
    if not kind:
        return ItemDraft(what="", basis=BASIS, person_id=about)
    return paper_draft(DocumentClass(kind), on=timezone.localdate(), person_id=about)


def _page(
    request: HttpRequest,
    writing: _Writing,
    letter: LetterForm,
    items: ItemFormSetBase,
    adding: AddForm,
    *,
    status: HTTPStatus = HTTPStatus.OK,
    trouble: str = "",
) -> HttpResponse:
    addressed = _addressee(writing)
    shown = writing.application or writing.draft or writing.case
    note_seen(actor=writing.actor, case_id=writing.case.pk, shown=[Shown.ANSWERS, Shown.FILE_NAMES], subject=shown)
    context = {
        "case": writing.case,
        "application": writing.application,
        "draft": writing.draft,
        "letter": letter,
        "items": items,
        "lines": _lines(writing, items),
        "there": [(each, writing.names.get(str(each.draft.person_id), "")) for each in writing.wanted.there],
        "adding": adding,
        "trouble": trouble,
        "drafts": [] if writing.draft else drafts_of_case(writing.actor, writing.case.pk),
        "is_from_checks": writing.draft is not None and writing.draft.created_by_id is None,
        "addressee": addressed.name,
        "addressed_person": addressed,
    }
    title = _("Entwurf ändern") if writing.draft else _("Unterlagen anfordern")
    return desk_page(request, "desk/request_write.html", title=title, context=context, status=status)


def _lines(writing: _Writing, items: ItemFormSetBase) -> list[Line]:
    proposals = {each.key: each for each in writing.wanted.proposals}
    items_by_key = {str(item.pk): item for item in writing.items}
    lines = []
    for form in items.forms:
        proposal = proposals.get(str(form["line"].value() or ""))
        item = items_by_key.get(str(form["item"].value() or ""))
        lines.append(
            Line(
                form=form,
                origin=str(ORIGINS[proposal.origin]) if proposal else "",
                from_check=bool(form["finding"].value()),
                there=writing.wanted.why_not(item.document_class, item.person_id) if item else "",
            )
        )
    return lines
