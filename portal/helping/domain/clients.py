"""The list of an organisation's clients, as its members see it.

Names are encrypted in the database, so it is sorted and searched here, in memory.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from portal.cases.domain.clients import state_of_client
from portal.cases.domain.scope_words import sentences
from portal.cases.enums import ClientState, InvitationStatus
from portal.cases.models import Invitation, Standing
from portal.cases.selectors import name_for_helper
from portal.discreet import Discreet

# What needs doing stands first.
ORDER = (
    ClientState.PAPER_REFUSED,
    ClientState.PAPER_MISSING,
    ClientState.ENDS_SOON,
    ClientState.PAPER_IN_CHECK,
    ClientState.WAITING,
    ClientState.ACTIVE,
    ClientState.OVER,
)
LOOKS = {
    ClientState.PAPER_REFUSED: "danger",
    ClientState.PAPER_MISSING: "warning",
    ClientState.ENDS_SOON: "warning",
    ClientState.ACTIVE: "success",
}


class Client(Discreet, frozen=True):
    """One line: a grant with its latest paper, or a question that waits."""

    name: str
    state: ClientState
    scopes: tuple[str, ...]
    until: datetime | None
    standing: Standing | None = None
    asked: Invitation | None = None
    paper: Invitation | None = None

    @property
    def sentences(self) -> list[str]:
        """What is allowed, or asked for, in words."""
        return sentences(self.scopes)

    @property
    def look(self) -> str:
        """The kind of the badge."""
        return LOOKS.get(self.state, "info")

    @property
    def is_open(self) -> bool:
        """Whether the members can act now."""
        return self.standing is not None and self.state != ClientState.OVER

    @property
    def has_open_paper(self) -> bool:
        """Whether there is a paper to print, to have signed or to upload."""
        is_over = self.standing is None or self.standing.revoked_at is not None
        return not is_over and self.paper is not None and self.paper.status == InvitationStatus.OPEN

    @property
    def can_renew(self) -> bool:
        """Whether a new paper makes sense: it ends soon, has ended by date, or the last paper did not fit."""
        if self.standing is None or self.standing.revoked_at is not None or self.has_open_paper:
            return False
        return self.state in {ClientState.ENDS_SOON, ClientState.OVER, ClientState.PAPER_REFUSED}


def clients(
    standings: Iterable[Standing], requests: Iterable[Invitation], papers: Mapping[UUID, Invitation], now: datetime
) -> list[Client]:
    """Return all lines; what needs doing first, then by name."""
    lines = [_held(standing, papers.get(standing.case_id), now) for standing in standings]
    lines += [
        Client(each.invitee_name, ClientState.WAITING, tuple(each.scopes), each.grant_ends_at, asked=each)
        for each in requests
    ]
    return sorted(lines, key=lambda line: (ORDER.index(line.state), _plain(line.name)))


def found(lines: Iterable[Client], words: str) -> list[Client]:
    """Return the lines whose name holds every word, whatever the case and the accents."""
    wanted = _plain(words).split()
    return [line for line in lines if wanted and all(word in _plain(line.name) for word in wanted)]


def _held(standing: Standing, paper: Invitation | None, now: datetime) -> Client:
    return Client(
        name_for_helper(standing) or _("ohne Namen"),
        state_of_client(standing, paper, now),
        tuple(standing.scopes),
        standing.revoked_at or standing.valid_to,
        standing=standing,
        paper=paper,
    )


def _plain(text: str) -> str:
    spelled = text.casefold().replace("ı", "i")
    return "".join(sign for sign in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(sign))
