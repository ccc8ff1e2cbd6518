from portal.crypto.services import blind_index, blind_index_candidates, rotate_keyset

IBAN = "DE02120300000000202051"


def test_equal_values_have_equal_indexes():
    assert blind_index(IBAN, purpose="iban") == blind_index(IBAN, purpose="iban")


def test_index_is_32_hex_digits_and_not_the_value():
    index = blind_index(IBAN, purpose="iban")

    assert len(index) == 32
    assert set(index) <= set("0123456789abcdef")


def test_index_differs_by_value_and_purpose():
    assert (
        len(
            {
                blind_index(IBAN, purpose="iban"),
                blind_index(IBAN + "1", purpose="iban"),
                blind_index(IBAN, purpose="bg"),
            }
        )
        == 3
    )


def test_candidates_hold_old_and_new_index_during_a_rotation():
    old = blind_index(IBAN, purpose="iban")
    rotate_keyset("index")
    new = blind_index(IBAN, purpose="iban")

    assert new != old
    assert blind_index_candidates(IBAN, purpose="iban") == [new, old]
