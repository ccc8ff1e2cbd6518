from types import ModuleType

import pytest

from portal.audit.errors import DuplicateEventType, UnknownEventType
from portal.audit.events import ACTOR_SHREDDED, EventType, ShredRule
from portal.audit.models.registry import EventRegistry, registry

OPENED = EventType("case.opened", "Fall geöffnet", ShredRule.AFTER_RETENTION)


def module_with(**names):
    module = ModuleType("events")
    vars(module).update(names)
    return module


def test_collect_finds_the_types_of_a_module():
    own = EventRegistry()
    own.collect(module_with(OPENED=OPENED, other="text"))

    assert list(own) == [OPENED]
    assert own.label("case.opened") == "Fall geöffnet"


def test_same_type_under_two_names_is_no_matter():
    own = EventRegistry()
    own.collect(module_with(OPENED=OPENED, AGAIN=OPENED))

    assert list(own) == [OPENED]


def test_second_type_of_the_same_code_is_refused():
    own = EventRegistry()
    own.collect(module_with(OPENED=OPENED))

    with pytest.raises(DuplicateEventType, match=r"^case\.opened$"):
        own.collect(module_with(OPENED=EventType("case.opened", "Fall geöffnet", ShredRule.AFTER_RETENTION)))


def test_undeclared_type_is_refused():
    with pytest.raises(UnknownEventType):
        EventRegistry().require(OPENED)


def test_label_of_a_vanished_type_is_its_code():
    assert EventRegistry().label("case.opened") == "case.opened"


def test_declared_types_are_collected_at_start():
    registry.require(ACTOR_SHREDDED)
    assert all(isinstance(event.shred, ShredRule) for event in registry)
