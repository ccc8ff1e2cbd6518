"""Two people at their desks bring a decision on its way."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from mailbox.enums import DecisionStatus
from mailbox.models import Decision, TextTemplate, TextVersion
from portal.audit.models import AuditEvent
from portal.outbox.services import deliver_due
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import PersonFactory
from tests.factories.decisions import TITLE, drafted, house, released, waiting
from tests.factories.documents import make_image, make_pdf
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db
FIELDS = {"title": TITLE, "dated_on": "2026-11-18", "instruction": "complete", "cover": ""}


@pytest.fixture
def there():
    """The case is the author's own work, so nobody is asked for a reason."""
    people = house()
    application = ApplicationFactory(case=people.case)
    application.assigned_to = people.author
    application.save()
    return people


def url(name, decision, *more):
    return reverse(f"desk:{name}", args=[decision.case_id, decision.pk, *more])


def form_of(there, content=None, name="Bescheid.pdf", **fields):
    file = {"file": SimpleUploadedFile(name, content or make_pdf())} if content != b"" else {}
    return {**FIELDS, "person": there.person.pk, **file, **fields}


def test_author_places_a_letter(desk_of, there):
    desk = desk_of(there.author)
    new = reverse("desk:new_decision", args=[there.case.pk])
    page = desk.post(new, form_of(there), follow=True).content.decode()

    decision = Decision.objects.get()
    assert (decision.title, decision.created_by, decision.document.original_name) == (
        TITLE,
        there.author,
        "Bescheid.pdf",
    )
    assert "Die Datei wird jetzt geprüft." in page
    assert "Zur zweiten Prüfung geben" not in page


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"title": ""}, "Bitte geben Sie eine Bezeichnung ein."),
        ({"content": b""}, "Bitte wählen Sie die PDF-Datei aus."),
        ({"content": make_image(), "name": "Bescheid.jpg"}, "Diese Art von Datei können wir nicht annehmen."),
        ({"dated_on": "gestern"}, "Bitte tragen Sie das Datum so ein"),
    ],
)
def test_what_cannot_be_stored_is_said_at_its_field(desk_of, there, fields, words):
    response = desk_of(there.author).post(reverse("desk:new_decision", args=[there.case.pk]), form_of(there, **fields))

    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Decision.objects.exists()


def test_text_of_the_office_goes_before_everybodys_and_is_taken_over(desk_of, there):
    for jobcenter, body in ((None, "Für alle."), (there.case.jobcenter, "Bitte lesen Sie das Schreiben.")):
        template = TextTemplate.objects.create(
            jobcenter=jobcenter, key="cover", purpose="decision", title="Bewilligung"
        )
        TextVersion.objects.create(template=template, number=1, body=body, published_at=timezone.now())
    desk, new = desk_of(there.author), reverse("desk:new_decision", args=[there.case.pk])
    offered = TextVersion.objects.get(body__startswith="Bitte")

    page = desk.get(new).content.decode()
    assert page.count("?text=") == 1
    assert f"?text={offered.pk}" in page
    assert "Bitte lesen Sie das Schreiben.</textarea>" in desk.get(f"{new}?text={offered.pk}").content.decode()


def test_author_hands_on_and_does_not_release(desk_of, there):
    decision = drafted(there)
    desk = desk_of(there.author)
    page = desk.post(url("decision_step", decision), {"to": "hand"}, follow=True).content.decode()
    assert "Zur zweiten Prüfung gegeben." in page
    assert "Gelesen und freigeben" not in page

    again = desk.post(url("decision_step", decision), {"to": "release"}, follow=True).content.decode()
    assert "es ist nicht Ihr Schritt" in again
    assert Decision.objects.get().status == DecisionStatus.WAITING


def test_second_finds_it_in_the_list_sees_the_page_and_releases(desk_of, there):
    decision = waiting(there)
    desk = desk_of(there.second)
    listed = desk.get(reverse("desk:decision_lists")).content.decode()
    page = desk.get(url("decision", decision)).content.decode()
    done = desk.post(url("decision_step", decision), {"to": "release"}, follow=True).content.decode()

    assert url("decision", decision) in listed
    assert TITLE not in listed
    assert url("decision_page", decision, 1) in page
    assert "Heute freigegeben, wird es im Portal zugestellt." in page
    assert "Das Schreiben liegt im Portal" in done
    assert Decision.objects.get().released_by == there.second


def test_second_is_not_asked_for_a_reason_and_the_person_reads_it(desk_of, there):
    decision = waiting(there)
    response = desk_of(there.second).get(url("decision", decision))

    assert response.status_code == 200
    look = AuditEvent.objects.get(event="seen.messages", case_id=there.case.pk)
    assert (look.purpose, look.role) == ("second_look", "caseworker")


def test_released_decision_leads_to_the_period_it_grants(desk_of, there):
    entry = f'<a href="{reverse("desk:enter_period", args=[there.case.applications.get().pk])}">'

    assert entry in desk_of(there.author).get(url("decision", released(there))).content.decode()
    assert entry not in desk_of(there.author).get(url("decision", waiting(there))).content.decode()


def test_draft_of_a_colleague_asks_for_a_reason(desk_of, there):
    response = desk_of(there.second).get(url("decision", drafted(there)))

    assert response.url.startswith(reverse("desk:reason", args=[there.case.pk]))


def test_second_gives_back_with_words(desk_of, there):
    decision = waiting(there)
    desk = desk_of(there.second)
    assert desk.post(url("decision_step", decision), {"to": "give_back", "note": ""}).status_code == 422

    desk.post(url("decision_step", decision), {"to": "give_back", "note": "Seite 2 fehlt."})
    assert Decision.objects.get().status == DecisionStatus.DRAFT
    assert "Seite 2 fehlt." in desk_of(there.author).get(url("decision", decision)).content.decode()


def test_author_changes_the_draft(desk_of, there):
    decision = drafted(there)
    desk = desk_of(there.author)
    assert f'value="{TITLE}"' in desk.get(url("change_decision", decision)).content.decode()

    desk.post(url("change_decision", decision), form_of(there, b"", title="Änderungsbescheid"))
    assert Decision.objects.get().title == "Änderungsbescheid"
    assert Decision.objects.get().document_id == decision.document_id


def test_file_with_scripts_stays_here_and_the_page_says_what_to_do(desk_of, there):
    decision = drafted(there)
    decision.document.remarks = ["script"]
    decision.document.save()

    page = desk_of(there.author).post(url("decision_step", decision), {"to": "hand"}, follow=True).content.decode()

    assert "Diese Datei enthält Skripte oder Befehle. So geht sie nicht hinaus." in page
    assert "sie sind entfernt" not in page
    decision.refresh_from_db()
    assert decision.status == "draft"


def test_nobody_changes_what_was_handed_on(desk_of, there):
    decision = waiting(there)
    response = desk_of(there.author).get(url("change_decision", decision))

    assert response.url == url("decision", decision)


def test_withdrawing(desk_of, there):
    decision = drafted(there)
    desk_of(there.author).post(url("decision_step", decision), {"to": "withdraw"})

    assert Decision.objects.get().status == DecisionStatus.WITHDRAWN


def test_unknown_step_is_404(desk_of, there):
    assert desk_of(there.author).post(url("decision_step", drafted(there)), {"to": "shred"}).status_code == 404


def test_what_goes_by_post_is_listed_until_the_day_is_entered(desk_of, there):
    decision = released(there, is_by_post=True)
    desk = desk_of(there.second)
    listed = reverse("desk:decision_lists")
    assert "vom Jobcenter so gewählt" in desk.get(listed).content.decode()
    assert desk.post(url("decision_step", decision), {"to": "posted", "posted_on": "2020-01-01"}).status_code == 422

    desk.post(url("decision_step", decision), {"to": "posted", "posted_on": timezone.localdate().isoformat()})
    assert Decision.objects.get().posted_on == timezone.localdate()
    assert "Nichts ist zu schicken." in desk.get(listed).content.decode()


def test_notice_that_has_not_left_is_listed(desk_of, there):
    decision = released(there)
    desk, listed = desk_of(there.second), reverse("desk:decision_lists")
    assert "Benachrichtigung noch nicht gesendet" in desk.get(listed).content.decode()

    deliver_due()
    assert "Benachrichtigung noch nicht gesendet" not in desk.get(listed).content.decode()
    page = desk.get(url("decision", decision)).content.decode()
    assert "Gilt als bekannt gegeben" in page


def test_list_of_a_case_tells_how_each_went_with_the_same_number_of_queries(
    desk_of, there, django_assert_max_num_queries
):
    released(there)
    desk, listed = desk_of(there.author), reverse("desk:decisions", args=[there.case.pk])
    desk.get(listed)
    with django_assert_max_num_queries(30) as few:
        page = desk.get(listed).content.decode()
    drafted(there)
    waiting(there)
    with django_assert_max_num_queries(len(few.captured_queries)):
        more = desk.get(listed).content.decode()

    assert there.second.display_name in page
    assert more.count(TITLE) == 3


def test_picture_and_original_are_noted_looks(desk_of, there):
    decision = waiting(there)
    desk = desk_of(there.second)
    picture = desk.get(url("decision_page", decision, 1))
    original = desk.get(url("decision_original", decision))

    assert picture.headers["Content-Type"] == "image/webp"
    assert b"".join(original) == make_pdf()
    assert AuditEvent.objects.filter(event="seen.documents", purpose="second_look").count() == 2


def test_page_that_is_not_there_is_404(desk_of, there):
    assert desk_of(there.second).get(url("decision_page", waiting(there), 2)).status_code == 404


def test_decision_of_another_case_is_404(desk_of, there):
    decision = waiting(there)
    other = PersonFactory(case__jobcenter=there.case.jobcenter).case

    assert desk_of(there.second).get(reverse("desk:decision", args=[other.pk, decision.pk])).status_code == 404


def test_other_houses_see_nothing(desk_of, there):
    decision = waiting(there)
    desk = desk_of(StaffMembershipFactory())

    assert desk.get(url("decision", decision)).status_code == 404
    assert "Nichts wartet auf eine zweite Prüfung." in desk.get(reverse("desk:decision_lists")).content.decode()
