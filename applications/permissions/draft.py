"""Who may do what with a draft. Seeing it comes first: callers fetch through ``drafts_visible_to``."""

from applications.models import Draft
from applications.permissions.application import SPEAK_FOR_THE_PERSON
from portal.cases.enums import Scope
from portal.cases.models import Actor


def may_fill_in(*, actor: Actor, draft: Draft) -> bool:
    """Change answers, add and remove papers."""
    return actor.may(Scope.FILL_IN, draft.case_id)


def may_send(*, actor: Actor, draft: Draft) -> bool:
    """Hand the draft in. Filling in alone does not include it."""
    return actor.may(Scope.FILL_IN, draft.case_id) and actor.may(Scope.SEND, draft.case_id)


def may_discard(*, actor: Actor, draft: Draft) -> bool:
    """Throw it away: the person, and who represents them by right. Who helps fills in and leaves that to them."""
    return actor.role in SPEAK_FOR_THE_PERSON and may_fill_in(actor=actor, draft=draft)
