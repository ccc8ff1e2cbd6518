import pytest

from portal.documents.domain.searching import MOST, find
from portal.documents.models import Document, DocumentPage


def page(text, number=1):
    return DocumentPage(document=Document(original_name="Blatt"), number=number, text=text)


def marked(text, query):
    """The shown text with its matches in brackets; "" when nothing was found."""
    hits = find([page(text)], query)
    return "".join(f"[{piece.text}]" if piece.is_match else piece.text for hit in hits for piece in hit.pieces)


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        ("Die Grundmiete beträgt 420,50 Euro.", "grundmiete", "Die [Grundmiete] beträgt 420,50 Euro."),
        ("Die Größe", "GROSSE", "Die [Größe]"),
        ("Die Grosse", "Größe", "Die [Grosse]"),
        ("Straße", "strasse", "[Straße]"),
        ("Miete und Heizung", "heizung miete", "[Miete] und [Heizung]"),
        ("Miete und Heizung", "heizung strom", ""),
        ("Miete\nund\nHeizung", "und", "Miete [und] Heizung"),
        ("aaaa", "aa", "[aaaa]"),
        ("", "miete", ""),
        ("Miete", "  ", ""),
    ],
)
def test_words_are_found_whatever_their_case_and_accents(text, query, shown):
    assert marked(text, query) == shown


def test_only_the_words_around_the_first_place_are_shown():
    shown = marked("x" * 500 + " Grundmiete " + "y" * 500, "grundmiete")

    assert (shown.startswith("… x"), shown.endswith("y …"), "[Grundmiete]" in shown, len(shown)) == (
        True,
        True,
        True,
        186,
    )


def test_most_hits_are_shown():
    assert len(find((page("Miete", number) for number in range(MOST + 5)), "miete")) == MOST
