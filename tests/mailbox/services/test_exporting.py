import io
import zipfile

import pytest
from msgspec.structs import replace

from mailbox.models import Decision
from mailbox.services import export_pdf, export_zip
from portal.audit.models import AuditEvent
from portal.cases.errors import NotPermitted
from portal.documents.enums import Purpose
from tests.factories.cases import StandingFactory, helper_actor
from tests.factories.exports import full_case, member_with_own_post

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def full():
    return full_case()


def names_in(export):
    return zipfile.ZipFile(io.BytesIO(b"".join(export.pieces))).namelist()


def events(full, *, since=0):
    found = AuditEvent.objects.filter(case_id=full.case.pk, id__gt=since).order_by("id")
    return list(found.values_list("event", flat=True))


def last_event():
    return AuditEvent.objects.latest("id").pk


def test_file_is_called_after_the_number_and_nobody(full):
    export = export_pdf(actor=full.claimant, case=full.case)

    assert export.name.startswith(f"Postfach {full.submission.reference} ")
    assert export.name.endswith(".pdf")
    assert export.size == len(b"".join(export.pieces))


def test_own_pdf_leaves_one_event(full):
    before = last_event()
    export_pdf(actor=full.claimant, case=full.case, thread=full.thread)

    assert events(full, since=before) == ["mailbox.exported"]


def test_own_zip_notes_the_files_that_leave(full):
    before = last_event()
    export_zip(actor=full.claimant, case=full.case)

    assert events(full, since=before) == [
        "seen.documents",
        "seen.receipt",
        "seen.copy",
        "mailbox.exported",
        "mailbox.decision_taken",
    ]


def test_decision_counts_as_opened_when_the_addressee_takes_it_with_her(full):
    helping = StandingFactory(helper=True, person=full.person, scopes=["read_postbox", "read_decisions"])
    export_zip(actor=helper_actor(helping), case=full.case)
    export_pdf(actor=full.claimant, case=full.case)
    assert Decision.objects.get().opened_at is None

    export_zip(actor=full.claimant, case=full.case)
    assert Decision.objects.get().opened_at is not None


def test_staff_take_notes_and_protected_papers_only_when_they_say_so(full):
    able = replace(full.staff, opens_restricted=True)
    plain = names_in(export_zip(actor=able, case=full.case))
    before = last_event()
    whole = names_in(export_zip(actor=able, case=full.case, with_notes=True, restricted_for=Purpose.ON_REQUEST))

    assert set(whole) - set(plain) == {"unterlagen/002_Attest.pdf", "interne-notizen.pdf"}
    assert events(full, since=before) == [
        "seen.messages",
        "seen.file_names",
        "seen.documents",
        "seen.restricted",
        "seen.receipt",
        "seen.copy",
        "seen.notes",
        "mailbox.exported",
    ]
    assert AuditEvent.objects.filter(event="seen.restricted").latest("id").purpose == "on_request"


def test_purpose_gives_nothing_to_who_lacks_the_function(full):
    names = names_in(export_zip(actor=full.staff, case=full.case, restricted_for=Purpose.ON_REQUEST))

    assert "unterlagen/002_Attest.pdf" not in names


def test_person_never_gets_notes(full):
    assert "interne-notizen.pdf" not in names_in(export_zip(actor=full.claimant, case=full.case, with_notes=True))


def test_member_gets_her_own_post_only(full):
    names = names_in(export_zip(actor=member_with_own_post(full.case), case=full.case))

    assert names == ["verlauf.pdf", "manifest.json", "SHA256SUMS"]


def test_who_reads_no_post_gets_nothing(full):
    helping = StandingFactory(helper=True, person=full.person, scopes=["read_decisions"])

    with pytest.raises(NotPermitted):
        export_pdf(actor=helper_actor(helping), case=full.case)
