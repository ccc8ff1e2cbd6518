import pytest

from portal.submissions.domain.fingerprint import fingerprint
from portal.submissions.models import SubmissionContent
from tests.factories.submissions import make_content

SAME = {"content": make_content(), "data": {"b": 1, "a": "ä"}, "file_hashes": ["11", "22"]}


def test_fingerprint_does_not_depend_on_the_order_of_keys():
    assert fingerprint(**SAME) == fingerprint(**SAME | {"data": {"a": "ä", "b": 1}})


@pytest.mark.parametrize("change", [{"content": SubmissionContent()}, {"data": {}}, {"file_hashes": ["22", "11"]}])
def test_fingerprint_changes_with_everything(change):
    assert fingerprint(**SAME | change) != fingerprint(**SAME)
