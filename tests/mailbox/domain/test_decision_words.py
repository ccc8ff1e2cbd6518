import pytest

from mailbox.domain.decision_words import WHY, post_in_words
from mailbox.enums import ByPost, Delivery
from mailbox.models import Decision


def test_every_reason_but_several_has_words_for_the_person():
    assert set(WHY) == set(ByPost) - {ByPost.SEVERAL}  # several are representatives: said in other words


@pytest.mark.parametrize("reason", list(ByPost))
def test_of_a_representative_nobody_learns_why(reason):
    decision = Decision(delivery=Delivery.POST, by_post=reason)

    assert post_in_words(decision, is_to_others=True) == (
        "Es ist an Ihre Vertretung gerichtet. Sie bekommt es mit der Post."
    )


def test_in_the_portal_nothing_is_said():
    assert post_in_words(Decision(delivery=Delivery.PORTAL), is_to_others=False) == ""
