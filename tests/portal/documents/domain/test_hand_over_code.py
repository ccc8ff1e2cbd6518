from portal.documents.domain.hand_over_code import grouped, index_of, indexes_of, new_code, normalise_code


def test_code_is_ten_signs_that_nobody_mixes_up():
    code = new_code()

    assert (len(code), set(code) & set("ILOU")) == (10, set())


def test_typed_code_is_the_code():
    assert normalise_code(" 7kq4o-2fdxi ") == "7KQ402FDX1"


def test_code_of_another_length_is_none():
    assert [normalise_code(text) for text in ("", "7KQ49", "7KQ49-2FDXM-1", "UUUUU-UUUUU")] == [""] * 4


def test_code_is_shown_in_two_halves():
    assert grouped("7KQ492FDXM") == "7KQ49-2FDXM"


def test_row_is_found_by_the_newest_key():
    assert index_of("7KQ492FDXM") == indexes_of("7KQ492FDXM")[0]
