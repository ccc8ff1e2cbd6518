import pytest

from portal.leaving.selectors import copy_of
from portal.leaving.services import request_copy
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def test_copy_is_found_by_its_own_account_only(django_assert_num_queries):
    copy = request_copy(user=UserFactory())

    with django_assert_num_queries(1):
        assert copy_of(copy.user_id) == copy
    assert copy_of(UserFactory().pk) is None
