import pytest
from django.test import Client

from applications.models import Application, Draft
from portal.cases.models import Case, Standing
from portal.outbox.services import deliver_due
from portal.submissions.models import Receipt, Submission
from tests.applications.quick import PAGES, fill_in, send
from tests.factories.accounts import OfficeFactory, PostcodeAreaFactory, UserFactory
from tests.factories.cases import StandingFactory
from tests.portal.cases.views.visits import begin, resume, shown_code, text_of

pytestmark = pytest.mark.django_db

QUICK = "/antrag/datum-sichern/"
WORDS = "أحتاج إلى مساعدة. Мені потрібна допомога. 🙏👩‍👧‍👦 "


def test_stranger_is_led_to_the_first_page_at_once(client):
    response = client.post(QUICK)

    assert response.headers["Location"] == f"/antrag/{Draft.objects.get().pk}/hilfe/"
    assert client.get(response.headers["Location"]).status_code == 200


def test_pressed_twice_is_one_case_and_one_draft(client):
    assert client.post(QUICK).headers["Location"] == client.post(QUICK).headers["Location"]
    assert (Case.objects.count(), Draft.objects.count()) == (1, 1)


def test_page_with_the_button_begins_nothing(client):
    assert "Jetzt beginnen" in text_of(client.get(QUICK))
    assert Case.objects.count() == 0


@pytest.mark.parametrize("path", ["/", "/antrag/"])
def test_strangers_find_the_button(client, path):
    assert f'action="{QUICK}"' in client.get(path).content.decode()


def test_many_beginnings_from_one_address_are_slowed_down(client):
    answers = [Client().post(QUICK).status_code for _ in range(31)]

    assert (answers[:30], answers[30]) == ([302] * 30, 429)


def test_who_is_signed_in_stays_so(client):
    user = UserFactory()
    client.force_login(user)
    client.post(QUICK)

    assert Draft.objects.get().person.user == user
    assert not Standing.objects.guests().exists()


def test_helper_begins_it_in_the_space_of_the_person(client):
    helping = StandingFactory(helper=True)
    client.force_login(helping.user)

    address = client.post(f"/fuer/{helping.case_id}{QUICK}").headers["Location"]

    assert address == f"/fuer/{helping.case_id}/antrag/{Draft.objects.get(case=helping.case).pk}/hilfe/"


def test_stranger_in_the_space_of_somebody_signs_in_first(client):
    response = client.post(f"/fuer/{StandingFactory(helper=True).case_id}{QUICK}")

    assert response.status_code in {302, 404}
    assert Draft.objects.count() == 0


def test_stale_token_is_answered_with_words():
    visitor = Client(enforce_csrf_checks=True)

    response = visitor.post(QUICK)

    assert (response.status_code, "noch einmal" in text_of(response)) == (403, True)
    assert Case.objects.count() == 0


def test_receipt_stands_in_the_answer_with_a_code(client):
    response = send(client)

    text = text_of(response)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert "Wir haben Ihren Antrag bekommen" in text
    assert "Ihr Datum ist gesichert." in text
    assert Submission.objects.get().reference in text
    assert "Ihr Antrag gilt ab dem" in text.replace("\xa0", " ")
    assert len(shown_code(response).replace("-", "")) == 18


def test_code_opens_everything_on_another_device_and_ends_nothing_here(client):
    other = resume(shown_code(send(client)))

    assert "Jetzt den ganzen Antrag ausfüllen" in text_of(other.get("/antrag/"))
    assert client.get("/antrag/").status_code == 200
    assert "Jetzt den ganzen Antrag ausfüllen" in text_of(client.get("/antrag/"))


def test_code_is_stored_nowhere(client):
    code = shown_code(send(client))

    assert code.replace("-", "") not in str(dict(client.session))
    assert code not in str(dict(client.session))
    assert code not in client.get(f"/eingang/{Submission.objects.get().pk}/").content.decode()


def test_second_tap_shows_the_receipt_with_a_code_and_both_codes_open(client):
    first = send(client)
    again = client.post(f"/antrag/{Draft.objects.get().pk}/absenden/")

    assert Submission.objects.count() == 1
    assert again.status_code == 200
    for response in (first, again):
        resume(shown_code(response))


def test_page_loaded_again_leads_to_the_receipt_which_offers_the_code(client):
    send(client)
    receipt = client.get(f"/antrag/{Draft.objects.get().pk}/absenden/").headers["Location"]

    assert receipt == f"/eingang/{Submission.objects.get().pk}/"
    assert "Meinen Code anzeigen" in text_of(client.get(receipt))
    resume(shown_code(client.post(receipt)))


def test_address_of_sending_leads_to_the_review_before(client):
    review = fill_in(client)

    assert client.get(review.replace("pruefen", "absenden")).headers["Location"] == review


def test_who_has_a_code_already_gets_no_second_one():
    visitor, code = begin()
    response = send(visitor)

    assert response.headers["Location"] == f"/eingang/{Submission.objects.get().pk}/"
    page = text_of(visitor.get(response.headers["Location"]))
    assert "Mit Ihrem Code sehen Sie das alles wieder" in page
    assert "Meinen Code anzeigen" not in page
    resume(code)


def test_new_code_ends_all_that_were_shown_before(client):
    code = shown_code(send(client))
    client.post("/weiter/code/")
    newest = shown_code(client.post("/weiter/code/"))

    resume(newest)
    assert "Mit diesem Code kommen wir nicht weiter" in text_of(Client().post("/weiter/", {"code": code}))


def test_who_stops_in_between_can_have_the_code_shown(client):
    first = client.post(QUICK).headers["Location"]
    tasks = client.post(first, {"wizard-current_step": "hilfe", "go": "later"}).headers["Location"]

    assert "Sie haben noch keinen Code" in text_of(client.get(tasks))
    other = resume(shown_code(client.post("/weiter/code/")))
    assert client.get(tasks).status_code == other.get(tasks).status_code == 200
    assert "Sie haben noch keinen Code" not in text_of(client.get(tasks))


def test_codes_are_not_shown_without_end(client):
    receipt = f"/eingang/{send(client) and Submission.objects.get().pk}/"

    answers = [client.post(receipt).status_code for _ in range(10)]

    assert answers == [200] * 9 + [302]


def test_sheet_with_the_code_is_a_download_for_the_guest_alone(client):
    code = shown_code(send(client))
    sheet = f"/eingang/{Submission.objects.get().pk}/mit-code.pdf"

    response = client.post(sheet, {"code": code})
    assert b"".join(response)[:5] == b"%PDF-"
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert client.post(sheet, {"code": "000-000-000-000-000-000"}).status_code == 302
    stranger, foreign = begin()
    assert stranger.post(sheet, {"code": code}).status_code == 404
    assert client.post(sheet, {"code": foreign}).status_code == 302


def test_urgent_case_is_marked_and_the_phone_number_shown(client):
    jobcenter = OfficeFactory(phone="01234 77").jobcenter
    PostcodeAreaFactory(jobcenter=jobcenter, postcode="00123")
    pages = {"hilfe": {"dangers": ["no_money"]}, "hilfe-sofort": {}}
    pages |= {key: fields for key, fields in PAGES.items() if key != "hilfe"}

    response = send(client, pages)

    assert Application.objects.get().urgent
    assert "01234 77" in text_of(response)


@pytest.mark.parametrize(
    "words", [WORDS, (WORDS * 200)[:9_999].strip(), "zeile\r\n" * 1_600], ids=["short", "long", "lines"]
)
def test_any_script_is_taken_proved_and_delivered(client, words):
    send(client, {**PAGES, "antrag": {"only_me": "no", "others": "Đặng Thị & İbrahim", "own_words": words}})
    deliver_due()

    said = Submission.objects.get().data["quick"]
    assert said["own_words"] == words.replace("\r\n", "\n").strip()
    assert said["others"] == "Đặng Thị & İbrahim"
    assert Receipt.objects.get().copy_id is not None


@pytest.mark.parametrize("words", ["x" * 10_001, "a\x00b"], ids=["too long", "null character"])
def test_what_cannot_be_taken_stays_in_the_field_with_words(client, words):
    fill_in(client)
    page = f"/antrag/{Draft.objects.get().pk}/antrag/"

    response = client.post(page, {"wizard-current_step": "antrag", "go": "next", "own_words": words})

    assert response.status_code == 200
    assert "Möchten Sie etwas dazu sagen?" in text_of(response)
    assert words[:10_001].replace("\x00", "")[:1] in response.content.decode()
    assert "maxlength" not in response.content.decode().split("<textarea", 1)[1].split(">", 1)[0]


def test_empty_short_application_is_taken_too(client):
    empty = {"hilfe": {}, "sie": {}, "adresse": {}, "antrag": {}}

    assert send(client, empty).status_code == 200
    assert Application.objects.get().effective_from is not None
