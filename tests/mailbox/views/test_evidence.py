import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from mailbox.enums import AnswerKind, ItemStatus
from mailbox.models import EvidenceAnswer, Extension
from mailbox.selectors.evidence_papers import uploads_of
from mailbox.services.evidence import (
    choose_papers,
    decide_extension,
    draft_request,
    judge_item,
    send_request,
    withdraw_request,
)
from portal.cases.models import Standing
from portal.documents.models import Document, HandOver
from portal.documents.selectors import documents_visible_to
from portal.documents.services import receive_from_phone
from portal.submissions.models import Submission
from portal.submissions.selectors import submissions_visible_to
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import PersonFactory, StandingFactory, claimant_actor, staff_actor
from tests.factories.documents import make_image, make_pdf
from tests.factories.evidence import LEASE, STATEMENTS, asked, drafted, overdue

pytestmark = pytest.mark.django_db
TOKEN = "0b4b5880-25b9-4c5c-8c84-7d5f5d52e6a1"


@pytest.fixture
def found(client):
    found = asked(STATEMENTS, LEASE)
    client.force_login(found.person.user)
    return found


def url(found):
    return reverse("mailbox:request", args=[found.request.pk])


def page(client, found, **query):
    return client.get(url(found), query).content.decode()


def post(client, found, **data):
    return client.post(url(found), {"token": TOKEN, **data})


def pdf(name="a.pdf"):
    return SimpleUploadedFile(name, make_pdf(), content_type="application/pdf")


def photo(name):
    return SimpleUploadedFile(name, make_image(), content_type="image/jpeg")


def test_page_says_what_why_until_when_and_what_follows(client, found):
    text = page(client, found)

    for words in (
        "Wir brauchen Unterlagen von Ihnen",
        "Kontoauszüge der letzten drei Monate",
        "Damit wir sehen, welches Geld Sie haben und bekommen.",
        "§ 60 Abs. 1 Nr. 3 SGB I",
        "Auch ein Ausdruck aus dem Online-Banking genügt.",
        "Einnahmen dürfen Sie nicht schwärzen.",
        "0 von 2 Punkten sind beantwortet.",
        "§ 66 Absatz 1 SGB I",
        "Ich brauche mehr Zeit, bis",
        "Frau Yıldız",
    ):
        assert words in text


def test_title_names_nothing(client, found):
    assert "<title>Bitte um Unterlagen" in page(client, found).replace("\n", "")


def test_file_is_sent_at_once_and_the_proof_stands_at_the_item(client, found):
    response = post(client, found, **{"file-1": pdf(), "send": "1"})

    submission = Submission.objects.get()
    assert response.url.endswith("?punkt=1#punkt-1")
    assert found.statuses == [ItemStatus.HANDED_IN, ItemStatus.REQUESTED]
    text = page(client, found, punkt=1)
    assert f'Vorgangsnummer: <span class="jc-nowrap">{submission.reference}</span>.' in text
    assert f"Nachweis {submission.reference}" in text
    assert "Einnahmen dürfen Sie nicht schwärzen." not in text
    assert "&lt;" not in text
    assert "1 von 2 Punkten ist beantwortet." in text


def test_same_page_twice_is_one_answer_and_loses_nothing(client, found):
    post(client, found, **{"file-1": pdf(), "send": "1"})
    post(client, found, **{"file-1": pdf("b.pdf"), "send": "1"})

    assert EvidenceAnswer.objects.count() == 1
    assert "Hochgeladen, noch nicht abgeschickt" in page(client, found)


def test_photos_at_once_become_one_document(client, found):
    post(client, found, **{"file-1": [photo("1.jpg"), photo("2.jpg")], "upload": "1"})

    (joined,) = uploads_of(found.claimant, found.request)[found.items[0].pk]
    assert joined.is_joined
    assert len(joined.part_list) == 2


def test_files_at_other_cards_arrive_whatever_is_pressed(client, found):
    post(client, found, **{"file-1": pdf("a.pdf"), "file-2": pdf("b.pdf"), "send": "1"})

    assert found.statuses == [ItemStatus.HANDED_IN, ItemStatus.REQUESTED]
    assert [each.original_name for each in uploads_of(found.claimant, found.request)[found.items[1].pk]] == ["b.pdf"]
    assert "noch nicht abgeschickt" in page(client, found)


def test_all_that_was_uploaded_is_sent_in_one_go(client, found):
    post(client, found, **{"file-1": pdf("a.pdf"), "file-2": pdf("b.pdf"), "upload": "1"})
    assert "Alle hochgeladenen Dateien absenden" in page(client, found)

    post(client, found, send="all")

    assert Submission.objects.get().files.count() == 2
    assert found.statuses == [ItemStatus.HANDED_IN, ItemStatus.HANDED_IN]


def test_refused_file_holds_up_no_other_and_sends_nothing(client, found):
    bad = SimpleUploadedFile("x.exe", b"MZ nothing", content_type="application/octet-stream")

    response = post(client, found, **{"file-1": [bad, pdf()], "words-2": "Mein Satz", "send": "1"})

    text = response.content.decode()
    assert response.status_code == 422
    assert "x.exe:" in text
    assert "Mein Satz" in text
    assert [each.original_name for each in uploads_of(found.claimant, found.request)[found.items[0].pk]] == ["a.pdf"]
    assert not Submission.objects.exists()


def test_paper_that_is_there_is_chosen_and_not_sent_again(client, found):
    found.answer(1)
    document = Document.objects.get()
    assert document.original_name in page(client, found)

    post(client, found, **{"have-2": str(document.pk), "send": "2"})

    assert found.statuses == [ItemStatus.HANDED_IN, ItemStatus.HANDED_IN]
    assert Document.objects.count() == 1


def test_not_having_something_is_an_answer(client, found):
    post(client, found, **{"reason-2": "not_issued", "words-2": "Der Vermieter schweigt.", "not_available": "2"})

    answer = EvidenceAnswer.objects.get()
    assert answer.kind == AnswerKind.NOT_AVAILABLE
    assert answer.text == "Ich bekomme es von der anderen Stelle nicht, oder noch nicht.\nDer Vermieter schweigt."


@pytest.mark.parametrize("button", ["send", "not_available"])
def test_nothing_said_is_said_at_the_card(client, found, button):
    response = post(client, found, **{button: "2"})

    assert response.status_code == 422
    assert 'href="#punkt-2"' in response.content.decode()
    assert not Submission.objects.exists()


@pytest.mark.parametrize("button", ["by_post", "in_person"])
def test_paper_that_is_announced_gets_a_sheet(client, found, button):
    post(client, found, **{button: "2"})

    assert found.statuses[1] == ItemStatus.ANNOUNCED
    assert reverse("mailbox:request_sheet", args=[found.request.pk, 2]) in page(client, found)


def test_more_time_is_one_tap(client, found):
    post(client, found, more_time="1")

    assert Extension.objects.get().until > found.request.deadline
    text = page(client, found)
    assert "um mehr Zeit gebeten" in text
    assert "Ich brauche mehr Zeit, bis" not in text


def test_day_that_is_no_more_time_is_said_and_nothing_sent(client, found):
    for until in (found.request.deadline.isoformat(), "2026-02-31"):
        response = post(client, found, more_time="1", until=until)
        if until != "2026-02-31":
            assert response.status_code == 422
            assert "nach der Frist" in response.content.decode()
            assert not Extension.objects.exists()
    assert Extension.objects.count() == 1  # what is no day counts as none


def test_answer_to_the_wish_is_shown(client, found):
    post(client, found, more_time="1")
    decide_extension(actor=found.staff, extension=Extension.objects.get(), granted=False, reply="Bitte rufen Sie an.")

    assert "Bitte rufen Sie an." in page(client, found)


def test_after_the_deadline_everything_can_still_be_sent(client, found):
    overdue(found, days=30)

    assert "Sie können trotzdem noch alles schicken." in page(client, found)
    post(client, found, **{"file-1": pdf(), "send": "1"})
    assert found.statuses[0] == ItemStatus.HANDED_IN


def test_unusable_says_why_and_takes_it_again(client, found):
    found.answer(1)
    judge_item(actor=found.staff, item=found.items[0], to=ItemStatus.UNUSABLE, reason="Seite 2 ist abgeschnitten.")

    text = page(client, found)
    assert "Seite 2 ist abgeschnitten." in text
    assert 'name="file-1"' in text


def test_photos_from_a_phone_come_to_their_item(client, found):
    response = post(client, found, phone="2")
    hand_over = HandOver.objects.get()
    assert response.url == reverse("documents:hand_over", args=[hand_over.pk])
    receive_from_phone(hand_over=hand_over, upload=photo("1.jpg"), name="1.jpg")

    assert "1.jpg" in page(client, found)
    assert [each.original_name for each in uploads_of(found.claimant, found.request)[found.items[1].pk]] == ["1.jpg"]


def test_file_can_be_removed_before_it_is_sent(client, found):
    post(client, found, **{"file-1": pdf(), "upload": "1"})
    (document,) = uploads_of(found.claimant, found.request)[found.items[0].pk]

    post(client, found, remove=str(document.pk))

    assert uploads_of(found.claimant, found.request) == {}


def test_foreign_numbers_and_ids_change_nothing(client, found):
    other = asked(LEASE)
    other.answer(1)
    foreign = Document.objects.get()

    post(client, found, **{"have-1": str(foreign.pk), "send": "1"})
    post(client, found, **{"file-9": pdf(), "send": "9"})
    post(client, found, remove=str(foreign.pk))

    assert found.statuses == [ItemStatus.REQUESTED, ItemStatus.REQUESTED]
    assert Document.objects.get() == foreign


def test_request_that_was_taken_back_meanwhile_says_so(client, found):
    withdraw_request(actor=found.staff, request=found.request)

    post(client, found, by_post="1")

    assert "zurückgenommen" in page(client, found)
    assert found.statuses[0] == ItemStatus.REQUESTED


def test_word_that_comes_too_late_is_said(client, found):
    found.answer(1)

    response = client.post(url(found), {"by_post": "1", "token": TOKEN}, follow=True)

    assert "Das hat sich gerade geändert." in response.content.decode()
    assert found.statuses[0] == ItemStatus.HANDED_IN


def test_text_that_is_too_long_stays_and_is_not_sent(client, found):
    response = post(client, found, **{"words-2": "x" * 5001, "not_available": "2"})

    text = response.content.decode()
    assert response.status_code == 422
    assert "Ihr Text hat 5001 Zeichen." in text
    assert "x" * 5001 in text
    assert found.statuses[1] == ItemStatus.REQUESTED


def test_signs_that_nobody_types_are_left_out(client, found):
    post(client, found, **{"words-2": "Ver\x00loren\x07", "not_available": "2"})

    assert EvidenceAnswer.objects.get().text == "Verloren"


def test_person_with_own_post_answers_for_oneself(client):
    person = PersonFactory(member=True, user=UserFactory(), wants_own_post_since=timezone.now())
    StandingFactory(person=person, kind="member", scopes=["own_part"])
    staff = staff_actor(StaffMembershipFactory(jobcenter=person.case.jobcenter))
    request = draft_request(actor=staff, case=person.case, person=person, items=[LEASE])
    child = PersonFactory(member=True, case=person.case, answer_id="c2")
    request.items.update(person=child)
    send_request(actor=staff, request=request)
    client.force_login(person.user)
    address = reverse("mailbox:request", args=[request.pk])

    text = client.get(address).content.decode()
    client.post(address, {"token": TOKEN, "file-1": pdf(), "send": "1"})

    assert "Mietvertrag" in text
    submission = EvidenceAnswer.objects.get().submission
    assert (submission.person, submission.is_own_post, Document.objects.get().is_own_post) == (person, True, True)
    applicant = claimant_actor(person.case)
    assert not submissions_visible_to(applicant).exists()
    assert not documents_visible_to(applicant).exists()


def test_draft_is_404(client):
    found = drafted()
    client.force_login(found.person.user)

    assert client.get(url(found)).status_code == 404


def test_who_may_only_upload_sends_nothing(client, found):
    standing = StandingFactory(helper=True, person=found.person, scopes=["read_postbox", "upload"])
    client.force_login(standing.user)
    address = f"/fuer/{found.request.case_id}/postfach/bitten/{found.request.pk}/"

    client.post(address, {"file-1": pdf(), "upload": "1"})

    text = client.get(address).content.decode()
    assert "Hochgeladen, noch nicht abgeschickt" in text
    assert 'name="send"' not in text
    assert client.post(address, {"send": "1", "token": TOKEN}).status_code == 404
    assert found.statuses[0] == ItemStatus.REQUESTED


def test_helper_whose_right_has_ended_changes_nothing(client, found):
    standing = StandingFactory(helper=True, person=found.person, scopes=["read_postbox", "upload", "send"])
    client.force_login(standing.user)
    Standing.objects.filter(pk=standing.pk).update(revoked_at=timezone.now())

    response = client.post(
        f"/fuer/{found.request.case_id}/postfach/bitten/{found.request.pk}/", {"by_post": "1", "token": TOKEN}
    )

    assert response.status_code == 404
    assert found.statuses[0] == ItemStatus.REQUESTED


def test_page_costs_the_same_with_2_and_8_items(client, django_assert_max_num_queries):
    found = asked(*[LEASE] * 8)
    client.force_login(found.person.user)
    for number in range(1, 5):
        found.answer(number)
        choose_papers(actor=found.claimant, item=found.items[number - 1], documents=[found.document()])
    client.get(url(found))

    with django_assert_max_num_queries(40):
        assert client.get(url(found)).content.decode().count("jc-story") > 3


def test_letter_and_sheet_are_files(client, found):
    for name, arguments in (("request_letter", []), ("request_sheet", [1])):
        response = client.get(reverse(f"mailbox:{name}", args=[found.request.pk, *arguments]))
        assert b"".join(response.streaming_content).startswith(b"%PDF")
    assert client.get(reverse("mailbox:request_sheet", args=[found.request.pk, 9])).status_code == 404


def test_conversation_leads_to_the_request(client, found):
    text = client.get(reverse("mailbox:thread", args=[found.request.thread_id])).content.decode()

    assert url(found) in text
