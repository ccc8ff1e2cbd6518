import pytest
from django.utils import timezone

from applications.domain.checks import check_application
from applications.domain.evidence_draft import draft_missing_papers
from mailbox.enums import AnswerKind, ItemStatus, RequestStatus
from mailbox.models import EvidenceRequest, TextTemplate, TextVersion
from portal.documents.enums import Review
from portal.documents.services import mark_handed_in
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory
from tests.factories.claims import build_p02, without_papers
from tests.factories.documents import DocumentFactory
from tests.factories.evidence import LEASE, PAYSLIPS, STATEMENTS, asked, drafted
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(jobcenter):
    return CaseFactory(jobcenter=jobcenter)


@pytest.fixture
def application(case):
    return ApplicationFactory(case=case, claim=without_papers(build_p02()))


def url(request, step=""):
    return f"/verwaltung/faelle/{request.case_id}/bitten/{request.pk}/{step}"


def words(response):
    return response.content.decode().replace("\xa0", " ")


def hidden(page):
    """What the preview sends along."""
    start = page.index("senden/")
    return {name: page[page.index(f'name="{name}" value="', start) :].split('"')[3] for name in ("deadline", "notice")}


def test_draft_shows_letter_and_notice_and_is_sent_once(desk_of, worker, case):
    found = drafted(STATEMENTS, LEASE, case=case)
    desk = desk_of(worker)
    page = words(desk.get(url(found.request)))
    assert "Einnahmen dürfen Sie nicht schwärzen." in page
    assert "Absatz 3 SGB I" in page

    for _press in range(2):
        desk.post(url(found.request, "senden/"), hidden(page))

    sent = found.now()
    assert (sent.status, sent.sent_by, sent.message.thread.messages.count()) == ("sent", worker, 1)
    assert sent.legal_notice.split("\n")[0] in page


def test_draft_of_the_checks_is_sent_with_the_deadline_it_was_shown_with(desk_of, worker, application):
    check_application(application)
    request = draft_missing_papers(application)
    desk = desk_of(worker)
    shown = hidden(words(desk.get(url(request))))

    desk.post(url(request, "senden/"), shown)

    assert EvidenceRequest.objects.get().deadline.isoformat() == shown["deadline"]


def test_preview_warns_of_what_has_come_since(desk_of, worker, application):
    check_application(application)
    request = draft_missing_papers(application)
    desk = desk_of(worker)
    assert "bitte prüfen" not in words(desk.get(url(request)))
    document = DocumentFactory(case=application.case, evidence_code="LEASE")
    mark_handed_in(documents=[document], at=timezone.now())

    page = words(desk.get(url(request)))

    assert page.count("bitte prüfen") == 1
    assert "schon da, eingegangen am" in page


def test_notice_that_has_changed_is_read_again(desk_of, worker, case):
    found = drafted(LEASE, case=case)
    desk = desk_of(worker)
    shown = hidden(words(desk.get(url(found.request))))
    template = TextTemplate.objects.get(purpose="legal_notice")
    TextVersion.objects.create(template=template, number=2, body="Neuer Hinweis", published_at=timezone.now())

    response = desk.post(url(found.request, "senden/"), shown)

    assert response.status_code == 422
    assert "Neuer Hinweis" in words(response)
    assert found.now().status == RequestStatus.DRAFT


def test_draft_is_thrown_away(desk_of, worker, application):
    found = drafted(LEASE, case=application.case)

    response = desk_of(worker).post(url(found.request, "zuruecknehmen/"))

    assert response.headers["Location"] == f"/verwaltung/antraege/{application.pk}/"
    assert found.now().status == RequestStatus.WITHDRAWN
    assert str(found.request.pk) not in words(desk_of(worker).get(f"/verwaltung/antraege/{application.pk}/"))


def test_letter_is_a_pdf(desk_of, worker, case):
    response = desk_of(worker).get(url(drafted(LEASE, case=case).request, "brief/"))

    assert response.headers["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")


def test_sent_request_shows_answers_with_ways_to_their_papers(desk_of, worker, application):
    found = asked(STATEMENTS, LEASE, case=application.case)
    document = found.document(name="Auszug.pdf")
    found.answer(1, document_ids=[document.pk])
    found.answer(2, AnswerKind.NOT_AVAILABLE, text="Ich habe keinen Vertrag.")

    page = words(desk_of(worker).get(url(found.request)))

    assert f"/verwaltung/antraege/{application.pk}/unterlagen/{document.pk}/" in page
    assert "Ich habe keinen Vertrag." in page
    assert "0 von 2 erledigt" in page


def test_accepted_with_one_tap_and_the_paper_with_it(desk_of, worker, application):
    found = asked(LEASE, case=application.case)
    document = found.document()
    found.answer(1, document_ids=[document.pk])

    page = desk_of(worker).post(
        url(found.request, f"punkte/{found.items[0].pk}/urteil/"), {"to": "accepted"}, follow=True
    )

    document.refresh_from_db()
    assert (found.statuses, document.review) == ([ItemStatus.ACCEPTED], Review.ACCEPTED)
    assert "Damit ist die ganze Bitte erledigt." in words(page)


def test_unusable_needs_words_and_holds_for_the_paper(desk_of, worker, case):
    found = asked(LEASE, case=case)
    document = found.document()
    found.answer(1, document_ids=[document.pk])
    desk, judge = desk_of(worker), url(found.request, f"punkte/{found.items[0].pk}/urteil/")
    assert desk.post(judge, {"to": "unusable"}).status_code == 422

    desk.post(judge, {"to": "unusable", "sentence": "pages_missing", "text": "Bitte Seite 2."})

    document.refresh_from_db()
    assert found.statuses == [ItemStatus.UNUSABLE]
    assert found.items[0].reason.endswith("Bitte Seite 2.")
    assert (document.review, document.review_reason) == (Review.UNUSABLE, found.items[0].reason)


def test_done_without_and_taken_back(desk_of, worker, case):
    found = asked(LEASE, PAYSLIPS, case=case)
    desk, judge = desk_of(worker), url(found.request, f"punkte/{found.items[0].pk}/urteil/")

    desk.post(judge, {"to": "waived", "text": "Steht schon im Bescheid."})
    assert found.statuses == [ItemStatus.WAIVED, ItemStatus.REQUESTED]

    desk.post(judge, {"to": "requested", "text": "Wir brauchen ihn doch."})
    assert found.statuses == [ItemStatus.REQUESTED, ItemStatus.REQUESTED]


def test_step_that_is_not_possible_any_more_says_so(desk_of, worker, case):
    found = asked(LEASE, case=case)
    judge = url(found.request, f"punkte/{found.items[0].pk}/urteil/")

    response = desk_of(worker).post(judge, {"to": "unusable", "text": "Fehlt."}, follow=True)

    assert "Der Stand hat sich inzwischen geändert." in words(response)
    assert desk_of(worker).post(judge, {"to": "anything"}).status_code == 404


def test_whole_request_is_taken_back_with_words(desk_of, worker, case):
    found = asked(LEASE, case=case)

    desk_of(worker).post(url(found.request, "zuruecknehmen/"), {"reason": "Wir haben den Vertrag gefunden."})

    assert found.now().status == RequestStatus.WITHDRAWN
    assert "Wir haben den Vertrag gefunden." in found.now().thread.messages.first().body


def test_page_asks_as_often_for_ten_things_as_for_one(desk_of, worker, case, django_assert_max_num_queries):
    few, many = asked(LEASE, case=case), asked(*[LEASE] * 10, case=case)
    for found in (few, many):
        for number in range(1, len(found.items) + 1):
            found.answer(number)
    desk = desk_of(worker)
    desk.get(url(few.request))
    with django_assert_max_num_queries(60) as asked_few:
        desk.get(url(few.request))

    with django_assert_max_num_queries(len(asked_few)):
        desk.get(url(many.request))


def test_others_learn_nothing(desk_of, case):
    found = asked(LEASE, case=case)
    other = asked(LEASE)

    assert desk_of(StaffMembershipFactory()).get(url(found.request)).status_code == 404
    mine = StaffMembershipFactory(jobcenter=case.jobcenter)
    assert desk_of(mine).get(f"/verwaltung/faelle/{case.pk}/bitten/{other.request.pk}/").status_code == 404
    assert (
        desk_of(mine).post(url(found.request, f"punkte/{other.items[0].pk}/urteil/"), {"to": "waived"}).status_code
        == 404
    )
