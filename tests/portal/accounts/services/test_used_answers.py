import datetime

import pytest
from django.utils import timezone
from redis.exceptions import RedisError

from portal.accounts.errors import AnswerRefused
from portal.accounts.services.used_answers import use_up

SOON = datetime.timedelta(minutes=5)


def test_answer_counts_once():
    use_up(assertion_id="_1", valid_until=timezone.now() + SOON)
    with pytest.raises(AnswerRefused, match=r"^replayed$"):
        use_up(assertion_id="_1", valid_until=timezone.now() + SOON)


def test_other_answers_are_not_touched():
    use_up(assertion_id="_1", valid_until=timezone.now() + SOON)
    use_up(assertion_id="_2", valid_until=timezone.now() + SOON)


def test_answer_that_has_just_ended_is_remembered_as_well():
    """The clocks of both sides may differ: it could still be believed."""
    ended = timezone.now() - datetime.timedelta(minutes=4)
    use_up(assertion_id="_1", valid_until=ended)
    with pytest.raises(AnswerRefused):
        use_up(assertion_id="_1", valid_until=ended)


def test_id_may_be_of_any_length():
    use_up(assertion_id="_ ü" * 1000, valid_until=timezone.now() + SOON)


def test_without_the_cache_nobody_gets_in(settings):
    settings.CACHES = {**settings.CACHES, "default": {**settings.CACHES["default"], "LOCATION": "unix:///nowhere.sock"}}
    with pytest.raises(RedisError):
        use_up(assertion_id="_1", valid_until=timezone.now() + SOON)
