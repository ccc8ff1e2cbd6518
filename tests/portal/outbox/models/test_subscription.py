from types import FunctionType

import pytest

from portal.outbox.errors import DuplicateHandler, UnknownHandler
from portal.outbox.models.subscription import Subscription, Subscriptions, handler_name


def render(_subject_id):
    """A handler."""


def file(_subject_id):
    """Another."""


def entry(fact, handler, name="app.tasks.render"):
    return Subscription(fact, name, handler, 60)


def test_subscribers_are_told_in_order():
    all_entries = Subscriptions()
    first, second = entry("fact", render, "a"), entry("fact", file, "b")
    all_entries.add(first)
    all_entries.add(second)

    assert all_entries.of("fact") == [first, second]
    assert list(all_entries) == [first, second]
    assert all_entries.of("other") == []


def test_handler_may_hear_of_two_facts():
    all_entries = Subscriptions()
    all_entries.add(entry("one", render))
    all_entries.add(entry("two", render))

    assert all_entries.named("app.tasks.render").handler is render


def test_same_subscription_twice_is_refused():
    all_entries = Subscriptions()
    all_entries.add(entry("one", render))

    with pytest.raises(DuplicateHandler, match=r"^app\.tasks\.render subscribes to one twice$"):
        all_entries.add(entry("one", render))


def test_name_of_another_handler_is_refused():
    all_entries = Subscriptions()
    all_entries.add(entry("one", render))

    with pytest.raises(DuplicateHandler, match=r"^two handlers are called app\.tasks\.render$"):
        all_entries.add(entry("two", file))


def test_removed_handler_is_unknown():
    all_entries = Subscriptions()
    all_entries.add(entry("one", render))
    all_entries.remove(entry("one", render))

    assert all_entries.of("one") == []
    with pytest.raises(UnknownHandler, match=r"^app\.tasks\.render$"):
        all_entries.named("app.tasks.render")


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("portal.submissions.tasks", "submissions.tasks.render"),
        ("portal.submissions.tasks.receipt", "submissions.tasks.render"),
        ("applications.tasks.checks", "applications.tasks.render"),
        ("somewhere.else", "somewhere.else.render"),
    ],
)
def test_name_survives_the_splitting_of_the_tasks_room(module, name):
    handler = FunctionType(render.__code__, {}, "render")
    handler.__module__ = module

    assert handler_name(handler) == name
