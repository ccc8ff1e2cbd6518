"""Address × role → answer, for every address of the portal. An address that is missing here fails a test.

``LOGIN`` is the way to the sign-in page; ``LEAK`` is a page that names something of the claimant's to who must not know,
``TELLING`` one whose title or address, or that of the page it leads to, says to anybody who somebody is (see `tests.access.history`).
Roles: anonymous; guest (without an account, with a code of the claimant's case) and guest_elsewhere (with the code of
another one); claimant (whose objects these are); helper (with all scopes on the claimant's case) and
helper_without_scope (with none that an address here asks for); stranger (another claimant);
caseworker, team_lead, administrator of the responsible jobcenter; foreign_caseworker of another one. Whoever is
answered like one of them stands in ``LIKE``.
"""

import pkgutil
from importlib import import_module
from itertools import chain

from tests.access.table.roles import IN_SPACE, LEARN_NOTHING, ROLES, SHUT_OUT
from tests.access.table.rows import LEAK, LOGIN, OPEN, TELLING, Answers, Row

__all__ = [
    "IN_SPACE",
    "LEAK",
    "LEARN_NOTHING",
    "LOGIN",
    "OPEN",
    "ROLES",
    "SHUT_OUT",
    "TABLE",
    "TELLING",
    "WITHOUT_VIEW_OF_OURS",
    "Answers",
    "Row",
    "assembled",
]

WITHOUT_VIEW_OF_OURS = {"desk:app_list", "desk:view_on_site"}


def assembled(*parts: dict[str, Row | list[Row]]) -> dict[str, Row | list[Row]]:
    """All parts as one table. Raises ValueError for an address that stands in two of them: one would hide the other."""
    table = dict(chain.from_iterable(part.items() for part in parts))
    if len(table) != sum(map(len, parts)):
        raise ValueError("an address stands in the table twice")
    return table


# Every module here that holds a part of the table is one: a capability brings its own file.
_MODULES = [import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
TABLE = assembled(*(module.TABLE for module in _MODULES if hasattr(module, "TABLE")))
