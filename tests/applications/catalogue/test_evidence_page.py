import pytest

from applications.catalogue.evidence_page import GROUPS, PUBLISHED, evidence_page
from applications.enums import DocumentClass


def test_page_is_published_as_the_matrix_is():
    assert PUBLISHED.read_text(encoding="utf-8") == evidence_page(), "the matrix has changed: run `make forms`"


def test_every_kind_of_paper_stands_in_one_group():
    assert sorted(kind for group in GROUPS.values() for kind in group) == sorted(DocumentClass)


@pytest.mark.parametrize(
    "start",
    [
        "| Kontoauszüge (`BANK_STATEMENT`) | was auf Ihren Konten eingeht, abgeht und am Ende übrig ist | je Konto, Sache",
        "| Ärztliche Verordnung (`PRESCRIPTION`) 🔒 | welches Hilfsmittel Sie brauchen | je Person | ja |  |  | 4 Monate | neu",
        "| Bescheid des Jobcenters (`DECISION`) | Unsere eigenen Bescheide haben wir.",
        "| `papers.valid_months.recent` | 4 | SGB I § 60; design default | DESIGN |",
    ],
)
def test_page_is_a_table_to_read(start):
    assert [line for line in evidence_page().splitlines() if line.startswith(start)]
