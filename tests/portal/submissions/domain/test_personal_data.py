import pytest

from portal.submissions.domain.personal_data import export_submissions, records_of
from tests.factories.cases import CaseFactory, StandingFactory
from tests.factories.documents import DocumentFactory
from tests.factories.submissions import SubmissionFactory, make_content

pytestmark = pytest.mark.django_db


@pytest.fixture
def own():
    return StandingFactory()


def test_submission_shows_what_was_said_and_sent(own):
    document = DocumentFactory(case=own.case, person=own.person)
    submission = SubmissionFactory(case=own.case, documents=(document,))

    [record] = export_submissions(own.user_id).records

    assert record.title == f"Hauptantrag auf Grundsicherungsgeld ({submission.reference})"
    assert dict(record.facts)["Eingegangen"] == "Samstag, 31.\xa0Oktober 2026, 23:47:05\xa0Uhr\xa0(MEZ)"
    assert record.lines == ("Ihr Antrag gilt ab dem 1. Oktober 2026.",)
    assert [inner.title for inner in record.records] == ["Eingereichte Dateien", "Über Sie", "Arbeit und Einkommen"]
    assert record.records[0].lines == (f"1. Mietvertrag.pdf, 1 Seite, Prüfsumme {document.sha256}",)


def test_answers_are_questions_with_words():
    records = records_of(make_content())

    assert records[0].facts[0] == ("Vorname", "Miriam")
    assert records[0].facts[-1] == ("Steuer-Identifikationsnummer", "nicht beantwortet")
    assert records[1].records[0].title == "Bäckerei Öztürk"


def test_receipt_files_are_part_of_it(own):
    submission = SubmissionFactory(case=own.case, issued=True)

    exported = export_submissions(own.user_id)

    assert exported.data[0]["files"] == [
        f"eingaenge/{submission.reference}_Eingangsbestätigung.pdf",
        f"eingaenge/{submission.reference}_Kopie Ihrer Angaben.pdf",
    ]
    assert b"".join(exported.records[0].files[0].pieces()).startswith(b"%PDF")


def test_submissions_of_other_cases_are_left_out(own):
    StandingFactory(helper=True, person=StandingFactory(person__case=CaseFactory()).person, user=own.user)
    SubmissionFactory()

    assert export_submissions(own.user_id).records == ()


@pytest.mark.parametrize("number", [1, 4])
def test_submissions_take_four_queries(own, number, django_assert_num_queries):
    for _each in range(number):
        SubmissionFactory(case=own.case)

    with django_assert_num_queries(4):
        assert len(export_submissions(own.user_id).data) == number
