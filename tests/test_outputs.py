"""What watches over everything that leaves the portal does see it."""

import logging

from tests import outputs


def test_name_in_a_log_line_is_seen():
    logging.getLogger("portal.somewhere").warning("Antrag von %s", "Miriam")

    assert outputs.leaks() == ["log: Miriam"]


def test_account_in_a_text_is_seen():
    outputs.saw("push", "Konto DE98999999990000000202")

    assert outputs.leaks() == ["push: DE98999999990000000202"]


def test_part_of_a_word_is_no_name():
    outputs.saw("e-mail", "Tomaten, Idar-Oberstein")

    assert outputs.leaks() == []
