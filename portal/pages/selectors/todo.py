"""What a person should do next, and how her applications stand: the first thing she sees after signing in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from applications.domain.status_texts import status_heading, status_text
from applications.enums import ENDED
from applications.selectors.application import applications_visible_to
from applications.selectors.continuing import is_continued, may_go_on_with
from applications.selectors.draft import open_drafts
from applications.selectors.grant_period import periods_to_renew
from mailbox.selectors import open_requests, unread_count
from portal.cases.domain.periods import TOLD_BEFORE
from portal.cases.enums import Scope
from portal.cases.selectors import helpers_visible_to

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from portal.cases.models import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """One line of the list. Title and status say no more than that there is something: the linked page shows it."""

    title: str | _StrPromise
    url: str
    due: dt.date | None = None
    status: str | _StrPromise = ""
    kind: Literal["info", "success", "warning", "danger"] = "info"


def todo_for(actor: Actor) -> list[Todo]:
    """Return what the person should do or may want to know: drafts not sent, unread post, running applications.

    Six SQL statements, however much there is.
    """
    return [
        *_requests(actor),
        *_drafts(actor),
        *_renewal(actor),
        *_post(actor),
        *_help_that_ends(actor),
        *_applications(actor),
    ]


def _requests(actor: Actor) -> Iterator[Todo]:
    for request in open_requests(actor):
        if request.is_hint:
            title, status = _("Nachsehen, ob noch etwas fehlt"), _("Hinweis")
        elif request.missing:
            title, status = _("Unterlagen schicken oder antworten"), _("Sie sind dran")
        else:
            title, status = _("Unterlagen auf Papier bringen oder schicken"), _("angekündigt")
        yield Todo(title=title, url=reverse("mailbox:request", args=[request.id]), due=request.deadline, status=status)


def _drafts(actor: Actor) -> Iterator[Todo]:
    for draft in open_drafts(actor):
        may_send = actor.may(Scope.SEND, draft.case_id)
        yield Todo(
            title=_("Antrag fertig ausfüllen und absenden") if may_send else _("Antrag fertig ausfüllen"),
            url=reverse("applications:tasks", args=[draft.pk]),
            due=draft.expires_at.date(),
        )


def _renewal(actor: Actor) -> Iterator[Todo]:
    """Asking for more before the money ends, and for as long afterwards as it is still one and the same matter."""
    for period in periods_to_renew(actor, timezone.localdate()):
        yield Todo(title=_("Weiterbewilligung beantragen"), url=reverse("applications:overview"), due=period.ends_on)


def _post(actor: Actor) -> Iterator[Todo]:
    number = unread_count(actor)
    if number:
        yield Todo(
            title=ngettext("%(number)s neue Nachricht lesen", "%(number)s neue Nachrichten lesen", number)
            % {"number": number},
            url=reverse("mailbox:inbox"),
            status=_("Neu"),
        )


def _help_that_ends(actor: Actor) -> Iterator[Todo]:
    now = timezone.now()
    for standing in helpers_visible_to(actor).valid_at(now).filter(valid_to__lte=now + TOLD_BEFORE):
        if standing.valid_to is not None:
            yield Todo(
                title=_("Hilfe verlängern, wenn sie weitergehen soll"),
                url=reverse("helping:helper", args=[standing.pk]),
                due=timezone.localdate(standing.valid_to),
            )


def _applications(actor: Actor) -> Iterator[Todo]:
    waiting = applications_visible_to(actor).exclude(status__in=ENDED).order_by("-received_at")
    for application in waiting.annotate(kind=F("submission__kind"), continued=is_continued()):
        if may_go_on_with(actor, application, continued=application.continued):
            yield Todo(
                title=_("Den ganzen Antrag ausfüllen"),
                url=reverse("applications:status", args=[application.pk]),
                status=_("Datum ist gesichert"),
            )
            continue
        words = status_text(application.status, application.kind)
        yield Todo(
            title=_("Stand des Antrags ansehen")
            if actor.acting_for
            else _("%(heading)s ansehen") % {"heading": status_heading(application.kind)},
            url=reverse("applications:status", args=[application.pk]),
            status=words.shown_as,
            kind=words.kind,
        )
