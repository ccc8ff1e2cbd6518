import pytest

from mailbox.domain.evidence_words import BADGES, badge_of, progress_in_words, story_of
from mailbox.enums import AnswerKind, ItemStatus
from mailbox.models import EvidenceItem
from mailbox.selectors import with_everything
from mailbox.services.evidence import judge_item
from tests.factories.evidence import LEASE, asked


def test_every_status_has_a_badge_and_none_is_red():
    assert set(BADGES) == set(ItemStatus)
    assert "danger" not in {kind for kind, _icon in BADGES.values()}


@pytest.mark.parametrize(
    ("status", "also", "words"),
    [
        ("requested", {}, "fehlt noch"),
        ("requested", {"has_uploads": True}, "noch nicht abgeschickt"),
        ("handed_in", {}, "eingereicht, wird angesehen"),
        ("handed_in", {"needs_a_look": True}, "eingereicht, bitte ansehen"),
        ("unusable", {"needs_a_look": True}, "nicht verwendbar"),
    ],
)
def test_badge_says_whose_turn_it_is(status, also, words):
    assert badge_of(EvidenceItem(status=status), **also)[0] == words


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        (["requested"], "0 von 1 Punkt ist beantwortet."),
        (["handed_in", "requested"], "1 von 2 Punkten ist beantwortet."),
        (["handed_in", "announced", "not_available"], "2 von 3 Punkten sind beantwortet."),
    ],
)
def test_progress_agrees_with_its_numbers(statuses, words):
    assert progress_in_words([EvidenceItem(status=status) for status in statuses]) == words


@pytest.mark.django_db
def test_story_tells_everything_in_order_with_its_proof():
    found = asked(LEASE)
    word = found.answer(1, AnswerKind.NOT_AVAILABLE, text="Verloren.")
    paper = found.answer(1)
    judge_item(actor=found.staff, item=found.items[0], to=ItemStatus.UNUSABLE, reason="Seite 2 fehlt.")
    request = with_everything(type(found.request).objects.all()).get()

    story = story_of(request, request.items.all()[0])

    assert [(line.words, line.proof) for line in story] == [
        ("Wir haben danach gefragt", None),
        ("Ich habe es nicht oder bekomme es nicht: Verloren.", word),
        ("1 Datei eingereicht", paper),
        ("Wir können es so nicht verwenden", None),
    ]
