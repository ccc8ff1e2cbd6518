import datetime

import pytest

from portal.cases.domain.representation import EVERYTHING, Proof, proof_of, scopes_for, state_of
from portal.cases.enums import ProofKind, Scope
from portal.cases.models import Standing

NOW = datetime.datetime(2026, 11, 26, 12, 0, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
CHECKED = {"valid_from": NOW - DAY, "proof_checked_at": NOW - DAY}

SCOPES = {
    ("representative", ()): EVERYTHING,
    ("guardian", ("everything",)): EVERYTHING,
    ("guardian", ("authorities", "health")): EVERYTHING,
    ("guardian", ("finances",)): {Scope.FILL_IN, Scope.SEND, Scope.UPLOAD, Scope.READ_DECISIONS},
    ("guardian", ("post",)): {Scope.UPLOAD, Scope.READ_POSTBOX, Scope.READ_DECISIONS},
    ("guardian", ("housing",)): {Scope.UPLOAD},
    ("guardian", ("health",)): {Scope.UPLOAD},
}


@pytest.mark.parametrize("held", SCOPES, ids=str)
def test_tasks_say_what_is_allowed(held):
    kind, tasks = held
    assert scopes_for(kind, tasks, is_checked=True) == SCOPES[held]


@pytest.mark.parametrize("held", SCOPES, ids=str)
def test_without_proof_nothing_can_be_read(held):
    kind, tasks = held
    assert scopes_for(kind, tasks, is_checked=False) == {Scope.UPLOAD}


def test_word_of_the_person_lets_fill_in_and_send():
    allowed = scopes_for("representative", (), is_checked=False, has_agreed=True)
    assert allowed == {Scope.FILL_IN, Scope.SEND, Scope.UPLOAD, Scope.READ_POSTBOX}


def test_nobody_gets_the_part_of_a_member():
    assert Scope.OWN_PART not in EVERYTHING


@pytest.mark.parametrize("note", ["", "AG Musterstadt, 3 XVII 17/26", "zwei\nZeilen"])
def test_proof_survives_storing(note):
    proof = Proof(ProofKind.GUARDIAN_CARD, note)
    assert proof_of(Standing(proof=proof.as_text())) == proof


@pytest.mark.parametrize(
    ("text", "proof"),
    [
        (None, None),
        ("", None),
        ("Vollmacht gesehen", Proof(ProofKind.OTHER, "Vollmacht gesehen")),
        ("a\nb", Proof(ProofKind.OTHER, "a\nb")),
    ],
)
def test_other_words_are_a_note(text, proof):
    assert proof_of(Standing(proof=text)) == proof


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        (CHECKED, "holds"),
        (CHECKED | {"valid_to": NOW + 31 * DAY}, "holds"),
        (CHECKED | {"valid_to": NOW + 30 * DAY}, "ends_soon"),
        (CHECKED | {"valid_to": NOW}, "expired"),
        (CHECKED | {"valid_to": NOW, "revoked_at": NOW}, "ended"),
        (CHECKED | {"revoked_at": NOW}, "ended"),
        (CHECKED | {"valid_from": NOW + DAY}, "upcoming"),
        ({"valid_from": NOW - DAY}, "unchecked"),
        ({"valid_from": NOW - DAY, "valid_to": NOW - DAY}, "expired"),
    ],
)
def test_state_follows_from_the_dates(fields, state):
    assert state_of(Standing(**fields), NOW) == state
