import re

import pytest

from portal.submissions.domain.reference import (
    ALPHABET,
    check_character,
    is_well_formed,
    new_reference,
    prefix_of,
    spoken,
)

REFERENCE = "MK-7KQ4-92FD"


def with_check(prefix, body):
    return prefix + body + check_character(prefix + body)


def test_reference_has_no_lookalikes_and_the_right_check_character():
    for _run in range(200):
        reference = new_reference("muster-kreis")
        assert re.fullmatch(r"MK-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}", reference)
        assert is_well_formed(reference)


def test_every_single_wrong_character_is_found():
    right = with_check("MK", "7KQ492F")

    wrong = [right[:at] + sign + right[at + 1 :] for at in range(2, 10) for sign in ALPHABET if sign != right[at]]
    assert [reference for reference in wrong if is_well_formed(reference)] == []


def test_every_swap_of_neighbours_is_found():
    right = with_check("MK", "7KQ492F")

    swapped = [
        right[:at] + right[at + 1] + right[at] + right[at + 2 :] for at in range(2, 9) if right[at] != right[at + 1]
    ]
    assert [reference for reference in swapped if is_well_formed(reference)] == []


@pytest.mark.parametrize(
    ("slug", "prefix"),
    [
        ("muster-kreis", "MK"),
        ("jobcenter-musterstadt", "MU"),
        ("jobcenter-muster-kreis", "MK"),
        ("", "JC"),
        ("kreis-7", "KR"),
        ("x", "JC"),
        ("samtgemeinde", "JC"),
        ("süd", "JC"),
    ],
)
def test_prefix_comes_from_the_jobcenter(slug, prefix):
    assert prefix_of(slug) == prefix


@pytest.mark.parametrize("spelling", ["{}", " {} ", "{}\n"])
def test_spelling_does_not_matter(spelling):
    reference = new_reference()

    assert is_well_formed(spelling.format(reference.lower().replace("-", " "))) is True


@pytest.mark.parametrize("text", ["", "MK", "ÄÖ-1234-5678", "MK-7KQ4-92FD-1"])
def test_other_text_is_no_reference(text):
    assert is_well_formed(text) is False


def test_reference_can_be_read_aloud():
    assert spoken(REFERENCE) == "München, Köln – sieben, Köln, Quickborn, vier – neun, zwei, Frankfurt, Düsseldorf"
