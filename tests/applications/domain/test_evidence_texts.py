import datetime

from applications.domain.evidence_texts import BASIS, paper_draft
from applications.enums import DocumentClass

ON = datetime.date(2026, 11, 26)


def test_statements_name_the_months_and_come_with_the_notice():
    draft = paper_draft(DocumentClass.BANK_STATEMENT, on=ON)

    assert draft.what == "Kontoauszüge der letzten 3 Monate"
    assert draft.may_blacken
    assert "schwärzen" not in draft.why
    assert draft.basis == BASIS


def test_words_say_why_where_and_what_may_be_blacked_out():
    draft = paper_draft(DocumentClass.LEASE, on=ON, reason="Sie wohnen zur Miete.", basis="§ 22 SGB II")

    assert draft.why.startswith("Sie wohnen zur Miete. Damit sehen wir, wo Sie wohnen und welche Miete vereinbart ist.")
    assert "Woher: Bei Ihrer Vermieterin" in draft.why
    assert (draft.alternatives, draft.basis) == ("Mietbescheinigung", "§ 22 SGB II")


def test_nothing_is_said_twice():
    reason = "Wir müssen wissen, wer Sie sind."

    assert "Damit sehen wir" not in paper_draft(DocumentClass.ID_DOC, on=ON, reason=reason).why


def test_health_stays_restricted():
    draft = paper_draft(DocumentClass.MEDICAL_DIET_CERT, on=ON)

    assert draft.is_restricted
    assert "Schreiben Sie selbst keine Krankheit auf." in draft.why


def test_other_paper_promises_nothing():
    assert paper_draft(DocumentClass.OTHER, on=ON, title="Meldung der Hausverwaltung", name="Ida").what == (
        "Meldung der Hausverwaltung – Ida"
    )
