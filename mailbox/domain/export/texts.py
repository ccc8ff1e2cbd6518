"""Rows of the postbox in words. Who reads it decides little: notes for colleagues are never here."""

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from mailbox.domain.decision_clock import clock_of
from mailbox.domain.export.contents import Answer, Facts, Item, Letter, Request
from mailbox.enums import ContactChannel, ExtensionStatus, MessageKind
from mailbox.models import Decision, EvidenceAnswer, EvidenceItem, EvidenceRequest, Extension, Message, Thread
from portal.cases.enums import CITIZEN_ROLES, STAFF_ROLES
from portal.submissions.domain.moments import proof_moment
from portal.ui.formats import format_weekday_date

Numbers = Mapping[UUID, int]  # of the list of papers, by document


def kept(*facts: tuple[str, str]) -> Facts:
    """Without those that say nothing."""
    return tuple(fact for fact in facts if fact[1])


def sender(message: Message, thread: Thread, acting: Mapping[UUID | None, str], jobcenter: str) -> str:
    """Who wrote it."""
    if message.sender_role in STAFF_ROLES or message.author is not None:
        name = message.author.display_name if message.author is not None else ""
        return _("%(jobcenter)s (%(name)s)") % {"jobcenter": jobcenter, "name": name} if name else jobcenter
    if message.sender_role not in CITIZEN_ROLES:
        return _("%(jobcenter)s, automatisch vom Portal") % {"jobcenter": jobcenter}
    if message.acting_standing_id is not None:
        return acting.get(message.acting_standing_id, _("eine Person, die hilft"))
    return thread.person.name or _("kein Name angegeben")


def message_facts(message: Message, who: str) -> Facts:
    """From whom, when, on which way, with which receipt, opened when."""
    at = message.happened_at or message.created_at
    is_from_person = message.sender_role in CITIZEN_ROLES
    opened = proof_moment(message.read_at) if message.read_at else _("noch nicht")
    return kept(
        (_("Von"), who),
        (_("Zeit"), proof_moment(at)),
        (_("Aufgeschrieben"), proof_moment(message.created_at) if message.happened_at else ""),
        (_("Weg"), str(ContactChannel(message.channel).label)),
        (_("Eingangsbestätigung"), message.submission.reference if message.submission else ""),
        (_("Vom Jobcenter geöffnet") if is_from_person else _("Im Portal geöffnet"), opened),
        (_("Gerichtet an"), _("die Vertretung der Person") if message.addressed_to else ""),
        (_("Übersetzung"), _("nötig") if message.needs_translation else ""),
    )


def message_body(message: Message) -> str:
    """Its words; a receipt has none of its own."""
    if message.kind == MessageKind.RECEIPT and not message.body:
        return _("Die Eingangsbestätigung liegt bei den Eingängen.")
    return message.body


def request_words(request: EvidenceRequest, numbers: Numbers) -> Request:
    """A request with items and answers; everything it needs was fetched with it."""
    first = request.first_deadline
    moved = first is not None and first != request.deadline
    return Request(
        facts=kept(
            (_("Gesendet"), proof_moment(request.sent_at) if request.sent_at else ""),
            (_("Frist"), format_weekday_date(request.deadline) if request.deadline else _("keine, nur ein Hinweis")),
            (_("Frist im Schreiben"), format_weekday_date(first) if first and moved else ""),
            (_("Stand"), request.get_status_display()),
        ),
        introduction=request.introduction,
        items=tuple(_item(item, numbers) for item in request.items.all()),
        wishes=tuple(_wish(wish) for wish in sorted(request.extensions.all(), key=lambda each: each.created_at)),
        notice=request.legal_notice,
    )


def _item(item: EvidenceItem, numbers: Numbers) -> Item:
    answers = sorted(item.answers.all(), key=lambda answer: (answer.created_at, answer.pk))
    return Item(
        title=f"{item.position}. {item.what}",
        facts=kept(
            (_("Für"), item.person.name if item.person else ""),
            (_("Warum"), item.why),
            (_("Rechtsgrundlage"), item.basis),
            (_("Was stattdessen geht"), item.alternatives),
            (_("Stand"), item.get_status_display()),
            (_("Was nicht stimmt und was hilft"), item.reason),
        ),
        answers=tuple(_answer(answer, numbers) for answer in answers),
    )


def _answer(answer: EvidenceAnswer, numbers: Numbers) -> Answer:
    recorded = _(", aufgenommen im Jobcenter") if answer.recorded_by_id else ""
    return Answer(
        title=f"{proof_moment(answer.created_at)}: {answer.get_kind_display()}{recorded}",
        text=answer.text,
        reference=answer.submission.reference if answer.submission else "",
        files=tuple(sorted(numbers[each.pk] for each in answer.documents.all() if each.pk in numbers)),
    )


def _wish(wish: Extension) -> Answer:
    until = {"at": proof_moment(wish.created_at), "day": format_weekday_date(wish.until)}
    said = [wish.text]
    if wish.status != ExtensionStatus.ASKED:
        said.append(_("Antwort des Jobcenters: %(what)s") % {"what": wish.get_status_display()})
        said.append(wish.reply)
    return Answer(
        title=_("%(at)s: mehr Zeit gewünscht bis %(day)s") % until,
        text="\n".join(filter(None, said)),
        reference=wish.submission.reference if wish.submission else "",
    )


def letter_words(decision: Decision, numbers: Numbers, *, is_for_office: bool) -> Letter:
    """A decision with its clock. Why it goes by post is the addressee's business: only the office reads it here."""
    counted = clock_of(decision)
    why = decision.get_by_post_display() if is_for_office and decision.by_post else ""
    return Letter(
        facts=kept(
            (_("Bezeichnung"), decision.title),
            (_("Datum"), format_weekday_date(decision.dated_on)),
            (_("Im Portal seit"), proof_moment(decision.released_at) if decision.released_at else ""),
            (_("Zustellung"), decision.get_delivery_display()),
            (_("Grund für die Post"), why),
            (_("Zur Post gegeben"), format_weekday_date(decision.posted_on) if decision.posted_on else ""),
            (_("Fristen"), counted.summary if counted else _("Ohne Benachrichtigung läuft hier keine Frist.")),
            (_("Zuerst geöffnet"), proof_moment(decision.opened_at) if decision.opened_at else _("noch nicht")),
        ),
        cover=decision.cover,
        steps=tuple(_step(step.title, format_weekday_date(step.day), step.explained) for step in counted.steps)
        if counted
        else (),
        hints=(*filter(None, (counted.caution,)), *counted.hints) if counted else (),
        files=(numbers[decision.document_id],) if decision.document_id in numbers else (),
    )


def _step(title: str, day: str, why: str) -> str:
    return _("%(title)s: %(day)s. %(why)s") % {"title": title, "day": day, "why": why}
