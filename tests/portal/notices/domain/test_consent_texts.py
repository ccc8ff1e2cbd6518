from portal.notices.domain.consent_texts import CURRENT, TEXTS, text_of
from portal.notices.enums import ConsentKind


def test_every_kind_has_words():
    assert set(CURRENT) == set(ConsentKind)


def test_no_version_stands_twice():
    assert len({(text.kind, text.version) for text in TEXTS}) == len(TEXTS)


def test_words_of_a_version_are_found():
    assert text_of("email", "2026-11").yes == "Ja, schicken Sie mir eine E-Mail, wenn es etwas Neues gibt."
    assert text_of("email", "1999-01") is None


def test_decisions_say_what_follows():
    words = " ".join(map(str, CURRENT[ConsentKind.ELECTRONIC_DECISIONS].meaning))
    assert "4. Tag nach dieser E-Mail" in words
    assert "§ 37 Absatz 2a SGB X" in words
    assert (
        "Ohne diese Einwilligung kommen Bescheide mit der Post. Sie können trotzdem alles online einreichen." in words
    )
