"""One wish: propose times, answer with words, or note a call."""

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from appointments.domain.needs import Needs
from appointments.domain.wish_content import times_in_words
from appointments.enums import Channel, OfferKind, OfferStatus, WishKind, WishStatus
from appointments.errors import AppointmentError, NoSuchStep, WishNotOpen
from appointments.models import Wish
from appointments.services import answer_wish, settle_callback
from mailbox.enums import TextPurpose
from portal.cases.enums import Shown
from portal.cases.models import Actor
from portal.cases.services import note_seen
from portal.desk.forms.offering import AnswerWishForm, CalledForm
from portal.desk.views.offering import Offering, begin, offer_chosen
from portal.desk.views.page import desk_page
from portal.desk.views.postbox_rows import language_in_words
from portal.desk.views.thread_access import latest_application
from portal.desk.views.wish_access import wish_of


@require_http_methods(["GET", "HEAD", "POST"])
def wish(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: what was wished, and free times that fit. POST ``action``: propose, insert, answer, reached, not_reached."""
    actor, found = wish_of(request, pk)
    offering = _offering(request, actor, found)
    answer, called = AnswerWishForm(), CalledForm()
    is_sent = False
    match request.POST.get("action", ""):
        case "propose" | "insert" if offering is not None:
            is_sent = offer_chosen(request, actor, offering) is not None
            if is_sent:
                messages.success(request, _("Gesendet. Die Zeiten sind für die Person frei gehalten."))
        case "answer":
            answer = AnswerWishForm(request.POST)
            is_sent = answer.is_valid() and _done(request, partial(_answer, actor, found, answer))
        case "reached" | "not_reached" as action:
            called = CalledForm(request.POST)
            is_sent = called.is_valid() and _done(request, partial(_called, actor, found, action, called))
    if is_sent:
        return HttpResponseRedirect(reverse("desk:wishes"))
    return _page(request, actor, found, offering, answer, called)


def _answer(actor: Actor, found: Wish, form: AnswerWishForm) -> None:
    answer_wish(actor=actor, wish=found, words=form.cleaned_data["answer"])


def _called(actor: Actor, found: Wish, action: str, form: CalledForm) -> None:
    settle_callback(actor=actor, wish=found, reached=action == "reached", words=form.cleaned_data["said"])


def _done(request: HttpRequest, step: Callable[[], None]) -> bool:
    """Take the step; what stands against it is said and changes nothing."""
    try:
        step()
    except (WishNotOpen, NoSuchStep):
        messages.info(
            request,
            _("Der Wunsch hat sich geändert, oder es warten noch Zeiten auf Antwort. Es ist nichts gesendet."),
        )
        return False
    except AppointmentError:
        messages.error(request, _("Das ging nicht. Es ist nichts gesendet."))
        return False
    messages.success(request, _("Gespeichert."))
    return True


def _offering(request: HttpRequest, actor: Actor, found: Wish) -> Offering | None:
    """Times can be proposed for a wish that is open, or whose proposal nobody has answered."""
    waits = found.offers.filter(status=OfferStatus.OPEN).exists()
    if waits or found.status not in {WishStatus.OPEN, WishStatus.PROPOSED}:
        return None
    first = next((Channel(each) for each in found.channels), None)
    begun = {
        "service": found.service,
        "channel": first or (Channel.PHONE if found.kind == WishKind.CALLBACK else None),
        "needs": Needs.of(found.needs),
        "times": {} if found.kind == WishKind.CALLBACK else found.times,
    }
    return begin(
        request,
        actor,
        person=found.person,
        kind=OfferKind.PROPOSAL,
        purpose=TextPurpose.MESSAGE,
        begun=begun,
        wish=found,
    )


def _page(
    request: HttpRequest,
    actor: Actor,
    found: Wish,
    offering: Offering | None,
    answer: AnswerWishForm,
    called: CalledForm,
) -> HttpResponse:
    note_seen(actor=actor, case_id=found.case_id, shown=[Shown.APPOINTMENTS], subject=found)
    has_errors = answer.errors or called.errors or (offering is not None and offering.trouble)
    context = {
        "wish": found,
        "name": found.person.name or _("(ohne Namen)"),
        "is_call": found.kind == WishKind.CALLBACK,
        "times": times_in_words(found.times),
        "needs": Needs.of(found.needs).in_words(),
        "channels": [Channel(each).label for each in found.channels],
        "language": language_in_words(found.person),
        "is_open": found.status == WishStatus.OPEN,
        "waiting_offer": found.offers.filter(status=OfferStatus.OPEN).first(),
        "silent_offer": found.offers.filter(status=OfferStatus.LAPSED).first(),
        "application": latest_application(actor, found.case_id),
        "offering": offering,
        "answer_form": answer,
        "called_form": called,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if has_errors else HTTPStatus.OK
    title = _("Rückruf") if found.kind == WishKind.CALLBACK else _("Terminwunsch")
    return desk_page(request, "desk/wish.html", title=title, context=context, status=status)
