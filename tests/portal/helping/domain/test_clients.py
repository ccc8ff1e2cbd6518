import datetime
import uuid

import pytest
from django.utils import timezone

from portal.cases.enums import ClientState
from portal.cases.models import Invitation, Standing
from portal.helping.domain.clients import clients, found

NOW = timezone.now()


def held(name="Karin Wolf", days=90, **fields):
    return Standing(
        kind="adviser",
        known_as=name,
        case_id=uuid.uuid4(),
        scopes=["upload"],
        valid_to=NOW + datetime.timedelta(days=days),
        **fields,
    )


def test_what_needs_doing_stands_first_then_by_name():
    soon, zoe, adam = held("Mia", days=5), held("Zoë"), held("Ädam")
    asked = Invitation(invitee_name="Otto", scopes=["upload"])
    lines = clients([zoe, soon, adam], [asked], {}, NOW)
    assert [line.name for line in lines] == ["Mia", "Otto", "Ädam", "Zoë"]


@pytest.mark.parametrize("words", ["wolf", "KARIN", "wolf kar"])
def test_search_finds_every_word_in_any_order(words):
    lines = clients([held(), held("Karin Maier")], [], {}, NOW)
    assert "Karin Wolf" in [line.name for line in found(lines, words)]


def test_search_ignores_accents_and_the_turkish_i():
    lines = clients([held("Ayşe Yıldız")], [], {}, NOW)
    assert found(lines, "ayse yildiz") == lines
    assert found(lines, "maier") == []
    assert found(lines, " ") == []


def test_line_says_what_is_allowed_in_words():
    (line,) = clients([held()], [], {}, NOW)
    assert (line.sentences, line.look, line.is_open) == (["Unterlagen schicken"], "success", True)


@pytest.mark.parametrize(
    ("standing", "status", "has_open_paper", "can_renew"),
    [
        (held(), "open", True, False),
        (held(days=10), "accepted", False, True),
        (held(days=-1), "accepted", False, True),
        (held(days=-1), "open", True, False),
        (held(), "declined", False, True),
        (held(), "accepted", False, False),
        (held(revoked_at=NOW), "open", False, False),
    ],
)
def test_paper_is_offered_where_it_helps(standing, status, has_open_paper, can_renew):
    standing.proof_checked_at = NOW if status == "accepted" else None
    (line,) = clients([standing], [], {standing.case_id: Invitation(status=status)}, NOW)
    assert (line.has_open_paper, line.can_renew) == (has_open_paper, can_renew)


def test_question_is_no_way_into_a_case():
    (line,) = clients([], [Invitation(invitee_name="Otto", scopes=["send"])], {}, NOW)
    assert (line.state, line.is_open, line.can_renew) == (ClientState.WAITING, False, False)


def test_client_without_a_name_has_words():
    (line,) = clients([held("")], [], {}, NOW)
    assert line.name == "ohne Namen"
