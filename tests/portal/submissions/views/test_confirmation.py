import html
import re

import pytest
from django.urls import reverse

from portal.audit.models import AuditEvent
from portal.submissions.domain.facts import gather_facts
from portal.submissions.domain.receipt_files import confirmation_html
from portal.submissions.enums import SubmissionKind
from portal.submissions.services import receive_submission
from tests.factories.accounts import OfficeFactory, StaffMembershipFactory
from tests.factories.cases import CaseFactory, StandingFactory, claimant_actor, helper_actor
from tests.factories.documents import DocumentFactory
from tests.factories.submissions import SubmissionFactory, make_content
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db
ANSWERS = ("4. März 1988", "Lindenweg 7", "Bäckerei Öztürk", "612,40 Euro", "Haben Sie Einkommen?")


def sign_in(client, case):
    client.force_login(case.persons.get(user_id=claimant_actor(case).user_id).user)


def page(client, submission):
    return client.get(reverse("submissions:confirmation", args=[submission.pk]))


@pytest.fixture
def submission(client):
    case = CaseFactory(jobcenter=OfficeFactory().jobcenter)
    sign_in(client, case)
    return SubmissionFactory(case=case, documents=[DocumentFactory(case=case, pages=2, name="<Lohn> & Łucja.pdf")])


def test_page_is_the_receipt_before_any_worker_ran(client, submission):
    response = page(client, submission)
    text = html.unescape(re.sub(r"<[^>]+>", "", response.content.decode())).replace("\u00a0", " ")
    sha = submission.files.get().sha256

    for fact in (
        submission.reference,
        "Samstag, 31. Oktober 2026, 23:47:05 Uhr (MEZ)",
        "Miriam Sander",
        "1 Datei, zusammen 2 Seiten",
        "Łucja.pdf",
        f"SHA-256: {sha[:8]} {sha[8:16]}",
        "Ihr Antrag gilt ab dem 1. Oktober 2026.",
        "keine Entscheidung",
        "01234 567112",
        "werden gerade erstellt",
    ):
        assert fact in text
    assert response.headers["Cache-Control"] == "no-store"


def test_page_holds_no_answers_and_escapes_names(client, submission):
    content = page(client, submission).content.decode()

    assert [answer for answer in ANSWERS if answer in content] == []
    assert "<Lohn>" not in content
    assert "Sander" not in re.search(r"<title>.*?</title>", content, re.DOTALL)[0]


def test_page_links_the_files_once_they_are_there(client):
    submission = SubmissionFactory(issued=True)
    sign_in(client, submission.case)

    content = page(client, submission).content.decode()

    assert reverse("submissions:copy_pdf", args=[submission.pk]) in content
    assert "werden gerade erstellt" not in content


def test_look_is_audited(client, submission):
    page(client, submission)

    assert AuditEvent.objects.filter(event="seen.receipt", subject_id=str(submission.pk)).count() == 1


def test_message_says_nothing_of_an_advance(client):
    submission = SubmissionFactory(kind=SubmissionKind.MESSAGE)
    sign_in(client, submission.case)

    assert "Vorschuss" not in page(client, submission).content.decode()


def test_submission_of_others_is_not_found(client, submission):
    assert page(client, SubmissionFactory()).status_code == 404


@pytest.mark.parametrize(("own", "status"), [(True, 200), (False, 404)])
def test_staff_see_the_page_of_their_jobcenter(client, own, status):
    submission = SubmissionFactory()
    membership = StaffMembershipFactory(**({"jobcenter": submission.case.jobcenter} if own else {}))
    client.force_login(membership.user)

    assert page(client, submission).status_code == status


def test_anonymous_is_sent_to_sign_in(client):
    assert page(client, SubmissionFactory()).status_code == 302


def test_page_and_file_say_who_has_sent_it_for_the_person(client):
    helping = StandingFactory(helper=True, scopes=["send"], holder_name="Julia")
    submission = receive_submission(
        actor=helper_actor(helping),
        kind=SubmissionKind.APPLICATION,
        title="Hauptantrag",
        case=helping.case,
        person=helping.person,
        content=make_content(),
        data={},
        token="t",
    )
    sign_in(client, helping.case)
    assert "Julia (helfende Person)" in page(client, submission).content.decode()
    assert "Julia (helfende Person)" in confirmation_html(gather_facts(submission))


def test_page_of_the_persons_own_sending_names_no_sender(client, submission):
    assert "Gesendet von" not in page(client, submission).content.decode()


def test_helper_is_led_only_where_the_scopes_allow(client):
    application = ApplicationFactory()
    address = reverse("submissions:confirmation", args=[application.submission.pk])
    for scopes, links in ((["fill_in"], 0), (["fill_in", "read_postbox", "read_decisions"], 2)):
        helping = StandingFactory(helper=True, person=application.person, scopes=scopes)
        client.force_login(helping.user)
        html = client.get(f"/fuer/{helping.case_id}{address}").content.decode()
        body = html[html.index("<main") : html.index("</main>")]
        assert body.count("/antrag/stand/") + body.count('/postfach/"') == links


def test_help_is_offered_after_an_application_and_the_first_talk_is_named(client, submission):
    content = page(client, submission).content.decode()

    assert "Möchten Sie Hilfe mit Ihrem Antrag?" in content
    assert "§ 15 Abs. 4 SGB II" in content
