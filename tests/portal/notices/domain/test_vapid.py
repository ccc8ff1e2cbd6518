import pytest

from portal.notices.domain.vapid import ORDER, from_base64url, new_private_key, private_key, public_key, to_base64url
from portal.notices.errors import VapidKeyUnusable

# RFC 7515, A.3.1: a pair of the same curve with its point
PRIVATE = "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"
X, Y = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"


def test_public_key_is_the_point_as_browsers_want_it():
    point = b"\4" + from_base64url(X, ValueError) + from_base64url(Y, ValueError)
    assert public_key(PRIVATE) == to_base64url(point)


def test_every_new_pair_is_another_one():
    first, second = new_private_key(), new_private_key()
    assert first != second
    assert len(public_key(first)) == len(public_key(second)) == 87


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kurz",
        "ä" * 43,
        to_base64url(bytes(32)),
        to_base64url(ORDER.to_bytes(32, "big")),
        to_base64url(b"\xff" * 32),
        to_base64url(bytes(31)),
        to_base64url(b"\1" * 33),
    ],
)
def test_anything_else_is_no_key(text):
    with pytest.raises(VapidKeyUnusable):
        private_key(text)
