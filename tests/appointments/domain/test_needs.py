from appointments.domain.needs import Needs


def test_needs_are_read_as_they_are_stored():
    needs = Needs(needs=("interpreter", "quiet_room"), language="ar", words="bitte hell")

    assert Needs.of(needs.as_json()) == needs
    assert needs.in_words() == ("Jemand soll übersetzen (Arabisch)", "ruhiger Raum", "bitte hell")


def test_needs_that_nobody_knows_are_left_out():
    assert Needs.of({"needs": ["unknown"]}) == Needs()
    assert Needs.of(None) == Needs()
