import pytest
from django.utils import timezone
from msgspec.structs import replace

from mailbox.domain.export.papers import listed, numbers_of, receipt_line
from portal.documents.enums import Purpose
from portal.documents.errors import HarmfulFile
from portal.documents.models import Document
from tests.factories.exports import full_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def full():
    return full_case()


def lines(full, actor):
    return list(listed(actor, [full.paper, full.restricted], [full.decision]))


def paths(full, actor):
    return [line.file.path if line.file else None for line in lines(full, actor)]


def test_person_gets_back_what_she_has_sent(full):
    assert paths(full, full.claimant) == [
        "unterlagen/001_Mietvertrag März.pdf",
        "unterlagen/002_Attest.pdf",
        "bescheide/003_2026-11-18.pdf",
    ]


def test_staff_without_the_function_get_protected_papers_by_name_only(full):
    assert paths(full, full.staff)[1] is None
    assert lines(full, full.staff)[1].note == "Besonders geschützt, nicht enthalten."


@pytest.mark.parametrize(("purpose", "is_in"), [(Purpose.SPECIAL_NEED, True), ("mailbox_export", False)])
def test_staff_with_the_function_have_to_say_what_for(full, purpose, is_in):
    able = replace(full.staff, opens_restricted=True, purpose=str(purpose))

    assert (paths(full, able)[1] is not None) is is_in


def test_staff_get_the_cleaned_pages_and_are_told_so(full):
    (line, *_rest) = lines(full, full.staff)

    assert line.note.startswith("Im ZIP als gereinigte PDF-Datei.")
    assert (line.sha256, line.size, line.pages) == (full.paper.sha256, full.paper.size, 2)


def test_harmful_file_is_handed_to_nobody(full):
    Document.objects.filter(pk=full.paper.pk).update(refusal=HarmfulFile.code, status="refused")
    full.paper.refresh_from_db()

    assert (paths(full, full.claimant)[0], paths(full, full.staff)[0]) == (None, None)


def test_emptied_paper_stays_in_the_list(full):
    Document.objects.filter(pk=full.paper.pk).update(stored=None, emptied_at=timezone.now(), status="refused")
    full.paper.refresh_from_db()
    (line, *_rest) = lines(full, full.claimant)

    assert (line.file, line.note) == (None, "Inhalt gelöscht. Name und Prüfsumme bleiben als Nachweis.")


def test_numbers_are_those_of_the_list(full):
    numbers = numbers_of([full.paper, full.restricted], [full.decision])

    assert numbers == {full.paper.pk: 1, full.restricted.pk: 2, full.decision.document_id: 3}


def test_receipt_has_its_two_files(full):
    reference = full.submission.reference

    assert [file.path for file in receipt_line(full.submission).files] == [
        f"eingangsbestaetigungen/{reference}.pdf",
        f"eingangsbestaetigungen/{reference}_kopie.pdf",
    ]
