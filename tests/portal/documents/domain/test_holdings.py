import pytest

from portal.documents.domain.holdings import count_without_key, move_contents
from portal.documents.domain.storage import delete_file
from portal.documents.models import StoredFile
from portal.documents.services import open_file, store_file
from tests.factories.documents import store_without_own_key

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("any_store")]


def test_only_old_files_wait():
    store_file(b"neu", media_type="text/plain")
    store_without_own_key(b"alt")

    assert count_without_key() == 1


def test_all_old_files_get_their_key_but_those_that_do_not_open():
    old = [store_without_own_key(b"%d" % number) for number in range(3)]
    delete_file(old[1].pk)

    assert (sorted(move_contents()), count_without_key()) == ([0, 1, 1], 1)
    assert b"".join(open_file(StoredFile.objects.get(pk=old[2].pk))) == b"2"
