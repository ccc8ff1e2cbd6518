"""Somebody takes a copy of everything along and closes the account, on a phone and without scripts."""

import io
import zipfile

import pytest

from portal.accounts.models import User
from portal.submissions.models import Submission
from tests.factories.personas import P02
from tests.journeys import steps
from tests.journeys.background import wait_for
from tests.journeys.drafts import claimant_with, path_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def copy_is_ready(claimant):
    claimant.open("/konto/datenkopie/")
    return "Ihre Kopie ist fertig" in claimant.text


def test_copy_then_closing(visit, site):
    claimant, draft = claimant_with(visit, P02, scripts=False)
    claimant.open(path_of(draft, "pruefen"))
    claimant.press("Antrag jetzt absenden")
    receipt = steps.receipt_on(claimant)
    steps.fetch_files(claimant, site, receipt)

    claimant.open("/konto/")
    claimant.press("Was dann gelöscht wird und was bleibt")
    claimant.press("Kopie anfordern")
    claimant.press("Kopie anfordern")
    assert "Ihre Kopie wird erstellt" in claimant.text or "Ihre Kopie ist fertig" in claimant.text
    wait_for(lambda: copy_is_ready(claimant), "the copy")
    archive = zipfile.ZipFile(io.BytesIO(claimant.get("/konto/datenkopie/herunterladen/").body()))
    assert receipt.reference in archive.read("index.html").decode()
    assert len(archive.namelist()) == 4  # two files of the receipt, the page, the data

    claimant.open("/konto/schliessen/")
    claimant.press("Konto jetzt schließen")
    assert claimant.heading == "Das Konto ist geschlossen"
    wait_for(
        lambda: any("Ihr Konto ist geschlossen" in text for text in site.mails.to(claimant.email)), "the last e-mail"
    )
    claimant.page.go_back()
    assert claimant.heading != "Konto schließen"
    assert not User.objects.filter(email=claimant.email).exists()
    assert Submission.objects.get().person.user is None
