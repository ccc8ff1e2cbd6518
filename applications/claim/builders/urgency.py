"""Section "Hilfe noch heute" -> Urgency."""

from applications.claim.answers import Answers
from applications.claim.model import Urgency
from applications.enums import Danger


def build_urgency(answers: Answers) -> Urgency:
    """What cannot wait. All None while the question was not seen."""
    dangers = answers.urgent.dangers
    if dangers is None:
        return Urgency()
    return Urgency(
        no_money_for_food=Danger.NO_MONEY in dangers,
        housing_threat=Danger.HOUSING in dangers,
        energy_threat=Danger.ENERGY in dangers,
        violence=Danger.VIOLENCE in dangers,
    )
