"""What the postbox asks of a person: what to hand in, to read, to finish."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mailbox.enums import ExtensionStatus, ItemStatus, RequestStatus
from mailbox.models import Extension, Message
from mailbox.selectors.decision import decisions_visible_to
from mailbox.selectors.draft import drafts_of
from mailbox.selectors.evidence import requests_visible_to
from mailbox.selectors.thread import threads_visible_to
from portal.cases.enums import CITIZEN_ROLES
from portal.cases.models import Actor
from portal.cases.models.todo import Todo

READ_DECISION_DAYS: Final = 0  # how soon each is wanted where no day says so: the period for an objection runs
READ_MESSAGE_DAYS: Final = 1
FINISH_MESSAGE_DAYS: Final = 3
HINT_DAYS: Final = 7
MISSING: Final = Q(items__status__in=[ItemStatus.REQUESTED, ItemStatus.UNUSABLE])
ANNOUNCED: Final = Q(items__status=ItemStatus.ANNOUNCED)


def postbox_todo(actor: Actor, _today: dt.date) -> Iterator[Todo]:
    """Requests something is missing to, decisions nobody has opened, new messages, drafts. Four queries.

    A message that only brings a request or a decision is not counted once more.
    """
    yield from papers_todo(actor, _today)
    yield from _decisions(actor)
    yield from _messages(actor)
    yield from _drafts(actor)


def papers_todo(actor: Actor, _today: dt.date) -> Iterator[Todo]:
    """Requests something is missing to, and what was announced on paper. One query."""
    wishes = Extension.objects.filter(request=OuterRef("pk"), status=ExtensionStatus.ASKED)
    found = (
        requests_visible_to(actor)
        .filter(status=RequestStatus.SENT)
        .annotate(
            missing=Count("items", filter=MISSING),
            announced=Count("items", filter=ANNOUNCED),
            asked_for_time=Exists(wishes),
        )
        .filter(Q(missing__gt=0) | Q(announced__gt=0))
    )
    rows = found.values_list("pk", "deadline", "is_hint", "missing", "announced", "asked_for_time")
    for pk, deadline, is_hint, missing, announced, asked in rows:
        yield Todo(
            title=_request_title(missing, announced, is_hint=is_hint),
            url=reverse("mailbox:request", args=[pk]),
            due=deadline,
            days=HINT_DAYS,
            note=_("Sie haben um mehr Zeit gebeten. Wir antworten Ihnen.") if asked else "",
        )


def _request_title(missing: int, announced: int, *, is_hint: bool) -> str:
    if not missing:
        found = ngettext(
            "%(number)s Unterlage bringen oder schicken, wie angekündigt",
            "%(number)s Unterlagen bringen oder schicken, wie angekündigt",
            announced,
        )
        return found % {"number": announced}
    if is_hint:
        found = ngettext(
            "Es fehlt vielleicht noch %(number)s Unterlage", "Es fehlen vielleicht noch %(number)s Unterlagen", missing
        )
    else:
        found = ngettext("%(number)s Unterlage einreichen", "%(number)s Unterlagen einreichen", missing)
    return found % {"number": missing}


def _decisions(actor: Actor) -> Iterator[Todo]:
    unopened = decisions_visible_to(actor).filter(opened_at__isnull=True).order_by("released_at", "pk")
    for pk in unopened.values_list("pk", flat=True):
        yield Todo(
            title=_("Bescheid oder Schreiben lesen"),
            url=reverse("mailbox:decision", args=[pk]),
            days=READ_DECISION_DAYS,
            note=_("Darin kann eine Frist stehen."),
        )


def _messages(actor: Actor) -> Iterator[Todo]:
    unread = Message.objects.filter(thread__in=threads_visible_to(actor), read_at__isnull=True)
    others = unread.exclude(sender_role__in=CITIZEN_ROLES).filter(evidence_request__isnull=True)
    number = others.exclude(decision__in=decisions_visible_to(actor)).count()
    if number:
        yield Todo(
            title=ngettext("%(number)s neue Nachricht lesen", "%(number)s neue Nachrichten lesen", number)
            % {"number": number},
            url=reverse("mailbox:inbox"),
            days=READ_MESSAGE_DAYS,
        )


def _drafts(actor: Actor) -> Iterator[Todo]:
    for _pk, thread_id in drafts_of(actor).values_list("pk", "thread_id"):
        yield Todo(
            title=_("Angefangene Nachricht fertig schreiben oder verwerfen"),
            url=reverse("mailbox:thread", args=[thread_id]) if thread_id else reverse("mailbox:new"),
            days=FINISH_MESSAGE_DAYS,
            note=_("Das Jobcenter hat sie noch nicht."),
        )
