"""The page of a request: everything that is asked for, and every way to answer. One form: whatever button is pressed,
every chosen file arrives.
"""

from functools import partial
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View

from mailbox.enums import AnswerKind
from mailbox.errors import DayNotPossible, NoSuchStep, NothingSaid, PaperNotThere, RequestNotOpen, TextTooLong
from mailbox.models import EvidenceItem, EvidenceRequest
from mailbox.permissions import may_prepare
from mailbox.selectors import requests_visible_to, with_everything
from mailbox.selectors.evidence_papers import new_for_items, owner_of_papers, papers_there, uploads_of
from mailbox.services.evidence import (
    ItemAnswer,
    answer_items,
    ask_for_time,
    choose_papers,
    hand_over_to_phone,
    make_one,
    pictures_of,
)
from mailbox.services.reading import read_thread
from mailbox.views.evidence_page import AT, Trouble, page_of
from mailbox.views.evidence_typed import day_of, gone, missing, number_of, reason_of, token_of, too_long
from portal.cases.enums import Shown
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.cases.services import note_seen
from portal.cases.views.actor import actor_of
from portal.documents.services import receive_document
from portal.documents.views.arranging import Arranged, arrange
from portal.documents.views.taking_in import take_in
from portal.submissions.errors import DocumentNotThere
from portal.submissions.models import Submission

PURPOSE = "evidence_request"
WAYS = {"by_post": AnswerKind.BY_POST, "in_person": AnswerKind.IN_PERSON}


def find_request(http: HttpRequest, pk: UUID) -> tuple[Actor, EvidenceRequest]:
    """The request of the address with all that its page shows, and who looks. Raises Http404 for those of others."""
    actor = actor_of(http, purpose=PURPOSE)
    return actor, get_object_or_404(with_everything(requests_visible_to(actor)), pk=pk)


class EvidenceRequestView(View):
    """GET: the page, with what a phone has sent. POST: one of its buttons.

    With the number of a card: ``send``, ``by_post``, ``in_person``, ``not_available``, ``upload``, ``phone``, ``join``.
    Besides: ``send=all``, ``more_time``, ``look``, and what can be done with a file (`arranging`).
    """

    http_method_names = ["get", "head", "post", "options"]
    actor: Actor
    request_: EvidenceRequest

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """404 for requests of others and for drafts."""
        self.actor, self.request_ = find_request(request, pk)
        if self._may_upload():
            for item, arrived in new_for_items(self.actor, self.request_, self.request_.items.all()):
                self._keep(item, arrived)
        return self._page(request)

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Keep every file first; then do what the button says."""
        self.actor, self.request_ = find_request(request, pk)
        trouble, done, arrived = Trouble(), Arranged(), 0
        try:
            if self._may_upload():
                done, arrived = self._files(request, trouble)
            answer = self._press(request, trouble)
        except (RequestNotOpen, NoSuchStep):
            messages.info(request, _("Das hat sich gerade geändert. Hier sehen Sie, wie es jetzt steht."))
            return self._back(request)
        except NotPermitted:
            raise Http404 from None
        if trouble:
            return self._page(request, trouble)
        if answer is not None:
            return answer
        self._tell(request, done, arrived)
        return self._back(request, self._pressed(request, "upload", "join") or self._at(done))

    def _may_upload(self) -> bool:
        return self.request_.is_open and may_prepare(self.actor, self.request_)

    def _items(self) -> dict[str, EvidenceItem]:
        return {str(item.position): item for item in self.request_.items.all()}

    def _page(self, request: HttpRequest, trouble: Trouble | None = None) -> HttpResponse:
        found = self.request_
        if found.thread is not None:
            read_thread(actor=self.actor, thread=found.thread)
        shown = [Shown.MESSAGES, Shown.FILE_NAMES]
        note_seen(actor=self.actor, case_id=found.case_id, shown=shown, subject=found)
        request.jobcenter_id = found.case.jobcenter_id  # type: ignore[attr-defined] # the frame shows its office
        if trouble:  # what has arrived meanwhile
            found = with_everything(requests_visible_to(self.actor)).get(pk=found.pk)
        context = page_of(request, self.actor, found, trouble)
        status = HTTPStatus.UNPROCESSABLE_ENTITY if trouble else HTTPStatus.OK
        return render(request, "mailbox/request.html", context, status=status)

    def _back(self, request: HttpRequest, number: str = "") -> HttpResponse:
        """The page again, at the card with this number: in the query for us, as fragment for the browser."""
        return redirect(f"{request.path}?{AT}={number}#{AT}-{number}" if number else request.path)

    def _pressed(self, request: HttpRequest, *buttons: str) -> str:
        """The number of the card whose button was pressed; "" for other buttons."""
        items = self._items()
        return next((request.POST[name] for name in buttons if request.POST.get(name) in items), "")

    def _at(self, done: Arranged) -> str:
        """The number of the card that has a file with this id."""
        if not done.at:
            return ""
        chosen = uploads_of(self.actor, self.request_)
        known = {str(known): item_id for item_id, listed in chosen.items() for each in listed for known in each.ids}
        item_id = known.get(done.at)
        return next((number for number, item in self._items().items() if item.pk == item_id), "")

    def _files(self, request: HttpRequest, trouble: Trouble) -> tuple[Arranged, int]:
        """Take in and arrange; a file that is refused does not hold up the others. Returns how many arrived."""
        chosen = uploads_of(self.actor, self.request_)
        item_of = {str(known): item_id for item_id, docs in chosen.items() for each in docs for known in each.ids}
        done = arrange(request, self.actor, [each for listed in chosen.values() for each in listed])
        trouble.at_files.update(done.refused)
        number_of = {item.pk: number for number, item in self._items().items()}
        for key, added in done.added.items():
            if key in item_of:
                choose_papers(actor=self.actor, item=self._items()[number_of[item_of[key]]], documents=added)
        arrived = 0
        for number, item in self._items().items():
            receive = partial(
                receive_document,
                actor=self.actor,
                case=self.request_.case,
                person=owner_of_papers(item),
                evidence_code=item.document_class,
                is_restricted=item.is_restricted,
            )
            taken, refused = take_in(request, f"file-{number}", receive)
            self._keep(item, taken)
            arrived += len(taken)
            for words in refused:
                trouble.add(item.position, words)
        return done, arrived

    def _keep(self, item: EvidenceItem, taken: list[Any]) -> None:
        """With the item; several pictures at once are the pages of one paper."""
        if taken:
            choose_papers(actor=self.actor, item=item, documents=taken)
            make_one(actor=self.actor, item=item, documents=pictures_of(taken))

    def _press(self, request: HttpRequest, trouble: Trouble) -> HttpResponse | None:
        """What the button leads to; None to stay. Nothing is sent while a file was refused: the person looks first."""
        if trouble:
            return None
        items = self._items()
        if phone := self._pressed(request, "phone"):
            back = f"{request.path}?{AT}={phone}#{AT}-{phone}"
            return redirect(
                "documents:hand_over", hand_over_to_phone(actor=self.actor, item=items[phone], back=back).pk
            )
        if join := self._pressed(request, "join"):
            make_one(
                actor=self.actor,
                item=items[join],
                documents=uploads_of(self.actor, self.request_).get(items[join].pk, []),
            )
            return None
        if "more_time" in request.POST:
            return self._ask_for_time(request, trouble)
        return self._send(request, trouble)

    def _ask_for_time(self, request: HttpRequest, trouble: Trouble) -> HttpResponse | None:
        try:
            wish = ask_for_time(
                actor=self.actor,
                request=self.request_,
                until=day_of(request),
                text=request.POST.get("time-words", "").strip(),
                token=f"{token_of(request)}:time",
            )
        except DayNotPossible:
            trouble.add(0, _("Bitte wählen Sie einen Tag, der nach der Frist liegt."))
            return None
        except TextTooLong as error:
            trouble.add(0, too_long(error.signs))
            return None
        self._say_arrived(request, wish.submission)
        return redirect(f"{request.path}#frist")

    def _send(self, request: HttpRequest, trouble: Trouble) -> HttpResponse | None:
        """Hand in what the button says: one card, or all with files."""
        pressed = next((name for name in ("send", "not_available", *WAYS) if name in request.POST), "")
        number = request.POST.get(pressed, "")
        if not pressed or (number not in self._items() and number != "all"):
            return None
        answers = self._answers(request, pressed, number)
        if not answers:
            position = int(number) if number != "all" else 0
            trouble.add(position, missing(pressed))
            return None
        token = f"{token_of(request)}:{number}"
        was_sent = Submission.objects.filter(token=token, case_id=self.request_.case_id).exists()
        try:
            submission = answer_items(actor=self.actor, request=self.request_, answers=answers, token=token)
        except (PaperNotThere, DocumentNotThere, NothingSaid):
            trouble.add(number_of(self._items().values(), answers), gone())
            return None
        except TextTooLong as error:
            trouble.add(number_of(self._items().values(), answers), too_long(error.signs))
            return None
        self._say_arrived(request, submission)
        if was_sent and pressed == "send":
            messages.warning(request, _("Was hier noch steht, ist danach dazugekommen und noch nicht abgeschickt."))
        return self._back(request, number if number != "all" else "")

    def _answers(self, request: HttpRequest, pressed: str, number: str) -> list[ItemAnswer]:
        """What is to be handed in; nothing when something is missing for it."""
        items = self._items()
        if pressed in WAYS and number in items:
            return [ItemAnswer(item_id=items[number].pk, kind=WAYS[pressed])]
        if pressed == "not_available" and number in items:
            text = reason_of(request, number)
            return [ItemAnswer(item_id=items[number].pk, kind=AnswerKind.NOT_AVAILABLE, text=text)] if text else []
        chosen = uploads_of(self.actor, self.request_)
        there = {str(document.pk): document.pk for document in papers_there(self.actor, self.request_)}
        answers = []
        for key in items if number == "all" else [number]:
            item = items[key]
            ids = [each.pk for each in chosen.get(item.pk, ()) if each.is_usable]
            ids += [there[known] for known in request.POST.getlist(f"have-{key}") if known in there]
            if ids:
                answers.append(ItemAnswer(item_id=item.pk, kind=AnswerKind.DOCUMENTS, document_ids=tuple(ids)))
        return answers

    def _say_arrived(self, request: HttpRequest, submission: Submission | None) -> None:
        if submission is None:
            return
        words = _("Ihre Antwort ist angekommen. Vorgangsnummer: %(reference)s.") % {"reference": submission.reference}
        messages.success(request, words)

    def _tell(self, request: HttpRequest, done: Arranged, arrived: int) -> None:
        if done.said:
            (messages.warning if done.is_trouble else messages.success)(request, done.said)
        elif arrived:
            words = ngettext(
                "%(number)s Datei ist hochgeladen, aber noch nicht abgeschickt.",
                "%(number)s Dateien sind hochgeladen, aber noch nicht abgeschickt.",
                arrived,
            )
            messages.success(request, words % {"number": arrived})
        elif "upload" in request.POST:
            messages.info(request, _("Sie haben noch keine Datei ausgewählt."))
