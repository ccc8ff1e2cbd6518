import datetime

from msgspec.structs import replace

from applications.catalogue.main_application import FORM
from applications.domain.draft import Course
from applications.domain.evidence import evidence_lines
from applications.domain.receipt_content import for_whom, open_points, receipt_content
from applications.enums import FormKind
from tests.factories.personas import P01, P02, P03, fresh

AT = datetime.datetime(2026, 10, 31, 22, 59, 59, tzinfo=datetime.UTC)  # 23:59:59 in Berlin


def content_of(answers, form=FORM):
    course = Course(form, answers)
    claim = course.claim(received_at=AT)
    return receipt_content(
        course, claim, evidence_lines(claim, answers, {}, course.people), AT, name=claim.applicant.display_name
    )


def test_every_section_of_the_form_is_in_the_receipt():
    titles = [section.title for section in content_of(fresh(P03)).sections]

    assert titles == [
        "Hilfe noch heute",
        "Sie",
        "Menschen bei Ihnen",
        "Wohnen",
        "Arbeit und Einkommen",
        "Andere Leistungen",
        "Besondere Situationen",
        "Vermögen",
        "Krankenversicherung",
        "Konto für die Auszahlung",
        "Die letzten Jahre",
        "Unterlagen",
    ]


def test_things_stand_in_groups_of_their_own():
    work = next(section for section in content_of(fresh(P03)).sections if section.title == "Arbeit und Einkommen")
    wage = next(group for group in work.groups if group.title == "Einkommen: Arbeit")

    assert [(entry.label, entry.value) for entry in wage.entries][:2] == [
        ("Arbeitgeber oder Auftraggeber", "Bäckerei Korn"),
        ("Brutto im Monat", "1.650,00\xa0Euro"),
    ]


def test_day_that_counts_follows_from_the_time_in_germany():
    assert content_of(fresh(P01)).statements == ("Ihr Antrag gilt ab dem 1.\xa0Oktober 2026 (§ 37 Abs. 2 SGB II).",)


def test_for_whom_counts_without_names():
    assert for_whom(Course(FORM, fresh(P01)).claim(), "Jonas Albers") == "Jonas Albers"
    assert for_whom(Course(FORM, fresh(P02)).claim(), "Miriam Sander") == "Miriam Sander und 2 weitere Personen"


def test_open_points_name_papers_and_count_answers():
    answers = fresh(P01)
    answers["bank"]["iban"] = None
    course = Course(FORM, answers)

    points = open_points(course, evidence_lines(course.claim(on=AT.date()), answers, {}, course.people))

    assert "Mietvertrag" in points
    assert points[-1] == "Konto für die Auszahlung: 1 Angabe fehlt"


def test_answers_say_where_they_lay():
    sections = {section.title: section for section in content_of(fresh(P03)).sections}
    wage = next(group for group in sections["Arbeit und Einkommen"].groups if group.title == "Einkommen: Arbeit")

    assert sections["Sie"].entries[0].place == "you.first_name"
    assert wage.entries[1].place == "work.incomes.i1.gross"
    assert sections["Unterlagen"].entries[0].place == "evidence.ID_DOC:applicant"


def test_receipt_of_a_request_speaks_neither_of_a_day_nor_of_papers():
    sections = tuple(section for section in FORM.sections if section.key != "evidence")
    content = content_of(fresh(P02), replace(FORM, kind=FormKind.REQUEST, sections=sections))

    assert content.statements == ()
    assert "Unterlagen" not in [section.title for section in content.sections]
