import pytest

from portal.submissions.domain.verification import ALPHABET, group_code, new_code, normalise_code


def test_codes_are_long_and_differ():
    codes = {new_code() for _run in range(500)}

    assert len(codes) == 500
    assert {len(code) for code in codes} == {20}
    assert set("".join(codes)) == set(ALPHABET)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ABCD-1234-EFGH-5678-JKMN", "ABCD1234EFGH5678JKMN"),
        (" abcd 1234 efgh 5678 jkmn ", "ABCD1234EFGH5678JKMN"),
        ("ABCDoIl4EFGH5678JKMN", "ABCD0114EFGH5678JKMN"),
        ("ABCD–1234–EFGH–5678–JKMN", "ABCD1234EFGH5678JKMN"),
        ("MK-7KQ4-92FD", ""),
        ("ABCD-1234-EFGH-5678-JKMU", ""),
        ("ABCD-1234-EFGH-5678-JKMÄ", ""),
        ("", ""),
    ],
)
def test_typed_code_is_normalised(typed, code):
    assert normalise_code(typed) == code


def test_code_is_grouped():
    assert group_code("ABCD1234EFGH5678JKMN") == "ABCD-1234-EFGH-5678-JKMN"
