"""Would the table notice a hole? One `visible_to` after the other is opened; each time some answer must change."""

import importlib
import pkgutil
import sys

import pytest
from django.apps import apps

from portal.cases.models import system_actor
from tests.access.test_access import ROWS, ask, expected

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

STRANGERS = ("stranger", "foreign_caseworker", "helper_without_scope")  # one of each kind is enough to notice
OF_LEADS = {"texts_visible_to": ("foreign_team_lead",)}  # caseworkers have no page of it
# Only narrow lists whose pages have a guard of their own; the tests of their selectors look at them.
NO_PAGE_OF_ITS_OWN = frozenset({"persons_visible_to", "summonses_visible_to"})
OURS = ("portal.", "applications", "mailbox", "appointments")


def guards():
    """Every function of a `selectors` room that says what an actor may see."""
    for config in apps.get_app_configs():
        if config.name.startswith(OURS):
            yield from guards_of(config.name)


def guards_of(app):
    try:
        room = importlib.import_module(f"{app}.selectors")
    except ModuleNotFoundError:
        return
    modules = [room, *(importlib.import_module(f"{room.__name__}.{found.name}") for found in parts(room))]
    for module in modules:
        for name, value in vars(module).items():
            if name in NO_PAGE_OF_ITS_OWN:
                continue
            if name.endswith("visible_to") and getattr(value, "__module__", "") == module.__name__:
                yield value


def parts(room):
    return pkgutil.iter_modules(room.__path__) if hasattr(room, "__path__") else ()


def opened(guard):
    """The same for an actor that sees everything."""

    def everything(_actor, *rest, **named):
        return guard(system_actor("mutation"), *rest, **named)

    return everything


def holders(guard):
    """Every module that has this function under some name."""
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith(OURS):
            yield from ((module, name) for name, value in list(vars(module).items()) if value is guard)


@pytest.mark.parametrize("guard", list(guards()), ids=lambda guard: f"{guard.__module__}.{guard.__name__}")
def test_table_notices_an_open_door(world, monkeypatch, guard):
    mutant = opened(guard)
    for module, name in holders(guard):
        monkeypatch.setattr(module, name, mutant)

    roles = OF_LEADS.get(guard.__name__, STRANGERS)
    assert any(surprised(world, role, name, row) for name, row in likely_first(guard) for role in roles)


def likely_first(guard):
    """All rows of the table, first those of the guard's app or about what it guards, then the desk: one surprise is enough."""
    app, thing = guard.__module__.partition(".selectors")[0].rpartition(".")[2], guard.__name__.split("s_visible_to")[0]

    def unlikely(pair):
        room, _colon, page = pair[0].partition(":")
        return 0 if room == app or thing in page else 1 if room == "desk" else 2

    return sorted(ROWS, key=unlikely)


def surprised(world, role, name, row):
    """Only a wrong answer counts: a door that is open may also lead to a crash further on."""
    try:
        return ask(world, role, name, row) != expected(name, row)[role]
    except Exception:  # noqa: BLE001 -- whatever it is
        return False
