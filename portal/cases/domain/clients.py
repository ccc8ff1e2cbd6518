"""Where an organisation stands with a client, and the short code that stands on a Vollmacht."""

import datetime
from typing import Final
from uuid import UUID

from portal.cases.domain.invitation_code import ALPHABET, LENGTH, group_code, normalise_code
from portal.cases.domain.periods import told_before
from portal.cases.enums import ClientState, InvitationStatus, Scope
from portal.cases.models import Invitation, Standing

# Before a paper was signed: what the members type and upload themselves, and nothing that anybody else has written.
BEFORE_PAPER: Final = frozenset({Scope.FILL_IN, Scope.UPLOAD})
# With a signed paper that nobody has checked yet. Sending shows nothing, and whoever acts has to prove it only when the
# office asks (§ 13 (1) S. 3 SGB X); the day on which an application is received must not be lost (§ 37 SGB II).
WITH_PAPER: Final = BEFORE_PAPER | {Scope.SEND}
PAPER_VALID_FOR: Final = datetime.timedelta(days=60)  # from printing to uploading and checking


def state_of_client(standing: Standing, paper: Invitation | None, now: datetime.datetime) -> ClientState:
    """Return where a standing of an organisation stands at ``now``; ``paper``: its latest Vollmacht, if any."""
    if standing.revoked_at is not None or (standing.valid_to is not None and standing.valid_to <= now):
        return ClientState.OVER
    if paper is not None and standing.proof_checked_at is None and paper.status != InvitationStatus.ACCEPTED:
        return _state_of_paper(paper)
    if standing.valid_to is not None and standing.valid_to - now <= told_before(standing.kind):
        return ClientState.ENDS_SOON
    return ClientState.ACTIVE


def _state_of_paper(paper: Invitation) -> ClientState:
    if paper.status == InvitationStatus.DECLINED:
        return ClientState.PAPER_REFUSED
    return ClientState.PAPER_IN_CHECK if paper.paper_document_id else ClientState.PAPER_MISSING


def paper_code(paper_id: UUID) -> str:
    """Return the short code of a Vollmacht, grouped. It follows from the id and opens nothing by itself.

    Behind it are the sign-in and the membership; so it can be printed as often as it is needed.
    """
    rest, signs = paper_id.int, []
    for _position in range(LENGTH):
        rest, sign = divmod(rest, len(ALPHABET))
        signs.append(ALPHABET[sign])
    return group_code("".join(signs))


def is_paper_code(paper_id: UUID, typed: str) -> bool:
    """Whether this is the code of the Vollmacht, in any spelling."""
    return normalise_code(typed) == normalise_code(paper_code(paper_id))
