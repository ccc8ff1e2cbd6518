"""A guardian with a phone: recorded at the counter with the order in hand, reads the post, fills in, until it ends."""

import pytest
from django.utils import timezone

from applications.services.submit import submit_draft
from portal.accounts.models import User
from portal.cases.selectors import actor_for_user
from tests.factories.personas import P02
from tests.journeys import steps
from tests.journeys.background import wait_for
from tests.journeys.drafts import CLAIMANT, filled_draft

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def record(office, application, email):
    office.open(f"/verwaltung/antraege/{application.pk}/")
    office.press("Vertretung eintragen")
    office.page.get_by_label("rechtliche Betreuung, Eltern, Vormund").check()
    office.page.get_by_label("Vertretung gegenüber Behörden").check()
    office.fill(holder_name="Julia Berger", email=email, proof_note="AG Musterstadt, 3 XVII 17/26")
    office.page.locator('[name="proof_kind"]').select_option("guardian_card")
    office.press("Vertretung eintragen")


def test_guardian_acts_from_the_checked_order_to_its_end(visit, employee, site):
    person = User.objects.get(email=CLAIMANT)
    draft = filled_draft(person, P02)
    application = submit_draft(actor=actor_for_user(person, purpose="test"), draft=draft).application
    guardian = visit()
    guardian.sign_up()
    steps.agree_to_e_mails(guardian)
    space = f"/fuer/{application.case_id}"
    assert guardian.get(f"{space}/postfach/").status == 404

    office = employee()
    record(office, application, guardian.email)
    assert "Julia Berger; Kopie an Miriam Sander" in office.text

    wait_for(lambda: len(site.mails.to(guardian.email)) > 1, "the e-mail to the guardian")
    assert "Bitte melden Sie sich" in site.mails.to(guardian.email)[-1]  # of helping or of a message, one an hour
    assert "Miriam" not in site.mails.to(guardian.email)[-1]
    guardian.open(f"{space}/postfach/")
    assert "Miriam Sander" in guardian.text
    guardian.press("Vertretung", within="main")
    assert "Schreiben vom Jobcenter gehen jetzt an Julia Berger." in guardian.text
    guardian.open(f"{space}/antrag/")
    assert "Abgeschickt" in guardian.text

    office.press("Julia Berger")
    office.press("Jetzt beenden")
    assert f"beendet am {timezone.localdate().day}." in office.text
    assert guardian.get(f"{space}/postfach/").status == 404
