import datetime
import re

import pytest
from django.urls import reverse

from appointments.models import Appointment, Summons
from mailbox.models import TextTemplate, TextVersion
from tests.factories.appointments import MONDAY_NINE, OfferFactory
from tests.factories.summonses import calling

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def ten_days_before(time_machine):
    time_machine.move_to(MONDAY_NINE - 10 * DAY)


@pytest.fixture
def there():
    return calling()


def page_of(there):
    return reverse("desk:summon", args=[there.house.case.pk])


def said(there, page, **fields):
    """What the page would send: its hidden fields, a time, and the words."""
    hidden = dict(re.findall(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)"', page.content.decode()))
    hidden.pop("csrfmiddlewaretoken", None)
    words = {
        "slot": MONDAY_NINE.isoformat(),
        "purpose": "placement",
        "topic": "Wir sprechen über Stellen.",
        "reason": "Auf Wunsch der Person.",
    }
    return {**hidden, **words, **fields}


def hidden_of(page):
    return dict(re.findall(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)"', page.content.decode()))


def test_letter_is_read_before_it_is_sent(desk_of, there):
    desk = desk_of(there.house.author)
    page = desk.get(page_of(there), {"first_day": "2026-12-07"})
    assert "Es gab noch keine Einladung." in page.content.decode()

    preview = desk.post(page_of(there), said(there, page))
    assert "So geht das Schreiben hinaus" in preview.content.decode()
    assert "§ 309 Absatz 3 Satz 2 SGB III" in preview.content.decode()
    assert not Appointment.objects.exists()

    back = desk.post(page_of(there), {**hidden_of(preview), "aendern": "1"})
    assert (back.status_code, "Weiter: Schreiben lesen" in back.content.decode()) == (200, True)

    sent = desk.post(page_of(there), {**hidden_of(preview), "senden": "1"}, follow=True)
    summons = Summons.objects.get()
    assert (summons.appointment.period.lower, summons.by_post) == (MONDAY_NINE, "")
    assert "Das Schreiben liegt im Postfach" in sent.content.decode()


def test_purposes_are_those_of_the_law_and_a_missing_reason_is_said(desk_of, there):
    desk = desk_of(there.house.author)
    page = desk.get(page_of(there))

    refused = desk.post(page_of(there), said(there, page, purpose="work", reason=""))

    assert refused.status_code == 422
    assert "Andere Zwecke kennt das Gesetz nicht." in refused.content.decode()
    assert "warum Sie nicht zuerst einladen und erinnern" in refused.content.decode()


def test_unanswered_invitation_is_shown_and_chosen(desk_of, there):
    person = there.house.person
    offer = OfferFactory(
        person=person, status="lapsed", sent_at=MONDAY_NINE - 30 * DAY, reminded_at=MONDAY_NINE - 20 * DAY
    )
    desk = desk_of(there.house.author)

    page = desk.get(page_of(there))
    preview = desk.post(page_of(there), said(there, page, reason="", invitation=str(offer.pk)))

    assert "Erinnert und ohne Antwort" in page.content.decode()
    assert "Wir haben Sie am 7." in preview.content.decode()


def test_notice_that_changed_meanwhile_is_read_again(desk_of, there):
    desk = desk_of(there.house.author)
    preview = desk.post(page_of(there), said(there, desk.get(page_of(there))))
    own = TextTemplate.objects.create(
        jobcenter=there.house.case.jobcenter, key="own", purpose="summons", title="Eigener"
    )
    TextVersion.objects.create(template=own, number=1, body="Eigener Hinweis", published_at=MONDAY_NINE - 10 * DAY)

    again = desk.post(page_of(there), {**hidden_of(preview), "senden": "1"})

    assert "Eigener Hinweis" in again.content.decode()
    assert not Summons.objects.exists()


def test_time_that_is_taken_is_said(desk_of, there):
    desk = desk_of(there.house.author)
    page = desk.post(page_of(there), said(there, desk.get(page_of(there)), slot="2026-12-07T20:00:00+01:00"))

    assert "Diese Zeit ist gerade vergeben." in page.content.decode()


def test_person_without_email_learns_it_by_post_and_the_list_says_so(desk_of):
    there = calling(agrees=False)
    desk = desk_of(there.house.author)
    preview = desk.post(page_of(there), said(there, desk.get(page_of(there)), address="Beispielweg 3"))
    assert "Geht mit der Post:" in preview.content.decode()
    assert "Beispielweg 3" in preview.content.decode()
    desk.post(page_of(there), {**hidden_of(preview), "senden": "1"})

    summons = Summons.objects.get()
    target = reverse("desk:appointment", args=[summons.appointment_id])
    assert target in desk.get("/verwaltung/termine/vorladungen/").content.decode()
    assert "Meldeaufforderung per Post zu schicken" in desk.get("/verwaltung/").content.decode()
