import pytest

from mailbox.domain.decision_file import check_retrievable
from mailbox.errors import NotRetrievable
from tests.factories.decisions import drafted, house
from tests.factories.stores import local_path

pytestmark = pytest.mark.django_db


def test_checked_file_can_be_retrieved():
    check_retrievable(drafted(house()).document)


def test_file_that_is_being_checked_cannot():
    with pytest.raises(NotRetrievable):
        check_retrievable(drafted(house(), is_checked=False).document)


def test_file_whose_content_is_away_cannot():
    document = drafted(house()).document
    local_path(document.stored).unlink()

    with pytest.raises(NotRetrievable):
        check_retrievable(document)
