"""Writing a message: the page for a new conversation, and the form below an old one.

POST ``send``; ``save``, ``upload``, ``phone``, ``discard``, or what can be done with a file (`arranging`). Whatever
button is pressed, what was typed is kept first and every chosen file arrives.
"""

from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from msgspec.structs import replace

from mailbox.domain.drafting import LONGEST_TEXT
from mailbox.errors import NothingToSend, TextTooLong
from mailbox.models import Message, MessageDraft
from mailbox.permissions import may_write
from mailbox.selectors import Place, attached_to, drafts_of, new_from_phone, place_of, threads_visible_to
from mailbox.services import attach, discard_draft, keep_left_behind, save_draft, send_message, sent_with
from mailbox.views.form import address_of, form_context
from mailbox.views.typed import Typed, both_texts, state_of
from portal.accounts.models import User
from portal.accounts.views.typed_again import keep_typed, take_typed
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.cases.views.actor import NoStanding, acting_case, actor_of, is_guest
from portal.cases.views.space import outside
from portal.documents.models import HandOver
from portal.documents.permissions import may_upload
from portal.documents.services import open_hand_over, receive_document
from portal.documents.views import take_in
from portal.documents.views.arranging import Arranged, arrange
from portal.submissions.errors import DocumentNotThere

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

PURPOSE = "mailbox"
FILES = "files"
SAVED = gettext_lazy(
    "Gespeichert, aber noch nicht abgeschickt. Sie finden Ihre angefangene Nachricht oben in Ihrem Postfach."
)
NOTHING = gettext_lazy("Bitte schreiben Sie etwas oder hängen Sie eine Datei an. Noch ist nichts abgeschickt.")
ARRIVED = gettext_lazy(
    "Ihre Nachricht ist angekommen. Vorgangsnummer: %(reference)s. Die Eingangsbestätigung finden Sie unten."
)
BOTH_TEXTS = gettext_lazy(
    "Sie haben in einem anderen Fenster weitergeschrieben. Beide Texte stehen jetzt hier untereinander. Es ist nichts "
    "verloren und noch nichts abgeschickt."
)
WRITTEN_AFTERWARDS = gettext_lazy(
    "Diese Nachricht haben Sie schon abgeschickt. Was Sie danach geändert haben, steht jetzt hier als neue Nachricht. "
    "Sie ist noch nicht abgeschickt."
)


@method_decorator(login_not_required, name="dispatch")  # what strangers have typed must not be lost
class WritingView(View):
    """What both pages share: where it goes, the draft, the buttons."""

    http_method_names = ["get", "head", "post", "options"]
    actor: Actor

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find out who acts; keep what was typed by who may act no more."""
        if not request.user.is_authenticated and not is_guest(request):
            if request.method == "POST":
                keep_typed(request, path=request.path)
            return redirect_to_login(request.path)
        try:
            self.actor = actor_of(request, purpose=PURPOSE)
        except NoStanding:
            return self._left_behind(request, **kwargs)
        return super().dispatch(request, *args, **kwargs)

    def find_place(self, **kwargs: Any) -> Place | None:
        """Where it goes; None when the actor sees no such place."""
        raise NotImplementedError

    def page(self, request: HttpRequest, place: Place, context: dict[str, Any], status: int) -> HttpResponse:
        """The page with the form of ``context``."""
        raise NotImplementedError

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Keep everything, then do what the button says."""
        place = self.find_place(**kwargs)
        if place is None or not may_write(self.actor, place.case, place.person):
            return self._left_behind(request, **kwargs)
        typed = Typed.of(request)
        sent = sent_with(actor=self.actor, token=typed.token) if typed.token else None
        if sent is not None and "send" in request.POST and typed.body == sent.body:
            return self._after_sending(request, sent)
        news: StrPromise | str = ""
        if sent is not None:
            (place, typed), news = self._after_that(place, typed, sent), WRITTEN_AFTERWARDS
        if self._is_blank(request, place, typed):
            if "send" not in request.POST:
                return redirect(address_of(place))
            return self.shown(request, place, None, typed=typed, error=str(NOTHING))
        draft, is_merged = self._keep(place, typed)
        return self._act(request, place, draft, news or (BOTH_TEXTS if is_merged else ""))

    def _act(self, request: HttpRequest, place: Place, draft: MessageDraft, news: "StrPromise | str") -> HttpResponse:
        """Give up; or take in what was chosen. With ``news`` nothing is sent before somebody has looked at it."""
        if "discard" in request.POST:
            discard_draft(actor=self.actor, draft=draft)
            messages.success(request, _("Ihre angefangene Nachricht ist gelöscht."))
            return redirect("mailbox:thread", pk=place.thread.pk) if place.thread else redirect("mailbox:inbox")
        done, arrived, refused = self._files(request, place, draft)
        if refused or done.refused:
            return self.shown(request, place, draft, refused=refused, at_files=done)
        if "phone" in request.POST and may_upload(self.actor, place.case.pk, place.person):
            return redirect("documents:hand_over", self._hand_over(place, draft).pk)
        if "send" in request.POST and not news:
            return self._send(request, place, draft)
        if news:
            messages.warning(request, news)
        else:
            _tell(request, done, arrived)
        return redirect(address_of(place))

    def shown(self, request: HttpRequest, place: Place, draft: MessageDraft | None, **news: Any) -> HttpResponse:
        """The page with the draft; ``news`` as `form_context` takes them."""
        status = HTTPStatus.UNPROCESSABLE_ENTITY if news.get("error") else HTTPStatus.OK
        request.jobcenter_id = place.case.jobcenter_id  # type: ignore[attr-defined] # the frame shows its office
        return self.page(request, place, form_context(self.actor, place, draft, **news), status)

    def begun(self, request: HttpRequest, place: Place) -> HttpResponse:
        """The page as it is opened: with the draft, what a phone has sent for it, or what was typed too late."""
        fields = take_typed(request)
        draft = drafts_of(self.actor).filter(case=place.case, thread=place.thread).first()
        if draft is not None and may_write(self.actor, place.case, place.person):
            for document in new_from_phone(draft):
                attach(actor=self.actor, draft=draft, document=document)
        return self.shown(request, place, draft, typed=Typed.from_fields(fields) if fields is not None else None)

    def _is_blank(self, request: HttpRequest, place: Place, typed: Typed) -> bool:
        """Whether nothing was typed, chosen or begun, so that there is nothing to keep."""
        if typed.body or typed.subject or request.FILES or "phone" in request.POST:
            return False
        return not drafts_of(self.actor).filter(case=place.case, thread=place.thread).exists()

    def _keep(self, place: Place, typed: Typed) -> tuple[MessageDraft, bool]:
        before = drafts_of(self.actor).filter(case=place.case, thread=place.thread).first()
        body, is_merged = both_texts(typed, before)
        draft = save_draft(
            actor=self.actor,
            case=place.case,
            person=place.person,
            thread=place.thread,
            topic=typed.topic,
            subject=typed.subject,
            body=body,
            needs_translation=typed.needs_translation,
            token=typed.token,
        )
        return draft, is_merged

    def _files(self, request: HttpRequest, place: Place, draft: MessageDraft) -> tuple[Arranged, int, list[str]]:
        """Take in what was chosen, do what was asked of files that are there; how many arrived, why others did not."""
        if not may_upload(self.actor, place.case.pk, place.person):
            return Arranged(), 0, []
        done = arrange(request, self.actor, attached_to(draft).with_parts())
        receive = partial(receive_document, actor=self.actor, case=place.case, person=place.person)
        arrived, refused = take_in(request, FILES, receive)
        added = [*arrived, *(each for more in done.added.values() for each in more)]
        for document in added:
            attach(actor=self.actor, draft=draft, document=document)
        return done, len(arrived), refused

    def _hand_over(self, place: Place, draft: MessageDraft) -> HandOver:
        return open_hand_over(
            actor=self.actor,
            case=place.case,
            person=place.person,
            title=_("Anhang zu Ihrer Nachricht"),
            place=place_of(draft),
            back=address_of(place),
        )

    def _send(self, request: HttpRequest, place: Place, draft: MessageDraft) -> HttpResponse:
        try:
            message = send_message(actor=self.actor, draft=draft)
        except NothingToSend:
            error = str(NOTHING)
        except TextTooLong as trouble:
            error = _(
                "Ihr Text hat %(signs)s Zeichen. Absenden können Sie höchstens %(longest)s. Ihr Text ist gespeichert, "
                "aber noch nicht abgeschickt. Kürzen Sie ihn, oder speichern Sie ihn als PDF und hängen Sie ihn an."
            ) % {"signs": trouble.signs, "longest": LONGEST_TEXT}
        except DocumentNotThere:
            error = _(
                "Eine Datei wurde gerade in einem anderen Fenster entfernt oder abgeschickt. Bitte sehen Sie sich die "
                "Liste noch einmal an. Ihr Text ist gespeichert, aber noch nicht abgeschickt."
            )
        except NotPermitted:  # the right ended between two lines
            return self._left_behind(request)
        else:
            return self._after_sending(request, message)
        return self.shown(request, place, draft, error=error)

    def _after_sending(self, request: HttpRequest, message: Message) -> HttpResponse:
        """To the conversation, where the receipt is linked; to the receipt for who may not read it."""
        if not threads_visible_to(self.actor).filter(pk=message.thread_id).exists():
            return redirect("submissions:confirmation", pk=message.submission_id)
        reference = message.submission.reference if message.submission is not None else ""
        messages.success(request, ARRIVED % {"reference": reference})
        return redirect("mailbox:thread", pk=message.thread_id)

    def _after_that(self, place: Place, typed: Typed, sent: Message) -> tuple[Place, Typed]:
        """The page was sent before: what it says beyond that goes on as another message in the same conversation."""
        there = threads_visible_to(self.actor).filter(pk=sent.thread_id).first()
        fresh = drafts_of(self.actor).filter(case=place.case, thread=there).first()
        body = "" if typed.body == sent.body else typed.body
        return replace(place, thread=there), replace(typed, token=None, base=state_of(fresh), body=body)

    def _left_behind(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Somebody may write here no more: what they typed is kept for them, nothing was sent."""
        case_id, user = acting_case(request), request.user
        if request.method != "POST" or case_id is None or not isinstance(user, User):
            raise NoStanding if case_id is not None and not hasattr(self, "actor") else Http404
        typed = Typed.of(request)
        draft = None
        if typed.body or typed.subject:
            draft = keep_left_behind(
                user=user,
                case_id=case_id,
                thread_id=kwargs.get("pk"),
                topic=typed.topic,
                subject=typed.subject,
                body=typed.body,
            )
        if draft is None:
            raise NoStanding
        return redirect(outside(reverse("mailbox:left", args=[draft.pk])))


def _tell(request: HttpRequest, done: Arranged, arrived: int) -> None:
    if done.said:
        (messages.warning if done.is_trouble else messages.success)(request, done.said)
    elif arrived:
        words = ngettext("%(number)s Datei ist angekommen.", "%(number)s Dateien sind angekommen.", arrived)
        messages.success(request, words % {"number": arrived})
    elif "upload" in request.POST:
        messages.info(request, _("Sie haben noch keine Datei ausgewählt."))
    elif "look" not in request.POST:
        messages.success(request, SAVED)
