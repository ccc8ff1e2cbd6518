import html

import pytest
from django.urls import reverse

from applications.models import Application, Draft
from portal.cases.services import end_standing
from portal.submissions.models import Submission
from tests.factories.accounts import PostcodeAreaFactory, UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory, claimant_actor
from tests.factories.personas import P01, P02, P03, fresh

pytestmark = pytest.mark.django_db


def review(client, draft):
    client.force_login(draft.person.user)
    return client.get(reverse("applications:review", args=[draft.pk]))


def test_every_answer_is_shown(client):
    text = html.unescape(review(client, DraftFactory(answers=fresh(P02))).content.decode()).replace("\xa0", " ")

    for answer in (
        "Miriam",
        "25. Januar 1997",
        "9. Februar 2022",
        "Finn",
        "540,00 Euro",
        "68 m²",
        "DE98 9999 9999 0000 0002 02",
    ):
        assert answer in text


def test_change_leads_to_the_page_and_back(client):
    draft = DraftFactory(answers=fresh(P02))

    text = review(client, draft).content.decode()

    assert f'href="{reverse("applications:step", args=[draft.pk, "miete"])}?zurueck=pruefen"' in text


def test_missing_answers_are_listed_and_sending_is_possible(client):
    answers = fresh(P01)
    del answers["home"]["base_rent"]
    response = review(client, DraftFactory(answers=answers))

    assert [(page["title"], page["labels"]) for page in response.context["missing"]] == [
        ("Ihre Miete", ["Kaltmiete im Monat"])
    ]
    assert "Sie können trotzdem absenden" in response.content.decode()
    assert "Antrag jetzt absenden" in response.content.decode()


def test_sections_that_lack_something_are_open_and_the_others_folded_up(client):
    answers = fresh(P01)
    del answers["home"]["base_rent"]
    text = review(client, DraftFactory(answers=answers)).content.decode()

    assert '<details class="kern-accordion" id="abschnitt-home" open>' in text
    assert '<details class="kern-accordion" id="abschnitt-you">' in text


def test_papers_are_shown_with_what_is_missing(client, time_machine):
    time_machine.move_to("2026-11-27T09:00+01:00")  # a year later nobody asks for the letter of dismissal
    answers = fresh(P01) | {"evidence": {"proofs": [{"id": "LEASE", "class": "LEASE", "choice": "later"}]}}
    response = review(client, DraftFactory(answers=answers))

    assert [(line.title, line.words) for line in response.context["papers"]] == [
        ("Mietvertrag", "Ich schicke es später.")
    ]
    assert "Kontoauszüge" in response.context["missing_papers"]
    assert "4 Unterlagen fehlen noch. Sie können sie nachreichen." in response.content.decode()


def test_rules_ask_before_sending(client):
    questions = review(client, DraftFactory(answers=fresh(P02))).context["questions"]

    assert "Sorgen Sie allein für Ihr Kind? Dann können Sie vielleicht mehr Geld bekommen." in questions


def test_empty_draft_can_be_reviewed_and_sent(client):
    draft = DraftFactory()
    assert review(client, draft).status_code == 200

    response = client.post(reverse("applications:send", args=[draft.pk]))

    assert client.get(response.url).status_code == 200
    assert Application.objects.get().form_key == "main_application"


def test_sending_twice_leads_to_the_same_receipt(client):
    PostcodeAreaFactory(postcode="00123")
    draft = DraftFactory(answers=fresh(P02))
    client.force_login(draft.person.user)
    send = reverse("applications:send", args=[draft.pk])

    first, second = client.post(send), client.post(send)

    assert first.url == second.url == reverse("submissions:confirmation", args=[Submission.objects.get().pk])
    assert client.get(first.url).status_code == 200
    assert Draft.objects.get().answers == {}


def test_looking_does_not_send(client):
    draft = DraftFactory()
    client.force_login(draft.person.user)

    response = client.get(reverse("applications:send", args=[draft.pk]))
    assert response.url == reverse("applications:review", args=[draft.pk])
    assert not Submission.objects.exists()


def test_foreign_draft_cannot_be_sent(client):
    draft = DraftFactory()
    client.force_login(UserFactory())

    assert client.post(reverse("applications:send", args=[draft.pk])).status_code == 404


@pytest.mark.parametrize("answers", [P01, P03])
def test_review_costs_the_same_for_one_and_for_nine_people(client, answers, django_assert_max_num_queries):
    draft = DraftFactory(answers=fresh(answers))
    client.force_login(draft.person.user)
    client.get("/kontakt/")  # the office of every page is known

    with django_assert_max_num_queries(8):
        client.get(reverse("applications:review", args=[draft.pk]))


def test_who_may_not_send_sees_no_button_for_it(client):
    draft = DraftFactory(answers=fresh(P02))
    helping = StandingFactory(helper=True, person=draft.person)
    client.force_login(helping.user)
    text = client.get(f"/fuer/{draft.case_id}/antrag/{draft.pk}/pruefen/").content.decode()
    assert "Absenden kann nur die Person selbst." in text
    assert "absenden/" not in text
    assert client.post(f"/fuer/{draft.case_id}/antrag/{draft.pk}/absenden/").status_code == 404


def test_helper_whose_right_was_ended_while_reading_sends_nothing(client):
    draft = DraftFactory(answers=fresh(P02))
    helping = StandingFactory(helper=True, person=draft.person, scopes=["fill_in", "send", "upload"])
    client.force_login(helping.user)
    address = f"/fuer/{draft.case_id}/antrag/{draft.pk}"
    assert "Antrag jetzt absenden" in client.get(f"{address}/pruefen/").content.decode()
    end_standing(actor=claimant_actor(draft.case), standing=helping)
    refused = client.post(f"{address}/absenden/")
    assert refused.status_code == 404
    assert "Sie können für diese Person nichts mehr tun" in refused.content.decode()
    assert not Submission.objects.exists()
    assert Draft.objects.get().answers == draft.answers


def test_answers_that_no_longer_apply_are_named_as_not_sent(client):
    answers = fresh(P02)
    answers["you"] |= {"nationality": "DE", "residence_title": "Aufenthaltserlaubnis"}

    text = review(client, DraftFactory(answers=answers)).content.decode()

    assert "Diese Angaben senden wir nicht mit" in text
    assert "Aufenthaltserlaubnis" in text
    assert "Diese Angaben senden wir nicht mit" not in review(client, DraftFactory(answers=fresh(P02))).content.decode()


def test_coming_back_opens_the_section_of_the_page(client):
    draft = DraftFactory(answers=fresh(P02))
    client.force_login(draft.person.user)

    text = client.get(reverse("applications:review", args=[draft.pk]) + "?stelle=miete").content.decode()

    assert '<details class="kern-accordion" id="abschnitt-home" open>' in text
    assert 'id="miete"' in text


def test_review_warns_of_haste(client):
    assert "Lesen Sie in Ruhe, was Sie angegeben haben" in review(client, DraftFactory()).content.decode()
