import datetime

import pytest

from appointments.domain.offer_content import SUBJECTS, offer_message, reduction_message, withdrawal_message
from appointments.enums import OfferKind
from appointments.models import Appointment, Offer, Wish
from portal.ui.formats import format_when
from tests.factories.appointments import MONDAY_NINE, moved_to


def offer(kind):
    return Offer(kind=kind, words="Guten Tag", until=MONDAY_NINE - datetime.timedelta(days=3))


@pytest.mark.parametrize(("kind", "says_invitation"), [(OfferKind.INVITATION, True), (OfferKind.PROPOSAL, False)])
def test_message_has_words_times_and_until_when(kind, says_invitation):
    later = MONDAY_NINE + datetime.timedelta(hours=1)

    body = offer_message(offer(kind), [later, MONDAY_NINE])

    assert body.startswith("Guten Tag")
    assert body.index(format_when(MONDAY_NINE)) < body.index(format_when(later))
    assert "frei bis Freitag, 4.\u00a0Dezember 2026, 9:00\u00a0Uhr" in body
    assert ("Das ist eine Einladung." in body) is says_invitation


def test_subjects_name_a_kind_of_matter_only():
    assert {str(subject) for subject in SUBJECTS.values()} == {
        "Zeiten für Ihren Termin",
        "Einladung zu einem Gespräch",
        "Ein früherer Termin ist frei",
    }


def test_what_is_taken_back_may_say_why():
    assert "Frau Ahrens ist krank." in withdrawal_message(offer(OfferKind.INVITATION), "Frau Ahrens ist krank.")
    assert withdrawal_message(offer(OfferKind.INVITATION), "").count("\n\n") == 1


def test_what_is_taken_back_says_what_stays_and_what_comes_next():
    proposal, earlier = offer(OfferKind.PROPOSAL), offer(OfferKind.EARLIER)
    proposal.wish = Wish()
    earlier.replaces = Appointment(period=moved_to(MONDAY_NINE))

    assert "Ihr Wunsch bleibt bei uns." in withdrawal_message(proposal, "")
    assert "Ihr Termin bleibt, wie er ist: Montag, 7.\u00a0Dezember 2026, 9:00\u00a0Uhr." in withdrawal_message(
        earlier, ""
    )


def test_what_is_left_of_an_offer_is_named_after_what_is_gone():
    later = MONDAY_NINE + datetime.timedelta(hours=1)

    body = reduction_message(offer(OfferKind.INVITATION), [MONDAY_NINE], [later])

    assert body.index(format_when(MONDAY_NINE)) < body.index("Wählen können Sie noch") < body.index(format_when(later))
