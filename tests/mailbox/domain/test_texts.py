from mailbox.domain.texts import EXAMPLE, PLACEHOLDERS, fill, open_placeholders, unknown_placeholders


def test_placeholders_are_filled_and_what_has_no_value_stays():
    assert fill("Guten Tag { name }, bis zum {frist}.", {"name": "Lea"}) == "Guten Tag Lea, bis zum {frist}."


def test_unknown_placeholders_are_named_once():
    assert unknown_placeholders("{Name} {name} {iban} {iban} {}") == ("Name", "iban", "")


def test_what_is_left_to_fill_in_is_named():
    assert open_placeholders("Bis {frist}, sonst {frist}. {iban}") == ("frist",)


def test_value_with_braces_is_not_filled_again():
    assert fill("{name}", {"name": "{frist}", "frist": "morgen"}) == "{frist}"


def test_every_placeholder_has_an_example():
    assert set(EXAMPLE) == set(PLACEHOLDERS)
