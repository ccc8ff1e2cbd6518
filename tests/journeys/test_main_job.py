"""From sign-up to receipt on a phone, then the desk: the whole main job, typed by hand by the persona P02."""

import pytest

from tests.factories.personas import PERSONAS
from tests.journeys import steps
from tests.journeys.receipt_files import assert_conform_and_say_what_they_should
from tests.journeys.typist import Typist

pytestmark = [pytest.mark.browser, pytest.mark.slow]
RULES = {
    "P02": ("APP-01", "AST-01", "EVD-01", "HH-09", "NEED-07"),
}


@pytest.mark.parametrize(
    ("name", "scripts"),
    [("P02", True), ("P02", False)],
    ids=["P02", "P02-without-JavaScript"],
)
def test_claimant_applies_and_the_desk_moves_it_on(visit, employee, site, name, scripts):
    persona = PERSONAS[name]
    secrets = names_in(persona)
    claimant = visit(secrets=secrets, scripts=scripts)

    claimant.sign_up()
    steps.agree_to_e_mails(claimant)
    draft_id = steps.begin(claimant)
    typist = Typist(claimant, persona, by_hand=scripts)
    typist.fill_in(stop_at="unterlagen")
    steps.hand_in_papers(claimant)
    typist.fill_in(stop_at="pruefen")
    steps.assert_typed(typist, draft_id)
    shown = steps.review(claimant)
    receipt = steps.send(claimant)
    confirmation, copy = steps.fetch_files(claimant, site, receipt)
    assert_conform_and_say_what_they_should(confirmation, copy, shown)
    steps.check_in_public(visit(secrets=secrets), receipt, confirmation)
    steps.read_postbox(claimant, receipt)
    steps.assert_notice(claimant, secrets)
    claimant.press("Stand Ihres Antrags")
    assert "Stand heute: Eingegangen – wird geprüft" in claimant.text
    steps.take_on(employee(secrets=secrets), receipt, RULES[name])
    claimant.open(claimant.path)
    assert "Stand heute: In Prüfung" in claimant.text


def names_in(persona):
    """Words that tell who it is."""
    people = [persona["you"], *persona["people"].get("persons", ())]
    return sorted({person[part] for person in people for part in ("first_name", "last_name")})
