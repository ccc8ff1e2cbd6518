import pytest

from applications.domain.consent import answer_words
from applications.enums import Verdict
from applications.models import RequestAnswer
from applications.selectors.consent import consent_of
from tests.factories.sent import sent_trip

pytestmark = pytest.mark.django_db


def words(verdict, text="", **trip):
    application = sent_trip(**trip)
    answer = RequestAnswer(application=application, verdict=verdict, text=text)
    return answer_words(answer, consent_of(application))


def test_yes_names_the_days_and_what_staff_add():
    assert words(Verdict.AGREED, "Gute Reise") == (
        "Wir haben zugestimmt. Sie können in der Zeit, um die Sie gebeten haben, wegfahren.",
        "Das gilt vom 7.\xa0Dezember 2026 bis zum 11.\xa0Dezember 2026.",
        "Gute Reise",
        "Ändert sich etwas? Sagen Sie es uns bitte sofort.",
    )


def test_yes_without_a_day_names_none():
    assert [line for line in words(Verdict.AGREED, leaves_on=None) if line.startswith("Das gilt")] == []


def test_no_says_not_to_leave_and_how_to_disagree():
    said = words(Verdict.REFUSED, "Ihr Kurs beginnt.")

    assert said[0].startswith("Wir haben nicht zugestimmt. Bitte fahren Sie nicht weg")
    assert said[1] == "Der Grund: Ihr Kurs beginnt."
    assert "Widerspruch" in said[2]


def test_question_reminds_to_wait():
    said = words(Verdict.ASKED, "Wohin?")

    assert (said[0], said[-1]) == (
        "Wir haben eine Frage: Wohin?",
        "Bitte nicht wegfahren, bevor wir zugestimmt haben. Eilt es? Rufen Sie uns an.",
    )
