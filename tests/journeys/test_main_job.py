"""From sign-up to receipt on a phone, then the desk: the whole main job, typed by hand by the persona P02."""

import pytest

from tests.factories.personas import P02
from tests.journeys import steps
from tests.journeys.receipt_files import assert_conform_and_say_what_they_should
from tests.journeys.typist import Typist

pytestmark = [pytest.mark.browser, pytest.mark.slow]
RULES = ("APP-01", "AST-01", "EVD-01", "HH-09", "NEED-07")


def test_claimant_applies_and_the_desk_moves_it_on(visit, employee, site):
    secrets = names_in(P02)
    claimant = visit(secrets=secrets)

    shown, receipt = apply(claimant, by_hand=True)
    confirmation, copy = steps.fetch_files(claimant, site, receipt)
    assert_conform_and_say_what_they_should(confirmation, copy, shown)
    steps.check_in_public(visit(secrets=secrets), receipt, confirmation)
    steps.read_postbox(claimant, receipt)
    steps.assert_notice(claimant, secrets)
    claimant.press("Stand Ihres Antrags")
    assert "Stand heute: Eingegangen – wird geprüft" in claimant.text
    steps.take_on(employee(secrets=secrets), receipt, RULES)
    claimant.open(claimant.path)
    assert "Stand heute: In Prüfung" in claimant.text


def test_claimant_applies_without_javascript(visit, site):
    claimant = visit(secrets=names_in(P02), scripts=False)

    shown, receipt = apply(claimant, by_hand=False)
    assert len(shown) > 100
    site.processes.settle()
    steps.read_postbox(claimant, receipt)
    claimant.press("Stand Ihres Antrags")
    assert "Stand heute: Eingegangen – wird geprüft" in claimant.text


def apply(claimant, *, by_hand):
    """From sign-up to the receipt; returns what the review showed, and the receipt."""
    claimant.sign_up()
    steps.agree_to_e_mails(claimant)
    draft_id = steps.begin(claimant)
    typist = Typist(claimant, P02, by_hand=by_hand)
    typist.fill_in(stop_at="unterlagen")
    steps.hand_in_papers(claimant)
    typist.fill_in(stop_at="pruefen")
    steps.assert_typed(typist, draft_id)
    return steps.review(claimant), steps.send(claimant)


def names_in(persona):
    """Words that tell who it is."""
    people = [persona["you"], *persona["people"].get("persons", ())]
    return sorted({person[part] for person in people for part in ("first_name", "last_name")})
