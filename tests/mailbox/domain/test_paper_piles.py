import pytest

from mailbox.domain.paper_piles import Part, discard_pile, parts_of, read_pile
from mailbox.models import PaperScan
from portal.documents.domain.files import store_file
from portal.documents.models import StoredFile
from tests.factories.malware import in_pdf, program
from tests.factories.paper_scans import PaperScanFactory, scanned

A, B = "7KQ492FDXM3P", "0000AAAA1111"


@pytest.mark.parametrize(
    ("codes", "parts"),
    [
        ([], []),
        ([[]], [Part(1, 1, 1)]),
        ([[A], []], [Part(1, 2, 2, A)]),
        ([[A], [], [], [B], []], [Part(1, 2, 3, A), Part(4, 5, 5, B)]),
        ([[], [A], []], [Part(1, 1, 1), Part(2, 3, 3, A)]),
        ([[A], [A], []], [Part(1, 3, 3, A)]),
        ([[A], [], [A], []], [Part(1, 2, 2, A), Part(3, 4, 4, A)]),
        ([[A]], [Part(1, 1, 1, A, is_sheet_alone=True)]),
        ([[A], [B], []], [Part(1, 1, 1, A, is_sheet_alone=True), Part(2, 3, 3, B)]),
        ([["BCD 001"], []], [Part(1, 1, 2, has_other_code=True)]),
        ([["BCD 001", "7kq4-92fd-xm3p"], []], [Part(1, 2, 2, A)]),
    ],
)
def test_each_cover_sheet_begins_a_part(codes, parts):
    assert parts_of(codes) == parts


@pytest.mark.django_db
def test_pile_is_scanned_made_plain_and_read_once(scanner):
    scan = PaperScanFactory(stored=store_file(scanned(A, ""), media_type="application/pdf"))

    read_pile(scan.pk)
    scan.refresh_from_db()
    first = scan.checked_at
    read_pile(scan.pk)
    scan.refresh_from_db()

    assert (scan.refusal, scan.codes, scan.checked_at) == ("", [[A], []], first)
    assert scan.plain is not None


@pytest.mark.django_db
def test_harm_is_refused(scanner):
    harmful = PaperScanFactory(stored=store_file(in_pdf(program()), media_type="application/pdf"))

    read_pile(harmful.pk)
    harmful.refresh_from_db()

    assert (harmful.refusal, harmful.plain) == ("malware", None)


@pytest.mark.django_db
def test_pile_goes_with_its_files():
    before = StoredFile.objects.count()
    discard_pile(PaperScanFactory(codes=[[], []]))

    assert not PaperScan.objects.exists()
    assert StoredFile.objects.count() == before
