import pytest

from portal.accounts.domain.trust_level import check_level, lowest_level, stork
from portal.accounts.enums import TrustLevel
from portal.accounts.errors import AnswerRefused


@pytest.mark.parametrize(
    ("statements", "level"),
    [
        (["STORK-QAA-Level-1"], TrustLevel.LOW),
        (["STORK-QAA-Level-2"], TrustLevel.LOW),
        (["STORK-QAA-Level-3"], TrustLevel.SUBSTANTIAL),
        (["STORK-QAA-Level-4"], TrustLevel.HIGH),
        (["STORK-QAA-Level-4", "STORK-QAA-Level-1"], TrustLevel.LOW),
        (["STORK-QAA-Level-4", "something"], None),
        (["STORK-QAA-Level-5"], None),
        (["STORK-QAA-Level-44"], None),
        (["x STORK-QAA-Level-4"], None),
        ([], None),
    ],
)
def test_lowest_of_the_levels_counts(statements, level):
    assert lowest_level(statements) == level


def test_stork_is_how_bundid_writes_it():
    assert stork(3) == "STORK-QAA-Level-3"


def test_level_that_is_reached_passes():
    check_level(TrustLevel.SUBSTANTIAL, at_least=3)


def test_level_below_is_refused():
    with pytest.raises(AnswerRefused, match=r"^trust_level_too_low$"):
        check_level(TrustLevel.LOW, at_least=3)
