"""Staff say why they open a case that is not their own work. Kept in the session, for that case, for some hours."""

from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from msgspec.structs import replace

from portal.cases.enums import AccessReason
from portal.cases.errors import ReasonWanted
from portal.cases.models import Actor
from portal.cases.permissions import is_own_work

KEY = "cases.reasons"
LASTS = 4 * 3600  # seconds: half a working day, so that substituting a colleague asks once in the morning
_READING = frozenset({"GET", "HEAD"})


def with_reason(request: HttpRequest, actor: Actor, case_id: UUID) -> Actor:
    """Return the actor with what they open this case for; call it before anything of the case is shown or changed.

    Nothing changes for the own work and for everybody who is not staff. Otherwise the purpose is the reason that was
    given. Raises ReasonWanted when there is none. A form that took long is still accepted: the reason was given when
    the page was opened.
    """
    if not actor.is_staff or is_own_work(actor, case_id):
        return actor
    reason, until = request.session.get(KEY, {}).get(str(case_id), ("", 0))
    if not reason or (request.method in _READING and until < _now()):
        raise ReasonWanted(case_id)
    return replace(actor, purpose=reason)


def keep_reason(request: HttpRequest, case_id: UUID, reason: AccessReason) -> None:
    """Remember why this case is opened, and forget what was said too long ago to matter."""
    now = _now()
    current = {key: kept for key, kept in request.session.get(KEY, {}).items() if kept[1] > now - LASTS}
    request.session[KEY] = {**current, str(case_id): [reason.value, now + LASTS]}


def _now() -> int:
    return int(timezone.now().timestamp())
