"""What a person should do next, the most urgent first, and what is under way: the first thing she sees."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal

from allauth.account.models import EmailAddress
from django.db.models import Exists, F, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from msgspec import Struct

from applications.catalogue.compose import compose
from applications.domain.status_texts import speaks_for_itself, status_heading, status_text
from applications.enums import ENDED, ApplicationStatus
from applications.selectors.application import applications_visible_to
from applications.selectors.continuing import goes_on_in_longer, is_continued, may_go_on_with
from applications.selectors.draft import open_drafts
from applications.selectors.grant_period import periods_to_renew
from mailbox.enums import RequestStatus
from mailbox.models import EvidenceRequest
from portal.accounts.models import User
from portal.cases.domain.periods import TOLD_BEFORE
from portal.cases.enums import Role, Scope
from portal.cases.models.todo import PROVIDERS, DayMeans, Todo
from portal.cases.selectors import helpers_visible_to
from portal.notices.enums import ConsentKind
from portal.notices.models import Consent, NoticeSettings
from portal.ui.formats import format_date

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from portal.accounts.models import Jobcenter
    from portal.cases.models import Actor

SEND_PAPERS_DAYS: Final = 2  # how soon each is wanted where no day says so
WHOLE_FORM_DAYS: Final = 5


class UnderWay(Struct, frozen=True, kw_only=True):
    """Handed in and not ended. ``about``: what it is and since when; ``text`` says what happens now."""

    title: str | _StrPromise
    about: str
    url: str
    status: str | _StrPromise
    text: str | _StrPromise
    kind: Literal["info", "success", "warning", "danger"]


class Overview(Struct, frozen=True):
    """What is to do, the most urgent first, what somebody may do, and what goes on without the person."""

    todo: tuple[Todo, ...]
    optional: tuple[Todo, ...]
    under_way: tuple[UnderWay, ...]


def overview_for(actor: Actor) -> Overview:
    """Return everything about all cases of ``actor``. Nine SQL statements, however much there is."""
    today = timezone.localdate()
    todo: list[Todo] = [*_drafts(actor), *_renewal(actor, today), *_help_that_ends(actor), *_question(actor)]
    under_way: list[UnderWay] = []
    for line in _applications(actor):
        if isinstance(line, Todo):
            todo.append(line)
        else:
            under_way.append(line)
    for provider in PROVIDERS:
        todo += provider(actor, today)
    todo.sort(key=lambda line: line.rank(today))
    return Overview(
        tuple(line for line in todo if not line.is_optional),
        tuple(line for line in todo if line.is_optional),
        tuple(under_way),
    )


def _drafts(actor: Actor) -> Iterator[Todo]:
    for draft in open_drafts(actor):
        may_send = actor.may(Scope.SEND, draft.case_id)
        yield Todo(
            title=_("Antrag fertig ausfüllen und absenden") if may_send else _("Antrag fertig ausfüllen"),
            url=reverse("applications:tasks", args=[draft.pk]),
            due=timezone.localdate(draft.expires_at),
            means=DayMeans.KEPT,
            note=str(compose(draft.form_key, draft.catalogue_version).title),
        )


def _renewal(actor: Actor, today: dt.date) -> Iterator[Todo]:
    """Asking for more before the money ends, and for as long afterwards as it is still one and the same matter."""
    for period in periods_to_renew(actor, today):
        yield Todo(title=_("Weiterbewilligung beantragen"), url=reverse("applications:overview"), due=period.ends_on)


def _help_that_ends(actor: Actor) -> Iterator[Todo]:
    now = timezone.now()
    for standing in helpers_visible_to(actor).valid_at(now).filter(valid_to__lte=now + TOLD_BEFORE):
        if standing.valid_to is not None:
            yield Todo(
                title=_("Hilfe verlängern, wenn sie weitergehen soll"),
                url=reverse("helping:helper", args=[standing.pk]),
                due=timezone.localdate(standing.valid_to),
                means=DayMeans.ENDS,
            )


def _question(actor: Actor) -> Iterator[Todo]:
    """Whether e-mails shall say that something is there: asked until somebody has chosen, whatever it is."""
    if actor.role is not Role.CLAIMANT or actor.user_id is None or actor.acting_for is not None:
        return
    address = EmailAddress.objects.filter(user=OuterRef("pk"), verified=True, email=OuterRef("email"))
    answered = NoticeSettings.objects.filter(user=OuterRef("pk")).exclude(asked_at__isnull=True, is_discreet=False)
    asked = User.objects.filter(
        Exists(address),
        ~Exists(Consent.objects.filter(user=OuterRef("pk"), kind=ConsentKind.EMAIL)),
        ~Exists(answered),
        pk=actor.user_id,
    )
    if asked.exists():
        yield Todo(
            title=_("Wählen, ob wir Ihnen Bescheid geben sollen, wenn etwas Neues da ist"),
            url=reverse("notices:overview"),
            is_optional=True,
        )


def _applications(actor: Actor) -> Iterator[Todo | UnderWay]:
    asked = EvidenceRequest.objects.filter(case=OuterRef("case"), status=RequestStatus.SENT)
    waiting = applications_visible_to(actor).exclude(status__in=ENDED).order_by("-received_at")
    found = waiting.select_related("case__jobcenter").annotate(
        kind=F("submission__kind"),
        form=F("submission__title"),
        continued=is_continued(),
        goes_on=goes_on_in_longer(),
        has_request=Exists(asked),
    )
    for application in found:
        url = reverse("applications:status", args=[application.pk])
        if may_go_on_with(actor, application, continued=application.continued):
            yield Todo(
                title=_("Den ganzen Antrag ausfüllen"),
                url=url,
                days=WHOLE_FORM_DAYS,
                note=_("Das Datum ist gesichert."),
            )
            continue
        if application.goes_on and not speaks_for_itself(application.status):
            continue  # where it stands is said by the longer one
        words = status_text(application.status, application.kind)
        text = _said(words.text, application.case.jobcenter)
        if application.status == ApplicationStatus.DOCUMENTS_REQUESTED and not application.has_request:
            yield Todo(title=_("Fehlende Unterlagen schicken"), url=url, days=SEND_PAPERS_DAYS, note=text)
        yield UnderWay(
            title=_("Stand des Antrags ansehen")
            if actor.acting_for
            else _("%(heading)s ansehen") % {"heading": status_heading(application.kind)},
            about=_("%(form)s vom %(day)s") % {"form": application.form, "day": format_date(application.received_at)},
            url=url,
            status=words.shown_as,
            text=text,
            kind=words.kind,
        )


def _said(text: _StrPromise, jobcenter: Jobcenter | None) -> str:
    """What a status means, without the day from which money is paid: the linked page says that."""
    name = jobcenter.name if jobcenter else _("das zuständige Jobcenter")
    return " ".join((str(text) % {"jobcenter": name, "counts_from": ""}).split())
