import pytest

from portal.crypto.errors import DecryptionFailed
from portal.crypto.services import authenticate, decrypt, encrypt, is_authentic, rotate_keyset


def test_encrypted_value_opens_in_its_context():
    assert decrypt(encrypt(b"geheim", context=b"draft:1"), context=b"draft:1") == b"geheim"


def test_encrypted_value_does_not_open_in_another_context():
    with pytest.raises(DecryptionFailed, match=r"^fields$"):
        decrypt(encrypt(b"geheim", context=b"draft:1"), context=b"draft:2")


@pytest.mark.parametrize("garbage", [b"", b"x", b"\x01" * 40])
def test_garbage_does_not_open(garbage):
    with pytest.raises(DecryptionFailed):
        decrypt(garbage, context=b"")


def test_failure_carries_no_cause():
    with pytest.raises(DecryptionFailed) as failure:
        decrypt(b"x", context=b"")

    assert failure.value.__cause__ is None
    assert failure.value.__suppress_context__


def test_value_from_before_a_rotation_opens():
    old = encrypt(b"geheim", context=b"c")
    rotate_keyset("fields")

    assert decrypt(old, context=b"c") == b"geheim"
    assert encrypt(b"geheim", context=b"c")[1:5] != old[1:5]


def test_code_is_bound_to_data_and_purpose():
    code = authenticate(b"daten", purpose="anchor")

    assert is_authentic(code, b"daten", purpose="anchor")
    assert not is_authentic(code, b"daten!", purpose="anchor")
    assert not is_authentic(code, b"daten", purpose="other")
    assert not is_authentic(b"", b"daten", purpose="anchor")
