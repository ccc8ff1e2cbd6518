"""The list of conversations: what was begun on top, search and filter, pages."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views import View

from mailbox.enums import Show, Topic
from mailbox.models import MessageDraft, Thread
from mailbox.selectors import drafts_left_behind, drafts_of, inbox, may_begin, search_threads, unread_count
from mailbox.selectors.draft import key_of_user
from portal.accounts.models import User
from portal.cases.enums import Scope, Shown
from portal.cases.models import Actor
from portal.cases.services import note_seen
from portal.cases.views.actor import actor_of

PER_PAGE = 20
LONGEST_SEARCH = 120
TOPICS = tuple(Topic)  # an address names a topic by its number: what somebody writes about stands in none


class InboxView(View):
    """GET: all conversations, newest first; ``?zeigen=`` (`Show`), ``thema=`` (number), ``seite=``. POST: search."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Unread ones are marked in words. What was begun stands on top of the first page."""
        actor = actor_of(request, purpose="mailbox")
        show, number = request.GET.get("zeigen", ""), request.GET.get("thema", "")
        topic = _topic(number)
        page = Paginator(inbox(actor, show=show, topic=topic), PER_PAGE).get_page(request.GET.get("seite"))
        narrowed = {"zeigen": show if show in Show.values else "", "thema": number if topic else ""}
        chosen = {name: value for name, value in narrowed.items() if value}
        begun = _begun(request, actor) if page.number == 1 and not chosen else {}
        context = {"page": page, "threads": page.object_list, "narrowed": chosen, "query": urlencode(chosen), **begun}
        return _page(request, actor, context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """What was searched for stands in no address."""
        actor = actor_of(request, purpose="mailbox")
        words = request.POST.get("worte", "")[:LONGEST_SEARCH].strip()
        found = search_threads(actor, words)
        return _page(request, actor, {"threads": found.threads, "words": words, "is_limited": found.is_limited})


class LeftView(View):
    """What somebody was writing for a person for whom they may write no more. GET: to copy it. POST: delete it."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """The own words. 404 for drafts of others."""
        return render(request, "mailbox/left.html", {"draft": _left(request, pk)})

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """The words only; files that were sent stay with the person."""
        _left(request, pk).delete()
        messages.success(request, _("Ihr Text ist gelöscht."))
        return redirect("mailbox:inbox")


def _left(request: HttpRequest, pk: UUID) -> MessageDraft:
    key = key_of_user(request.user.pk, acting=True) if isinstance(request.user, User) else ""
    return get_object_or_404(MessageDraft, pk=pk, author_key=key)


def _page(request: HttpRequest, actor: Actor, context: dict[str, Any]) -> HttpResponse:
    _note_own_words(actor, context["threads"])
    context |= {
        "unread": unread_count(actor),
        "shows": Show.choices,
        "topics": [(str(number), topic.label) for number, topic in enumerate(TOPICS, start=1)],
        "may_write": may_begin(actor),
        "may_read": actor.acting_for is None or bool(actor.case_ids_with(Scope.READ_POSTBOX)),
        "longest_search": LONGEST_SEARCH,
    }
    return render(request, "mailbox/inbox.html", context, status=HTTPStatus.OK)


def _begun(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    """Drafts of the actor, and, outside of spaces, what they began for others for whom they may act no more."""
    user = request.user
    is_outside = isinstance(user, User) and actor.acting_for is None
    return {
        "drafts": list(drafts_of(actor)),
        "left": list(drafts_left_behind(user)) if is_outside and isinstance(user, User) else [],
    }


def _note_own_words(actor: Actor, threads: Iterable[Thread]) -> None:
    """What a person calls a conversation is a part of her messages."""
    for case_id in {thread.case_id for thread in threads if thread.own_words}:
        note_seen(actor=actor, case_id=case_id, shown=[Shown.MESSAGES])


def _topic(number: str) -> str:
    is_known = number.isdecimal() and 1 <= int(number) <= len(TOPICS)
    return TOPICS[int(number) - 1].value if is_known else ""
