from datetime import UTC, datetime

from django.template.loader import render_to_string

from mailbox.domain.delivery_clock import clock
from mailbox.enums import Instruction

NOON = datetime(2026, 11, 20, 11, tzinfo=UTC)


def page(*arguments, **options):
    """The fragment as a page includes it, with simple spaces."""
    return render_to_string("mailbox/clock.html", {"clock": clock(*arguments, **options)}).replace("\u00a0", " ")


def test_page_says_the_days_and_unfolds_the_calculation():
    shown = page(NOON, "BY")

    assert (
        "gesendet am Fr, 20. November 2026, gilt als bekannt gegeben am Di, 24. November, Widerspruch bis Do, 24. Dezember<"
        in shown
    )
    assert "<strong>Letzter Tag für den Widerspruch: Donnerstag, 24. Dezember 2026</strong>" in shown
    assert [shown.count(word) for word in ("<details", "<li>", "Wir wissen nicht")] == [2, 6, 0]


def test_page_says_when_the_place_is_not_known():
    assert "Wir wissen nicht, welche Feiertage für Sie gelten." in page(NOON, "")


def test_page_of_a_letter_that_decides_nothing_has_no_objection():
    shown = page(NOON, "", instruction=Instruction.NONE)

    assert "Widerspruch" not in shown
    assert "Wir wissen nicht" not in shown
