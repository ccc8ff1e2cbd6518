import pytest

from mailbox.domain.evidence_code import ALPHABET, LENGTH, grouped, new_code, normalise_code


def test_code_is_random_and_read_aloud_in_groups():
    code = new_code()

    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)
    assert code != new_code()
    assert normalise_code(grouped(code)) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("abcd-efgh-jkmn", "ABCDEFGHJKMN"),
        (" oil0 1234 5678 ", "011012345678"),
        ("ABCD-EFGH-JKM", ""),
        ("ABCD-EFGH-JKMU", ""),
        ("", ""),
    ],
)
def test_what_is_typed_is_understood_or_no_code(typed, code):
    assert normalise_code(typed) == code
