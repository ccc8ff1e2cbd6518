"""What somebody has typed into a page of the postbox, as the browser sent it."""

from typing import Self
from uuid import UUID

from django.http import HttpRequest, QueryDict
from msgspec import Struct

from mailbox.domain.drafting import clean_subject, clean_text
from mailbox.models import MessageDraft


class Typed(Struct, frozen=True, kw_only=True):
    """The fields of the form. ``token``: of the page; ``base``: which state of the draft the page had shown."""

    token: UUID | None
    base: str
    topic: str
    subject: str
    body: str
    needs_translation: bool

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        """As it was posted just now."""
        return cls.from_fields(request.POST)

    @classmethod
    def from_fields(cls, fields: QueryDict) -> Self:
        """The same from fields that were kept while somebody signed in again."""
        try:
            token = UUID(fields.get("token", ""))
        except ValueError:
            token = None
        return cls(
            token=token,
            base=fields.get("base", ""),
            topic=fields.get("topic", ""),
            subject=clean_subject(fields.get("subject", "")),
            body=clean_text(fields.get("body", "")),
            needs_translation="needs_translation" in fields,
        )


def state_of(draft: MessageDraft | None) -> str:
    """Which state of a draft a page shows: another window may change it meanwhile."""
    return draft.updated_at.isoformat() if draft is not None else ""


def both_texts(typed: Typed, draft: MessageDraft | None) -> tuple[str, bool]:
    """What is kept when the draft was changed in another window meanwhile, and whether it was: nothing goes lost.

    The longer text where it holds the other one; else both, one below the other.
    """
    there = draft.body if draft is not None else ""
    if draft is None or typed.base == state_of(draft) or not there or there in typed.body:
        return typed.body, False
    if typed.body in there:
        return there, True
    return f"{there}\n\n{typed.body}", True
