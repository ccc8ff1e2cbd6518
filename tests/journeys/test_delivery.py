"""What comes of an application that was sent: its files, as soon as somebody works; until then the page says so."""

import pytest

from ops.demo import WORKERS
from tests.factories.personas import P01
from tests.journeys.drafts import claimant_with, path_of

pytestmark = pytest.mark.browser


def test_empty_application_can_be_sent(visit, site):
    claimant, draft = claimant_with(visit, {})
    claimant.open(path_of(draft))
    claimant.press("Prüfen und absenden")
    assert "Das fehlt noch – Sie können trotzdem absenden" in claimant.text

    claimant.press("Antrag jetzt absenden")

    assert claimant.heading == "Wir haben Ihren Antrag bekommen"
    site.processes.settle()
    claimant.open(claimant.path)
    assert claimant.get(f"{claimant.path}bestaetigung.pdf").body()[:5] == b"%PDF-"


def test_workers_that_are_off_delay_nothing_but_the_files(visit, site):
    site.processes.stop(*WORKERS)
    claimant, draft = claimant_with(visit, P01)
    claimant.open(path_of(draft, "pruefen"))
    claimant.press("Antrag jetzt absenden")
    receipt = claimant.path
    assert "Zwei PDF-Dateien werden gerade erstellt" in claimant.text
    claimant.watch.expected = {503}
    claimant.press("Stand Ihres Antrags")
    assert "Eingegangen – wird geprüft" in claimant.text
    claimant.open(f"{receipt}bestaetigung.pdf")
    assert claimant.heading == "Die Datei wird gerade erstellt"

    site.processes.start(*WORKERS)
    site.processes.settle()

    claimant.open(receipt)
    claimant.press("Stand Ihres Antrags")
    assert "sieht Ihre Angaben gerade" not in claimant.text
    assert claimant.get(f"{receipt}kopie.pdf").body()[:5] == b"%PDF-"
