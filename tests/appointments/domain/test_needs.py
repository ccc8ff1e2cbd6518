from appointments.domain.needs import Needs
from appointments.enums import Need


def test_needs_are_read_as_they_are_stored():
    needs = Needs(needs=("interpreter", "quiet_room"), language="ar", words="bitte hell")

    assert Needs.of(needs.as_json()) == needs
    assert needs.in_words() == ("Jemand soll übersetzen (Arabisch)", "ruhiger Raum", "bitte hell")


def test_needs_that_nobody_knows_are_left_out():
    assert Needs.of({"needs": ["unknown"]}) == Needs()
    assert Needs.of(None) == Needs()


def test_needs_drop_what_is_not_known_and_signs_nobody_types():
    stored = Needs(needs=("magic", Need.QUIET_ROOM), language="xx", words="Bitte\x00 leise").as_json()

    assert stored == {"needs": ["quiet_room"], "language": "", "words": "Bitte leise"}


def test_needs_say_nothing_in_logs():
    assert repr(Needs(words="Rollstuhl")) == "Needs()"
