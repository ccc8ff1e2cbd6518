"""Invented submissions, handed in like any other."""

import datetime
import uuid
from zoneinfo import ZoneInfo

import factory

from portal.cases.models import Person
from portal.submissions.domain.receipt import issue_confirmation, keep_copy
from portal.submissions.enums import SubmissionKind
from portal.submissions.models import Entry, Group, Section, Submission, SubmissionContent
from portal.submissions.services import receive_submission
from tests.factories.cases import CaseFactory, claimant_actor
from tests.factories.documents import make_pdf

RECEIVED_AT = datetime.datetime(2026, 10, 31, 23, 47, 5, 123456, tzinfo=ZoneInfo("Europe/Berlin"))


def make_content(**fields) -> SubmissionContent:
    """Answers of a small application."""
    sections = (
        Section(
            title="Über Sie",
            entries=(
                Entry(label="Vorname", value="Miriam"),
                Entry(label="Familienname", value="Sander"),
                Entry(label="Geburtsdatum", value="4. März 1988"),
                Entry(label="Anschrift", value="Lindenweg 7\n00115 Musterstadt"),
                Entry(label="Steuer-Identifikationsnummer", value=""),
            ),
        ),
        Section(
            title="Arbeit und Einkommen",
            entries=(Entry(label="Haben Sie Einkommen?", value="Ja"),),
            groups=(
                Group(
                    title="Bäckerei Öztürk",
                    entries=(
                        Entry(label="Lohn im Monat (netto)", value="612,40 Euro"),
                        Entry(label="Stunden in der Woche", value="15"),
                    ),
                ),
            ),
        ),
    )
    defaults = {
        "sections": sections,
        "applicant": "Miriam Sander",
        "for_whom": "Sie und 1 weitere Person",
        "statements": ("Ihr Antrag gilt ab dem 1. Oktober 2026.",),
    }
    return SubmissionContent(**(defaults | fields))


def _stand_in(submission: Submission, *, pages: int) -> bytes:
    """A PDF that no other submission has."""
    return make_pdf(pages) + f"% {submission.reference}\n".encode()


class SubmissionFactory(factory.Factory):
    """A main application without files; trait ``issued`` gives it both files, as PDFs of empty pages.

    What stands in them is the business of `tests/portal/submissions/domain`: drawing both takes half a second.
    """

    class Meta:
        model = Submission

    case = factory.SubFactory(CaseFactory)
    kind = SubmissionKind.APPLICATION
    title = "Hauptantrag auf Grundsicherungsgeld"
    form_key = "main"
    form_version = "2026-04"
    content = factory.LazyFunction(make_content)
    data = factory.LazyFunction(lambda: {"household": {"persons": 2}})
    documents = ()
    token = factory.LazyFunction(uuid.uuid4)
    received_at = RECEIVED_AT
    issued = False

    @classmethod
    def _create(cls, _model, *, case, documents, issued, **fields):
        actor = claimant_actor(case)
        person = Person.objects.get(case=case, is_applicant=True)
        ids = [document.pk for document in documents]
        submission = receive_submission(actor=actor, case=case, person=person, document_ids=ids, **fields)
        if issued:
            issue_confirmation(submission.pk, make=lambda each: _stand_in(each, pages=1))
            keep_copy(submission.pk, make=lambda each: _stand_in(each, pages=2))
        return submission
