from datetime import date

import pytest

from applications.catalogue.figures import with_figures
from applications.catalogue.review_request import FORM
from applications.law.parameter import UnknownParameter


def test_figure_of_the_day_stands_in_the_sentence():
    words = with_figures("%(weeks)s Wochen", {"weeks": "absence.without_important_reason_weeks_per_year"})

    assert str(words) == "3 Wochen"


def test_figure_that_nobody_knows_is_not_guessed():
    words = with_figures(
        "%(weeks)s Wochen", {"weeks": "absence.without_important_reason_weeks_per_year"}, on=date(2000, 1, 1)
    )

    with pytest.raises(UnknownParameter):
        str(words)


def test_review_says_how_far_back_it_reaches():
    said = [str(words) for words in FORM.statements(FORM.read({"started_on": "2026-11-16"}))]

    assert "bis zu 4 Jahre zurück. Geld zahlen wir höchstens für 1 Jahr nach." in said[1]
