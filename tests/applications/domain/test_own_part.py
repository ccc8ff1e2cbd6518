import pytest

from applications.domain.own_part import said_about
from tests.factories.own_part import OTHER, member_of_a_draft, sent

pytestmark = pytest.mark.django_db


def words(blocks):
    return "\n".join(f"{label}: {value}" for block in blocks for label, value in block.entries)


@pytest.mark.parametrize("is_sent", [False, True])
def test_member_sees_the_own_part_and_nothing_of_others(is_sent):
    draft, person = member_of_a_draft()
    names = {item["id"]: item["first_name"] for item in draft.answers["people"]["persons"]}
    secrets = [names[OTHER], draft.answers["bank"]["iban"][-4:], "1997"]

    said = words(said_about(sent(draft) if is_sent else draft, person))

    assert names[person.answer_id] in said
    assert not [secret for secret in secrets if secret in said]


@pytest.mark.parametrize("is_sent", [False, True])
def test_fear_of_another_is_not_shown(is_sent):
    draft, person = member_of_a_draft()

    assert "gefährlich" not in words(said_about(sent(draft) if is_sent else draft, person))


def test_both_say_the_same_before_and_after_sending():
    draft, person = member_of_a_draft()
    before = said_about(draft, person)

    assert words(said_about(sent(draft), person)) == words(before)


def test_who_is_not_told_of_sees_nothing():
    draft, person = member_of_a_draft()
    person.answer_id = ""

    assert said_about(draft, person) == []
