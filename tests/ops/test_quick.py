from pathlib import Path

import pytest

from ops.folders import PROJECT
from ops.quick import is_quick, mirrors_of

HERE = Path(__file__)


@pytest.mark.parametrize(
    ("changed", "test"),
    [
        ("applications/services/submit.py", "tests/applications/services/test_submit.py"),
        ("portal/outbox/tasks.py", "tests/portal/outbox/test_tasks.py"),
        ("tests/mailbox/views/test_postbox.py", "tests/mailbox/views/test_postbox.py"),
    ],
)
def test_change_brings_the_tests_that_mirror_it(changed, test):
    assert mirrors_of([changed]) == {PROJECT / test}


def test_change_of_a_text_brings_no_test():
    assert mirrors_of(["docs/testing.md", "templates/ui/base.html"]) == set()


def test_test_without_database_is_quick(request):
    assert is_quick(request.node, set())


def test_test_with_database_is_quick_only_when_its_source_was_changed(request, db):
    assert not is_quick(request.node, set())
    assert is_quick(request.node, {HERE})


@pytest.mark.slow
def test_slow_test_is_never_quick(request):
    assert not is_quick(request.node, {HERE})
