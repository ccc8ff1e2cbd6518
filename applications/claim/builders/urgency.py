"""Section "Hilfe noch heute" -> Urgency."""

from applications.claim.answers import Answers
from applications.claim.builders.copying import copied
from applications.claim.model import Urgency
from applications.enums import Danger


def build_urgency(answers: Answers) -> Urgency:
    """What cannot wait. All None while the question was not seen."""
    dangers = answers.urgent.dangers

    def said(danger: Danger) -> bool | None:
        return None if dangers is None else danger in dangers

    return copied(
        Urgency,
        answers.urgent,
        no_money_for_food=said(Danger.NO_MONEY),
        housing_threat=said(Danger.HOUSING),
        energy_threat=said(Danger.ENERGY),
        violence=said(Danger.VIOLENCE),
    )
