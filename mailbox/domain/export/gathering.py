"""Ask the postbox for everything of one export. Every read starts from what the actor may see."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from mailbox.domain.export.contents import Contents, Conversation, Facts, NoteLine, Post
from mailbox.domain.export.papers import listed, numbers_of, receipt_line
from mailbox.domain.export.texts import Numbers, kept, letter_words, message_body, message_facts, request_words, sender
from mailbox.enums import DecisionStatus, MessageKind
from mailbox.models import (
    Attachment,
    Decision,
    EvidenceAnswer,
    EvidenceItem,
    EvidenceRequest,
    Extension,
    Message,
    Note,
    Thread,
)
from mailbox.selectors import decisions_visible_to, requests_visible_to, threads_visible_to
from portal.cases.models import Actor, Case
from portal.cases.selectors import holders_in_words
from portal.documents.models import Document
from portal.submissions.models import Submission, SubmittedFile
from portal.ui.formats import format_moment

_PAPER = ("stored", "normalised", "joined_into__stored", "joined_into__normalised")


def gather(
    actor: Actor, *, case: Case, thread: Thread | None = None, at: datetime, with_notes: bool = False
) -> Contents:
    """Return what ``actor`` may read of the case, or of one of its threads. A fixed number of queries.

    ``with_notes``: internal notes, too; for the office only, whoever asks.
    """
    found = _Found(actor, case, thread)
    papers = list(found.papers())
    numbers = numbers_of(papers, found.decisions)
    lines = tuple(listed(actor, papers, found.decisions))
    submissions = sorted(found.submissions().values(), key=lambda each: (each.received_at, each.reference))
    protected = {document.pk for document in papers if document.is_restricted}
    return Contents(
        reference=submissions[0].reference if submissions else "",
        made_at=at,
        jobcenter=_jobcenter(case),
        facts=_cover(found),
        is_for_office=actor.is_staff,
        is_whole_case=thread is None,
        conversations=tuple(found.conversations(numbers)),
        receipts=tuple(receipt_line(submission) for submission in submissions),
        files=lines,
        notes=tuple(_notes(case, thread)) if with_notes and actor.is_staff else (),
        has_restricted=any(line.file for line in lines if line.number in {numbers[pk] for pk in protected}),
    )


class _Found:
    """The rows of an export, all of them fetched."""

    def __init__(self, actor: Actor, case: Case, thread: Thread | None) -> None:
        self.actor, self.case = actor, case
        threads = threads_visible_to(actor).filter(case=case)
        requests = requests_visible_to(actor).filter(case=case, sent_at__isnull=False)
        decisions = decisions_visible_to(actor).filter(case=case, status=DecisionStatus.RELEASED)
        if thread is not None:
            threads = threads.filter(pk=thread.pk)
            requests, decisions = requests.filter(thread=thread), decisions.filter(thread=thread)
        self.threads = list(_with_messages(threads))
        self.requests = list(_with_items(requests))
        self.decisions = list(
            decisions.select_related("document__stored", "document__normalised", "created_by__jobcenter")
            .prefetch_related("created_by__jobcenter__local_holidays")
            .order_by("released_at", "pk")
        )
        messages = [message for each in self.threads for message in each.messages.all()]
        self.acting = holders_in_words(message.acting_standing_id for message in messages)

    def submissions(self) -> dict[UUID, Submission]:
        """What was handed in, by id."""
        return {each.pk: each for each in self._submissions()}

    def _submissions(self) -> Iterator[Submission]:
        for thread in self.threads:
            if thread.submission is not None:
                yield thread.submission
            for message in thread.messages.all():
                if message.submission is not None:
                    yield message.submission
        for request in self.requests:
            for item in request.items.all():
                yield from (answer.submission for answer in item.answers.all() if answer.submission)
            yield from (wish.submission for wish in request.extensions.all() if wish.submission)

    def papers(self) -> Iterable[Document]:
        """Every paper once, in the order in which they came. Staff get what photos became, people the photos."""
        letters = {decision.document_id for decision in self.decisions}
        found: dict[UUID, Document] = {}
        for document in self._papers():
            whole = document.joined_into
            shown = whole if whole is not None and self.actor.is_staff else document
            if shown.pk not in letters:
                found.setdefault(shown.pk, shown)
        return sorted(found.values(), key=_came)

    def _papers(self) -> Iterator[Document]:
        for submission in self.submissions().values():
            yield from (file.document for file in submission.files.all())
        for thread in self.threads:
            for message in thread.messages.all():
                yield from (attachment.document for attachment in message.attachments.all())
        for request in self.requests:
            for item in request.items.all():
                for answer in item.answers.all():
                    yield from answer.documents.all()

    def conversations(self, numbers: Numbers) -> Iterator[Conversation]:
        """The threads, the one that was begun first at the beginning; what belongs to none comes last."""
        requests, decisions = _by_thread(self.requests), _by_thread(self.decisions)
        for thread in self.threads:
            posts = list(self._posts(thread, numbers, requests[thread.pk], decisions[thread.pk]))
            yield Conversation(title=thread.subject, facts=_thread_facts(thread), posts=tuple(posts))
        loose = [*self._alone(requests[None], decisions[None], numbers)]
        if loose:
            yield Conversation(title=_("Weitere Schreiben"), facts=(), posts=tuple(loose))

    def _posts(
        self, thread: Thread, numbers: Numbers, requests: list[EvidenceRequest], decisions: list[Decision]
    ) -> Iterator[Post]:
        asked = {request.message_id: request for request in requests if request.message_id}
        decided = {decision.message_id: decision for decision in decisions if decision.message_id}
        for message in thread.messages.all():
            request, decision = asked.get(message.pk), decided.get(message.pk)
            who = sender(message, thread, self.acting, _jobcenter(self.case))
            yield Post(
                title=str(MessageKind(message.kind).label),
                facts=message_facts(message, who),
                body=message_body(message),
                files=tuple(numbers[pk] for pk in self._shown(message) if pk in numbers),
                request=request_words(request, numbers) if request else None,
                letter=letter_words(decision, numbers, is_for_office=self.actor.is_staff) if decision else None,
            )
        yield from self._alone(
            [each for each in requests if not each.message_id],
            [each for each in decisions if not each.message_id],
            numbers,
        )

    def _shown(self, message: Message) -> Iterator[UUID]:
        """The papers of a message as they stand in the list."""
        for attachment in message.attachments.all():
            document = attachment.document
            yield document.joined_into_id if document.joined_into_id and self.actor.is_staff else document.pk

    def _alone(
        self, requests: Iterable[EvidenceRequest], decisions: Iterable[Decision], numbers: Numbers
    ) -> Iterator[Post]:
        for request in requests:
            yield Post(title=str(MessageKind.REQUEST.label), facts=(), request=request_words(request, numbers))
        for decision in decisions:
            letter = letter_words(decision, numbers, is_for_office=self.actor.is_staff)
            yield Post(title=str(MessageKind.DECISION.label), facts=(), letter=letter)


def _came(document: Document) -> tuple[datetime, datetime, UUID]:
    return document.handed_in_at or document.created_at, document.created_at, document.pk


def _with_messages(threads: QuerySet[Thread]) -> QuerySet[Thread]:
    messages = (
        Message.objects.select_related("author", "submission__receipt__confirmation", "submission__receipt__copy")
        .prefetch_related(
            Prefetch("attachments", Attachment.objects.select_related(*(f"document__{each}" for each in _PAPER))),
            _files("submission__files"),
        )
        .order_by("created_at", "pk")
    )
    return (
        threads.select_related("person", "submission__receipt__confirmation", "submission__receipt__copy")
        .prefetch_related(Prefetch("messages", messages), _files("submission__files"))
        .order_by("created_at", "pk")
    )


def _with_items(requests: QuerySet[EvidenceRequest]) -> QuerySet[EvidenceRequest]:
    receipts = ("submission__receipt__confirmation", "submission__receipt__copy")
    answers = EvidenceAnswer.objects.select_related(*receipts).prefetch_related(
        Prefetch("documents", Document.objects.select_related(*_PAPER)), _files("submission__files")
    )
    items = EvidenceItem.objects.select_related("person").prefetch_related(Prefetch("answers", answers))
    return requests.prefetch_related(
        Prefetch("items", items),
        Prefetch("extensions", Extension.objects.select_related(*receipts)),
        _files("extensions__submission__files"),
    ).order_by("sent_at", "pk")


def _files(path: str) -> Any:
    return Prefetch(path, SubmittedFile.objects.select_related(*(f"document__{each}" for each in _PAPER)))


def _by_thread(rows: Iterable[Any]) -> dict[UUID | None, list[Any]]:
    found: dict[UUID | None, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.thread_id].append(row)
    return found


def _thread_facts(thread: Thread) -> Facts:
    return kept(
        (_("Thema"), thread.get_topic_display() if thread.submission is None else ""),
        (_("Betreff"), getattr(thread, "own_words", "") or ""),
        (_("Für"), thread.person.name),
        (_("Vorgangsnummer"), thread.submission.reference if thread.submission else ""),
        (_("Begonnen"), format_moment(thread.created_at)),
    )


def _cover(found: _Found) -> Facts:
    people = sorted({thread.person.name for thread in found.threads if thread.person.name})
    is_staff = found.actor.is_staff
    return kept(
        (_("Für"), ", ".join(people)),
        (_("BG-Nummer"), (found.case.household_number or "") if is_staff else ""),
        (_("Verläufe"), str(len(found.threads))),
    )


def _notes(case: Case, thread: Thread | None) -> Iterator[NoteLine]:
    notes = Note.objects.filter(case=case).select_related("author", "thread").order_by("created_at", "pk")
    for note in notes if thread is None else notes.filter(thread=thread):
        about = f", {note.thread.subject}" if note.thread else ""
        yield NoteLine(
            title=f"{format_moment(note.created_at)}, {note.author.display_name}, {note.get_kind_display()}{about}",
            text=note.body,
        )


def _jobcenter(case: Case) -> str:
    return case.jobcenter.name if case.jobcenter else _("Jobcenter")
