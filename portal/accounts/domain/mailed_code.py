"""A code sent by e-mail, kept in a session: only its keyed hash, for a while, for a few attempts, for one use."""

import base64
from typing import Any
from uuid import UUID

from allauth.core.internal.cryptokit import normalize_user_code

from portal.crypto.services import authenticate, is_authentic

PURPOSE = "accounts.mailed_code"
State = dict[str, Any]  # what the session keeps


def seal_code(code: str, *, user_id: UUID, expires: float, attempts: int) -> State:
    """Return what to keep of ``code``: its keyed hash, until when (seconds since 1970), how many attempts are left."""
    seal = authenticate(_data(code, user_id), purpose=PURPOSE)
    return {"seal": base64.b64encode(seal).decode(), "expires": expires, "attempts": attempts}


def is_open(state: State | None, *, now: float) -> bool:
    """Whether a code waits for being typed."""
    return state is not None and state["attempts"] > 0 and now < state["expires"]


def try_code(state: State | None, code: str, *, user_id: UUID, now: float) -> tuple[bool, State | None]:
    """Return whether the code is right, and what is to be kept now: nothing after a success or the last attempt."""
    if state is None or not is_open(state, now=now):
        return False, None
    if is_authentic(base64.b64decode(state["seal"]), _data(code, user_id), purpose=PURPOSE):
        return True, None
    left = {**state, "attempts": state["attempts"] - 1}
    return False, left if left["attempts"] else None


def _data(code: str, user_id: UUID) -> bytes:
    normalized: str = normalize_user_code(code)
    return user_id.bytes + normalized.encode()
