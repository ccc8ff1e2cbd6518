import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from applications.claim.model import BankAccount
from applications.models import Finding
from applications.services.submit import submit_draft
from portal.outbox.services import deliver_due
from portal.submissions.models import Submission
from tests.factories.applications import DraftFactory
from tests.factories.cases import CaseFactory, StandingFactory, claimant_actor
from tests.factories.claims import build_claim
from tests.factories.personas import P02, fresh
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db
PASSWORD = "Regen-Schirm-27"
OFFER = "Änderung bestätigen"
LATER = datetime.timedelta(minutes=11)  # after the sign-in itself has stopped to count


@pytest.fixture
def draft():
    """A second application of a household that has told of another account before."""
    case = CaseFactory()
    ApplicationFactory(case=case, claim=build_claim(bank=BankAccount(iban="DE89 3704 0044 0532 0130 00")))
    standing = case.standings.get()
    return DraftFactory(standing=standing, answers=fresh(P02))


@pytest.fixture
def person(client, draft, time_machine):
    """She has signed in a while ago."""
    time_machine.move_to(timezone.now())
    client.force_login(draft.person.user)
    time_machine.shift(LATER)
    return client


def page(client, draft, name="review"):
    return client.get(reverse(f"applications:{name}", args=[draft.pk]), follow=True).content.decode()


def confirm(client, draft):
    address = client.get(reverse("applications:confirm_change", args=[draft.pk])).headers["Location"]
    return client.post(address, {"password": PASSWORD}, follow=True)


def send(client, draft):
    assert client.post(reverse("applications:send", args=[draft.pk])).status_code == 302
    return Submission.objects.get(token=str(draft.pk))


def test_changed_account_is_offered_to_be_confirmed(person, draft):
    text = page(person, draft)

    assert OFFER in text
    assert "bevor wir auf das neue Konto überweisen" in text
    assert "Senden Sie trotzdem ab." in text


def test_nothing_is_offered_when_nothing_has_changed(client):
    first = DraftFactory(answers=fresh(P02))
    submit_draft(actor=claimant_actor(first.case), draft=first)
    second = DraftFactory(standing=first.case.standings.get(), answers=fresh(P02))
    client.force_login(second.person.user)

    assert client.get(reverse("applications:review", args=[second.pk])).context["change"] is None


def test_sending_without_confirming_is_received_and_found(person, draft):
    submission = send(person, draft)
    deliver_due()

    assert submission.stepped_up is False
    assert person.get(reverse("submissions:confirmation", args=[submission.pk])).status_code == 200
    assert Finding.objects.filter(application__submission=submission, rule_id="BANK-06").count() == 1


def test_confirmed_change_is_no_finding(person, draft):
    response = confirm(person, draft)

    assert response.redirect_chain[-1][0] == reverse("applications:review", args=[draft.pk])
    assert "Änderung bestätigt" in response.content.decode()
    submission = send(person, draft)
    deliver_due()
    assert submission.stepped_up is True
    assert not Finding.objects.filter(rule_id="BANK-06").exists()


def test_confirmation_holds_while_somebody_reads_on(person, draft, time_machine):
    confirm(person, draft)
    time_machine.shift(LATER)

    assert OFFER not in page(person, draft)
    assert send(person, draft).stepped_up is True


def test_another_account_after_confirming_is_not_confirmed(person, draft, time_machine):
    confirm(person, draft)
    draft.refresh_from_db()
    draft.answers["bank"]["iban"] = "DE12 9999 9999 0000 0001 01"
    draft.save(update_fields=["answers"])
    time_machine.shift(LATER)

    assert OFFER in page(person, draft)
    assert send(person, draft).stepped_up is False


def test_wrong_password_confirms_nothing(person, draft):
    address = person.get(reverse("applications:confirm_change", args=[draft.pk])).headers["Location"]
    person.post(address, {"password": "falsch"})

    assert OFFER in page(person, draft)


def test_helper_is_told_and_cannot_confirm(client, draft):
    helper = StandingFactory(helper=True, person=draft.person, scopes=["fill_in", "send"])
    client.force_login(helper.user)
    space = f"/fuer/{draft.case_id}/antrag/{draft.pk}/"

    text = client.get(f"{space}pruefen/").content.decode()
    client.get(f"{space}bestaetigen/")
    client.post(f"{space}absenden/")

    assert "Früher wurden uns andere Daten genannt." in text
    assert OFFER not in text
    assert Submission.objects.get(token=str(draft.pk)).stepped_up is False
