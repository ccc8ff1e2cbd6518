"""A conversation at the desk: what waits, the answer below it, what was said before, and beside it the notes."""

from http import HTTPStatus
from itertools import takewhile
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from mailbox import services
from mailbox.enums import TextPurpose
from mailbox.models import MessageDraft, TextVersion, Thread
from mailbox.permissions import may_handle
from mailbox.selectors import attached_to, drafts_of, notes_of_case, steps_of, texts_in_use
from portal.accounts.models import Team
from portal.cases.domain.addressee import addressees
from portal.cases.enums import Shown
from portal.cases.models import Actor, Person
from portal.cases.selectors import representing
from portal.cases.services import note_seen
from portal.desk.forms.postbox import LanguageForm, MoveThreadForm, NoteForm, ReplyForm
from portal.desk.selectors.postbox import PostboxFilter, desk_of, postbox_list
from portal.desk.views.documents import lines_of
from portal.desk.views.entries_of import PostboxEntry, entries_of
from portal.desk.views.page import desk_page
from portal.desk.views.postbox_rows import in_charge_of, language_in_words, waits_since
from portal.desk.views.representatives import letters_go_to
from portal.desk.views.thread_access import latest_application, thread_of
from portal.documents.domain.limits import ACCEPT

NOTES = 20


@require_GET
def conversation(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a conversation. What the person has sent counts as opened by the office from now on."""
    actor, thread = thread_of(request, pk)
    return show_conversation(request, actor, thread)


def show_conversation(
    request: HttpRequest,
    actor: Actor,
    thread: Thread,
    *,
    note: NoteForm | None = None,
    move: MoveThreadForm | None = None,
) -> HttpResponse:
    """Render the page; ``note`` and ``move`` keep what could not be stored. The look is noted in the audit trail."""
    entries = entries_of(actor, thread, services.read_thread(actor=actor, thread=thread), steps_of(thread))
    unanswered = _unanswered(entries) if thread.waiting_since else []
    notes = list(notes_of_case(actor, thread.case_id)[:NOTES])
    note_seen(actor=actor, case_id=thread.case_id, shown=_shown(entries, notes), subject=thread)
    now = timezone.now()
    desk = desk_of(actor, timezone.localdate(now))
    teams = Team.objects.filter(jobcenter__cases=thread.case)
    draft = drafts_of(actor).filter(case_id=thread.case_id, thread=thread).first()
    context = {
        "thread": thread,
        "name": thread.person.name or _("(ohne Namen)"),
        "unanswered": unanswered,
        "earlier": [entry for entry in entries if entry not in unanswered],
        "waits": waits_since(thread, desk, now),
        "in_charge": in_charge_of(desk, thread.in_charge, thread.work_of),  # type: ignore[attr-defined] # as annotated
        "application": latest_application(actor, thread.case_id),
        "letters_go_to": goes_to(thread.person),
        "language": language_in_words(thread.person),
        "language_form": LanguageForm(initial={"language": thread.person.language}),
        "may_handle": may_handle(actor, thread.case),
        "notes": notes,
        "note_form": note or NoteForm(),
        "move_form": move or MoveThreadForm(teams=teams, initial={"team": thread.team_id, "topic": thread.topic}),
        "move_open": move is not None,
        "next": next_waiting(actor, thread),
        **reply_context(actor, draft, ReplyForm),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if note or move else HTTPStatus.OK
    return desk_page(request, "desk/conversation.html", title=_("Unterhaltung"), context=context, status=status)


def reply_context(actor: Actor, draft: MessageDraft | None, form_class: type[ReplyForm], **more: Any) -> dict[str, Any]:
    """Return what the box to write in needs: what was kept, the texts to choose from, and the token of the form."""
    initial = more.pop("initial", {})
    if draft is not None:
        initial |= {"body": draft.body, "needs_translation": draft.needs_translation}
        initial |= {"topic": draft.topic or initial.get("topic"), "person": draft.person_id}
    form = form_class(texts=offered(actor), initial=initial, **more)
    return {
        "form": form,
        "draft": draft,
        "draft_files": lines_of(actor, attached_to(draft), {}) if draft is not None else [],
        "token": draft.token if draft is not None else uuid4(),
        "accept": ACCEPT,
    }


def offered(actor: Actor) -> Any:
    """Return the texts that somebody at this house may choose, ready for a field. Three SQL."""
    ids = [version.pk for version in texts_in_use(actor, TextPurpose.MESSAGE)]
    found = TextVersion.objects.filter(pk__in=ids).select_related("template")
    return found.order_by("template__title", "language")


def goes_to(person: Person) -> str:
    """Return to whom what is written to a person is addressed. One SQL."""
    return letters_go_to(addressees(representing(person.pk, person.case_id)), person.name or _("(ohne Namen)"))


def next_waiting(actor: Actor, thread: Thread) -> Thread | None:
    """Return who waits longest for the own team, this one left out. One SQL."""
    waiting = postbox_list(actor=actor, wanted=PostboxFilter(), on=timezone.localdate())
    return waiting.exclude(pk=thread.pk).first()


def _unanswered(entries: list[PostboxEntry]) -> list[PostboxEntry]:
    """What the person has said since the office wrote last: it stands above the box to write in."""
    since = takewhile(lambda entry: entry.side != "office", entries)
    return [entry for entry in since if entry.side == "person"]


def _shown(entries: list[Any], notes: list[Any]) -> list[Shown]:
    """What there is to be seen: words, names of files, notes of colleagues (reasons of steps are some)."""
    kinds = [Shown.MESSAGES]
    if any(entry.files for entry in entries):
        kinds.append(Shown.FILE_NAMES)
    if notes or any(entry.side == "step" and entry.body for entry in entries):
        kinds.append(Shown.NOTES)
    return kinds
