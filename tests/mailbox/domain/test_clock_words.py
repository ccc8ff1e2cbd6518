from datetime import date

import pytest

from mailbox.domain import clock_words
from portal.law.periods import Place, end_of_months


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (date(2026, 12, 24), "Nachricht gesendet am Fr, 20. November 2026, gilt als bekannt gegeben am Di, 24. November, Widerspruch bis Do, 24. Dezember"),
        (date(2027, 2, 24), "Nachricht gesendet am Fr, 20. November 2026, gilt als bekannt gegeben am Di, 24. November, Widerspruch bis Mi, 24. Februar 2027"),
        (None, "Nachricht gesendet am Fr, 20. November 2026, gilt als bekannt gegeben am Di, 24. November"),
    ],
    ids=["one year", "next year", "no objection"],
)  # fmt: skip
def test_summary_names_the_year_where_it_changes(until, said):
    assert plain(clock_words.summary(date(2026, 11, 20), date(2026, 11, 24), until)) == said


def test_end_of_a_short_month_is_explained():
    notified = date(2027, 1, 31)

    said = clock_words.objection(1, "months", notified, end_of_months(notified, 1))

    assert (
        "Den 31. gibt es im letzten Monat der Frist nicht. Darum zählt der letzte Tag dieses Monats. Der letzte Tag wäre So, 28. Februar 2027."
        in plain(said)
    )


def test_local_holiday_is_named_as_one():
    notified = date(2028, 7, 15)
    end = end_of_months(notified, 1, Place.of("BY", [date(2028, 8, 15)]))

    said = clock_words.objection(1, "months", notified, end)

    assert (
        "Frei ist hier: Di, 15. August (Feiertag am Ort des Jobcenters). Die Frist endet am Mi, 16. August 2028, um 24 Uhr."
        in plain(said)
    )


@pytest.mark.parametrize(
    ("months", "rule", "beginning"),
    [
        (1, "months", "Für den Widerspruch haben Sie einen Monat Zeit."),
        (3, "abroad_months", "Der Bescheid wird Ihnen im Ausland bekannt gegeben. Darum haben Sie für den Widerspruch 3 Monate Zeit."),
        (12, "without_instruction_months", "Im Bescheid steht nicht oder nicht richtig, wie Sie Widerspruch einlegen können. Darum haben Sie dafür ein Jahr Zeit."),
    ],
)  # fmt: skip
def test_length_of_the_period_has_its_reason(months, rule, beginning):
    notified = date(2026, 11, 24)

    assert clock_words.objection(months, rule, notified, end_of_months(notified, months)).startswith(beginning)


def test_hints_name_day_and_paragraph():
    assert plain(clock_words.not_received(date(2026, 11, 24))) == (
        "Kam die Benachrichtigung nicht oder erst nach dem Di, 24. November 2026 an? Sagen Sie es uns. "
        "Können wir das Gegenteil nicht beweisen, zählt der Tag, an dem Sie den Bescheid abgerufen haben (§ 37 Abs. 2a Satz 5 bis 7 SGB X)."
    )
    assert "haben Sie ein Jahr Zeit (§ 66 Abs. 2 SGG)" in plain(clock_words.no_instruction(12))
    assert "3 Monate Zeit haben (§ 84 Abs. 1 Satz 2 SGG)" in plain(clock_words.abroad(3))


def test_paragraph_stays_with_its_number():
    assert (
        clock_words.with_basis("Darum.", "§ 84 Abs. 1 SGG, § 64 SGG") == "Darum. (§\u00a084 Abs. 1 SGG, §\u00a064 SGG)"
    )
