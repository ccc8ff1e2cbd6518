import datetime
import io
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from mailbox.models import Message, MessageDraft
from portal.accounts.models import Session
from portal.cases.enums import Scope
from portal.cases.models import Person
from portal.documents.models import Document, HandOver
from portal.documents.services import receive_from_phone
from portal.submissions.models import Submission
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, StandingFactory, claimant_actor
from tests.factories.documents import make_pdf
from tests.factories.mailbox import MessageFactory, begin_message, send_as_claimant

pytestmark = pytest.mark.django_db
NEW = "/postfach/neu/"


@pytest.fixture
def person():
    return StandingFactory().person


@pytest.fixture
def signed_in(client, person):
    client.force_login(person.user)
    return client


def typed(**fields):
    return {"token": str(uuid.uuid4()), "base": "", "topic": "money", "body": "Wann kommt das Geld?"} | fields


def pdf(name="Brief.pdf"):
    return SimpleUploadedFile(name, make_pdf(), "application/pdf")


def said(response):
    return response.content.decode()


def test_page_names_whom_to_call(signed_in, person):
    person.case.responsible = StaffMembershipFactory(jobcenter=person.case.jobcenter, phone="0123 456")
    person.case.save()

    page = said(signed_in.get(NEW))

    assert person.case.responsible.display_name in page
    assert 'href="tel:+49123456"' in page


def test_sending_leads_to_the_conversation_with_number_and_receipt(signed_in):
    response = signed_in.post(NEW, typed(send="1"), follow=True)

    message = Message.objects.get()
    page = said(response)
    assert response.redirect_chain == [(reverse("mailbox:thread", args=[message.thread_id]), 302)]
    assert message.submission.reference in page
    assert reverse("submissions:confirmation", args=[message.submission_id]) in page
    assert "Im Jobcenter noch nicht geöffnet." in page
    assert "Noch nicht beantwortet." in page


def test_double_click_is_one_message(signed_in):
    fields = typed(send="1")

    first, second = signed_in.post(NEW, fields), signed_in.post(NEW, fields)

    assert first.url == second.url
    assert (Message.objects.count(), MessageDraft.objects.count()) == (1, 0)


def test_what_is_changed_after_sending_waits_as_another_message(signed_in):
    fields = typed(send="1")
    signed_in.post(NEW, fields)

    response = signed_in.post(NEW, fields | {"body": "Und die Miete?"}, follow=True)

    draft = MessageDraft.objects.get()
    assert (draft.body, draft.thread) == ("Und die Miete?", Message.objects.get().thread)
    assert "haben Sie schon abgeschickt" in said(response)


def test_saving_keeps_everything_and_sends_nothing(signed_in):
    signed_in.post(NEW, typed(save="1", subject="Auszahlung", needs_translation="on"))

    page = said(signed_in.get(NEW))

    assert "Wann kommt das Geld?" in page
    assert 'value="Auszahlung"' in page
    assert not Message.objects.exists()


def test_nothing_is_said_at_the_text_and_the_page_comes_back(signed_in):
    response = signed_in.post(NEW, typed(send="1", body="  "))

    assert response.status_code == 422
    assert "Bitte schreiben Sie etwas oder hängen Sie eine Datei an." in said(response)


def test_too_long_text_stays_in_the_field(signed_in):
    response = signed_in.post(NEW, typed(send="1", body="Lang " * 5000))

    page = said(response)
    assert "Ihr Text hat 24999 Zeichen." in page
    assert page.count("Lang ") >= 4999
    assert (MessageDraft.objects.count(), Message.objects.count()) == (1, 0)


def test_files_are_kept_with_the_draft_and_sent_with_the_message(signed_in):
    signed_in.post(NEW, typed(upload="1", files=[pdf("eins.pdf"), pdf("zwei.pdf")]))
    draft = MessageDraft.objects.get()

    signed_in.post(NEW, typed(send="1", token=str(draft.token), base=draft.updated_at.isoformat(), body=""))

    assert [each.document.original_name for each in Message.objects.get().attachments.all()] == ["eins.pdf", "zwei.pdf"]
    assert Submission.objects.get().files.count() == 2


def test_refused_file_stops_sending_and_keeps_the_text(signed_in):
    wrong = SimpleUploadedFile("Brief.docx", b"PK\x03\x04 no", "application/zip")

    response = signed_in.post(NEW, typed(send="1", files=[wrong, pdf()]))

    page = said(response)
    assert "Brief.docx" in page
    assert "Wann kommt das Geld?" in page
    assert [each.original_name for each in MessageDraft.objects.get().documents.all()] == ["Brief.pdf"]
    assert not Message.objects.exists()


def test_two_hundred_files_are_answered_in_words_at_the_place(signed_in, monkeypatch):
    monkeypatch.setattr("portal.documents.domain.limits.FILES", 3)

    response = signed_in.post(NEW, typed(send="1", files=[pdf(f"{number}.pdf") for number in range(200)]))

    assert "Wann kommt das Geld?" in said(response)
    assert "199.pdf" in said(response)
    assert MessageDraft.objects.get().documents.count() == 3
    assert not Message.objects.exists()


def test_file_is_taken_out_again(signed_in):
    signed_in.post(NEW, typed(upload="1", files=[pdf()]))
    file = Document.objects.get()

    signed_in.post(NEW, typed(remove=str(file.pk)))

    assert not Document.objects.present().exists()
    assert MessageDraft.objects.get().body == "Wann kommt das Geld?"


def test_photos_from_the_phone_come_to_the_draft(signed_in):
    response = signed_in.post(NEW, typed(phone="1"))
    hand_over = HandOver.objects.get()
    assert response.url == reverse("documents:hand_over", args=[hand_over.pk])
    receive_from_phone(hand_over=hand_over, upload=io.BytesIO(make_pdf()), name="Foto.pdf")

    page = said(signed_in.get(NEW))

    assert "Foto.pdf" in page
    assert MessageDraft.objects.get().documents.count() == 1
    assert hand_over.back.startswith(NEW)


def test_photo_that_arrives_just_before_sending_goes_along_and_the_code_ends(signed_in):
    signed_in.post(NEW, typed(phone="1"))
    hand_over = HandOver.objects.get()
    receive_from_phone(hand_over=hand_over, upload=io.BytesIO(make_pdf()), name="Foto.pdf")

    signed_in.post(NEW, typed(send="1", base=MessageDraft.objects.get().updated_at.isoformat()))

    assert Message.objects.get().attachments.count() == 1
    assert not HandOver.objects.get().is_open


def test_two_windows_lose_nothing(signed_in):
    signed_in.post(NEW, typed(save="1", body="Aus dem ersten Fenster"))

    signed_in.post(NEW, typed(send="1", body="Aus dem zweiten Fenster"))

    assert MessageDraft.objects.get().body == "Aus dem ersten Fenster\n\nAus dem zweiten Fenster"
    assert not Message.objects.exists()


def test_giving_up_deletes_the_draft(signed_in):
    signed_in.post(NEW, typed(save="1"))

    signed_in.post(NEW, typed(discard="1"))

    assert not MessageDraft.objects.exists()


def test_answer_goes_into_the_conversation(signed_in, person):
    thread = MessageFactory(thread__person=person).thread

    signed_in.post(reverse("mailbox:thread", args=[thread.pk]), typed(send="1", body="Danke"))

    assert {message.body: message.thread for message in Message.objects.all()}["Danke"] == thread


def test_nothing_can_be_written_before_the_first_application(client):
    person = StandingFactory(person__case=CaseFactory(prospective=True)).person
    client.force_login(person.user)

    assert "sobald Ihr erster Antrag bei uns ist" in said(client.get(NEW))
    assert client.post(NEW, typed(send="1")).status_code == 404


def test_text_outlives_the_session(signed_in, person):
    Session.objects.update(expire_date=timezone.now() - datetime.timedelta(minutes=1))

    response = signed_in.post(NEW, typed(send="1"))
    assert response.url == f"{reverse('account_login')}?next={NEW}"
    signed_in.force_login(person.user)

    assert "Wann kommt das Geld?" in said(signed_in.get(NEW))
    assert not Message.objects.exists()


def helping(person, *scopes):
    return StandingFactory(helper=True, person=person, scopes=sorted(scopes))


def test_helper_whose_right_ended_while_writing_keeps_the_words(client, person):
    standing = helping(person, Scope.SEND, Scope.READ_POSTBOX)
    client.force_login(standing.user)
    address = f"/fuer/{person.case_id}{NEW}"
    client.post(address, typed(save="1", body="Erster Teil"))
    standing.revoked_at = timezone.now()
    standing.save()

    response = client.post(address, typed(send="1", body="Erster Teil und zweiter"), follow=True)

    page = said(response)
    assert "Ihre Nachricht wurde nicht abgeschickt" in page
    assert "Erster Teil und zweiter" in page
    assert "/fuer/" not in response.redirect_chain[-1][0]
    assert (Message.objects.count(), MessageDraft.objects.get().body) == (0, "Erster Teil und zweiter")


def test_helper_who_may_send_no_more_keeps_the_words(client, person):
    standing = helping(person, Scope.READ_POSTBOX)
    thread = MessageFactory(thread__person=person).thread
    client.force_login(standing.user)

    response = client.post(f"/fuer/{person.case_id}/postfach/{thread.pk}/", typed(send="1"), follow=True)

    assert "Ihre Nachricht wurde nicht abgeschickt" in said(response)
    assert MessageDraft.objects.get().thread == thread


def test_stranger_in_the_space_of_somebody_leaves_nothing(client, person):
    client.force_login(StandingFactory().user)

    assert client.post(f"/fuer/{person.case_id}{NEW}", typed(send="1")).status_code == 404
    assert not MessageDraft.objects.exists()


def test_helper_who_may_send_and_not_read_gets_the_receipt(client, person):
    standing = helping(person, Scope.SEND)
    client.force_login(standing.user)

    response = client.post(f"/fuer/{person.case_id}{NEW}", typed(send="1"), follow=True)

    assert response.status_code == 200
    assert "Wir haben Ihre Nachricht bekommen" in said(response)
    assert "Ihre Nachricht ist bei uns angekommen." in said(response)


def test_helper_who_fills_in_does_not_read_messages_by_their_receipts(client, person):
    sent = send_as_claimant(person.case)
    client.force_login(helping(person, Scope.FILL_IN).user)
    receipt = reverse("submissions:confirmation", args=[sent.submission_id])

    assert client.get(f"/fuer/{person.case_id}{receipt}").status_code == 404


def test_conversation_shows_who_wrote_and_when_it_was_opened_and_answered(client, person):
    standing = helping(person, Scope.SEND, Scope.READ_POSTBOX)
    standing.holder_name = "Julia"
    standing.save()
    client.force_login(standing.user)
    client.post(f"/fuer/{person.case_id}{NEW}", typed(send="1"))
    thread = Message.objects.get().thread
    Message.objects.update(read_at=timezone.now())
    MessageFactory(thread=thread, kind="message", author=StaffMembershipFactory(display_name="Frau Öztürk"))

    client.force_login(person.user)
    page = said(client.get(reverse("mailbox:thread", args=[thread.pk])))

    assert "Von: Julia (helfende Person)" in page
    assert "Von: Frau Öztürk" in page
    assert "Im Jobcenter geöffnet:" in page
    assert "Beantwortet:" in page


def test_thread_costs_the_same_with_1_and_20_messages(signed_in, person, django_assert_max_num_queries):
    thread = send_as_claimant(person.case).thread
    MessageFactory.create_batch(19, thread=thread)
    address = reverse("mailbox:thread", args=[thread.pk])
    signed_in.get(address)

    with django_assert_max_num_queries(14):
        assert said(signed_in.get(address)).count('<article class="jc-prose jc-post') == 20


def test_attachment_is_opened_by_who_reads_the_conversation(client, person):
    client.force_login(person.user)
    client.post(NEW, typed(send="1", files=[pdf()]))
    attachment = Message.objects.get().attachments.get()
    address = reverse("mailbox:attachment", args=[attachment.message.thread_id, attachment.pk])

    assert client.get(address).status_code == 200
    client.force_login(claimant_user())
    assert client.get(address).status_code == 404


def claimant_user():
    actor = claimant_actor(CaseFactory())
    return Person.objects.get(user_id=actor.user_id).user


def test_draft_of_another_person_is_not_shown(client, person):
    begin_message(person.case, body="Geheim")
    standing = helping(person, Scope.SEND, Scope.READ_POSTBOX)
    client.force_login(standing.user)

    assert "Geheim" not in said(client.get(f"/fuer/{person.case_id}{NEW}"))
