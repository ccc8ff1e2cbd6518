import pytest

from mailbox.domain.export.texts import clock_of, letter_words, message_body, message_facts, request_words, sender
from mailbox.enums import ByPost, Delivery
from mailbox.models import Decision, Message
from portal.cases.enums import Role
from tests.factories.exports import full_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def full():
    return full_case()


def test_message_of_another_way_says_when_it_happened_and_was_written_down(full):
    contact = Message.objects.get(channel="phone")
    facts = dict(message_facts(contact, "Frau Yıldız"))

    assert facts["Zeit"] == "Freitag, 20.\u00a0November 2026, 10:00:00\u00a0Uhr\u00a0(MEZ)"
    assert facts["Aufgeschrieben"] == "Freitag, 20.\u00a0November 2026, 10:01:00\u00a0Uhr\u00a0(MEZ)"
    assert facts["Weg"] == "Telefon"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"sender_role": Role.CLAIMANT}, "Miriam Sander"),
        ({"sender_role": Role.SYSTEM}, "JC, automatisch vom Portal"),
        ({"sender_role": Role.CASEWORKER}, "JC"),
    ],
)
def test_sender_is_named(full, fields, expected):
    assert sender(Message(thread=full.thread, **fields), full.thread, {}, "JC") == expected


def test_sender_of_the_office_and_a_helper_have_their_names(full):
    helper = full.person.pk
    assert sender(Message(author=full.membership), full.thread, {}, "JC") == "JC (Frau Yıldız)"
    message = Message(sender_role=Role.HELPER, acting_standing_id=helper)
    assert sender(message, full.thread, {helper: "Julia (helfende Person)"}, "JC") == "Julia (helfende Person)"


def test_receipt_has_words_although_its_row_has_none(full):
    receipt = Message.objects.get(kind="receipt")

    assert message_body(receipt) == "Die Eingangsbestätigung liegt bei den Eingängen."


def test_request_has_items_answers_and_wishes(full):
    words = request_words(full.request, {full.paper.pk: 7})

    assert dict(words.facts)["Frist im Schreiben"] == "Freitag, 4.\u00a0Dezember 2026"
    assert [item.title for item in words.items] == ["1. Mietvertrag", "2. Lohnabrechnungen"]
    assert words.items[0].answers[0].files == (7,)
    assert words.items[0].answers[0].reference == full.submission.reference
    assert words.wishes[0].text == "Der Arbeitgeber braucht länger.\nAntwort des Jobcenters: verlängert\nGern."
    assert words.notice == "Ohne die Unterlagen können wir nicht entscheiden."


def test_decision_has_its_clock(full):
    words = letter_words(full.decision, {}, is_for_office=False)

    assert dict(words.facts)["Fristen"] == (
        "Nachricht gesendet am Fr,\u00a020.\u00a0November 2026, gilt als bekannt gegeben am Di,\u00a024.\u00a0November, "
        "Widerspruch bis Do,\u00a024.\u00a0Dezember"
    )
    assert len(words.steps) == 3


def test_by_post_there_is_no_clock_and_only_the_office_reads_why(full):
    by_post = Decision(
        delivery=Delivery.POST, by_post=ByPost.NO_CONSENT, dated_on=full.decision.dated_on, title="Bescheid"
    )

    assert clock_of(by_post) is None
    assert "Grund für die Post" not in dict(letter_words(by_post, {}, is_for_office=False).facts)
    assert dict(letter_words(by_post, {}, is_for_office=True).facts)["Grund für die Post"] == (
        "keine Einwilligung in elektronische Bescheide"
    )
