import datetime

import pytest
from django.utils import timezone

from mailbox.enums import ExtensionStatus
from mailbox.services.evidence import ask_for_time
from tests.factories.cases import CaseFactory
from tests.factories.evidence import LEASE, asked, drafted

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(jobcenter):
    return asked(LEASE, case=CaseFactory(jobcenter=jobcenter))


@pytest.fixture
def wish(found):
    return ask_for_time(actor=found.claimant, request=found.request, token="1", text="Der Vermieter ist verreist.")


def url(found, wish):
    return f"/verwaltung/faelle/{found.request.case_id}/bitten/{found.request.pk}/mehr-zeit/{wish.pk}/"


def test_wish_is_shown_and_granted(desk_of, worker, found, wish):
    desk = desk_of(worker)
    page = desk.get(f"/verwaltung/faelle/{found.request.case_id}/bitten/{found.request.pk}/").content.decode()
    assert "Der Vermieter ist verreist." in page

    desk.post(url(found, wish), {"granted": "yes", "until": wish.until.isoformat()})

    wish.refresh_from_db()
    assert (wish.status, found.now().deadline) == (ExtensionStatus.GRANTED, wish.until)


def test_wish_is_answered_otherwise_with_words(desk_of, worker, found, wish):
    desk = desk_of(worker)
    assert desk.post(url(found, wish), {"granted": "no"}).status_code == 422

    desk.post(url(found, wish), {"granted": "no", "reply": "Bitte rufen Sie an."})

    wish.refresh_from_db()
    assert (wish.status, wish.reply) == (ExtensionStatus.ANSWERED, "Bitte rufen Sie an.")
    assert found.now().deadline == found.request.deadline


def test_day_that_is_over_is_not_given(desk_of, worker, found, wish):
    yesterday = timezone.localdate() - datetime.timedelta(days=1)

    response = desk_of(worker).post(url(found, wish), {"granted": "yes", "until": yesterday.isoformat()})

    assert response.status_code == 422
    assert "Bitte tragen Sie einen Tag ein, der noch kommt." in response.content.decode()


def test_answered_wish_stays_answered(desk_of, worker, found, wish):
    desk, data = desk_of(worker), {"granted": "yes", "until": wish.until.isoformat()}
    desk.post(url(found, wish), data)

    response = desk.post(url(found, wish), {"granted": "no", "reply": "Nein."}, follow=True)

    assert "schon beantwortet" in response.content.decode()


def test_empty_draft_is_not_sent(desk_of, worker, jobcenter):
    found = drafted(LEASE, case=CaseFactory(jobcenter=jobcenter), is_hint=True)
    found.request.items.all().delete()

    response = desk_of(worker).post(
        f"/verwaltung/faelle/{found.request.case_id}/bitten/{found.request.pk}/senden/", follow=True
    )

    assert "Die Liste ist leer." in response.content.decode()
