"""The form of a message on a page: words, files, whom it goes to."""

import uuid
from typing import Any, Final

from django.urls import reverse

from mailbox.domain.drafting import LONGEST_TEXT
from mailbox.forms import FirstMessageForm, MessageForm
from mailbox.models import MessageDraft
from mailbox.selectors import Place, attached_to
from mailbox.views.typed import Typed, state_of
from portal.cases.enums import Shown
from portal.cases.models import Actor
from portal.cases.permissions import is_own_post
from portal.cases.selectors import responsible_for
from portal.cases.services import note_seen
from portal.documents.permissions import may_upload
from portal.documents.views.arranging import Arranged, entries

FORM: Final = "schreiben"  # the fragment of the form


def address_of(place: Place) -> str:
    """The page on which one goes on writing, at its form."""
    page = reverse("mailbox:thread", args=[place.thread.pk]) if place.thread is not None else reverse("mailbox:new")
    return f"{page}#{FORM}"


def form_context(
    actor: Actor,
    place: Place,
    draft: MessageDraft | None,
    *,
    error: str = "",
    refused: list[str] | None = None,
    at_files: Arranged | None = None,
    typed: Typed | None = None,
) -> dict[str, Any]:
    """What both pages show of a draft, or of what was ``typed`` before somebody signed in again; refused files, errors.

    Whoever acts is noted as having seen the names of files.
    """
    documents = list(attached_to(draft).to_show()) if draft is not None else []
    listed = entries(actor, documents, at_files.refused if at_files else None)
    if listed:
        note_seen(actor=actor, case_id=place.case.pk, shown=[Shown.FILE_NAMES])
    return {
        "form": _form(place, typed or draft, error),
        "draft": draft,
        "token": draft.token if draft is not None else uuid.uuid4(),
        "base": state_of(draft),
        "entries": list(listed.values()),
        "refused": [*(refused or ()), *(each for entry in listed.values() for each in entry.errors)],
        "who": responsible_for(place.case, team_id=place.thread.team_id if place.thread else None),
        "may_upload": may_upload(actor, place.case.pk, place.person),
        "longest": LONGEST_TEXT,
        "is_own_post": is_own_post(actor, place.person) or (place.thread is not None and place.thread.is_own_post),
        "anchor": FORM,
    }


def _form(place: Place, source: Typed | MessageDraft | None, error: str) -> MessageForm:
    """The form with what was typed; ``error`` stands at the text."""
    form_class = MessageForm if place.thread is not None else FirstMessageForm
    names = ("topic", "subject", "body", "needs_translation")
    values = {name: getattr(source, name) for name in names} if source is not None else {}
    if not error:
        return form_class(initial=values)
    form = form_class(values)
    form.is_valid()
    form.add_error("body", error)
    return form
