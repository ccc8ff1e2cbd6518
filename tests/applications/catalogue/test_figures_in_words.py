import time_machine

from applications.catalogue.figures_in_words import with_law_figures

SUPPLIES = "education.school_supplies.first_term"


def test_amount_is_the_one_of_the_day_somebody_reads_it():
    words = with_law_figures("Im Jahr %(year)s %(amount)s", "unbekannt", amount=SUPPLIES)

    with time_machine.travel("2023-08-01T12:00:00+02:00"):
        assert str(words) == "Im Jahr 2023 116,00\u00a0Euro"
    with time_machine.travel("2026-11-26T12:00:00+01:00"):
        assert str(words) == "Im Jahr 2026 130,00\u00a0Euro"


def test_unknown_figure_is_left_out_and_never_guessed():
    with time_machine.travel("2027-02-01T12:00:00+01:00"):
        assert str(with_law_figures("%(amount)s", "ein fester Betrag", amount=SUPPLIES)) == "ein fester Betrag"


def test_rate_is_said_in_percent_and_age_as_a_number():
    words = with_law_figures("%(rate)s Prozent, %(age)s", "", rate="loan.repayment_rate", age="education.max_age")

    with time_machine.travel("2026-11-26T12:00:00+01:00"):
        assert str(words) == "5 Prozent, 25"
