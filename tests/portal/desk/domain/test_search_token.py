import uuid

import pytest

from portal.desk.domain.search_token import seal, unseal

DESK = uuid.uuid4()


@pytest.mark.parametrize("text", ["Müller-Groß", "14.03.1992", "KR-7KQ4-92FD", ""])
def test_token_opens_at_the_own_desk(text):
    assert unseal(seal(text, membership_id=DESK), membership_id=DESK) == text


def test_token_says_nothing_and_fits_an_address():
    token = seal("Müller", membership_id=DESK)

    assert "ller" not in token
    assert all(sign.isalnum() or sign in "-_" for sign in token)


def test_token_of_another_desk_opens_nothing():
    assert unseal(seal("Müller", membership_id=DESK), membership_id=uuid.uuid4()) == ""


@pytest.mark.parametrize("token", ["", "x", "Müller", "====", "AAAA" * 20])
def test_damaged_token_opens_nothing(token):
    assert unseal(token, membership_id=DESK) == ""
