"""Sections of the main application that a change notice asks in part: persons, dwelling, account, name.

Keys are the same, so that what is told here stands in the next form, and a new account or address is noticed (BANK-06).
"""

from django.utils.translation import gettext_lazy as _
from msgspec.structs import replace

from applications.catalogue.about_you import ABOUT_YOU, YOUR_ADDRESS
from applications.catalogue.change_notice.kinds import only_for, somebody_known_left, told
from applications.catalogue.main_application.bank import ACCOUNT, DETAILS, WITHOUT
from applications.catalogue.main_application.home import ADDRESS, DWELLING, DWELLING_KIND, MOVE
from applications.catalogue.main_application.home_costs import HEATING, LANDLORD, LODGING, OWNED, RENT
from applications.catalogue.main_application.people import ALONE, PERSONS
from applications.catalogue.main_application.you import FAMILY
from applications.catalogue.structure import Section, Step
from applications.claim.answers import Answers
from applications.enums import ChangeKind

HAS_MOVED = _("wenn Sie umgezogen sind oder der Mietvertrag unterschrieben ist")
COSTS = _("wenn sich die Wohnung oder ihre Kosten geändert haben")


def _has_moved(answers: Answers) -> bool:
    return told(ChangeKind.MOVE)(answers) and answers.change.lease_signed is not False


def _has_other_costs(answers: Answers) -> bool:
    return _has_moved(answers) or told(ChangeKind.RENT)(answers)


def _with_costs(step: Step) -> Step:
    """A page about what the dwelling costs, where it and its own condition apply."""
    own = step.applies_when
    return replace(
        step,
        applies_when=lambda answers: _has_other_costs(answers) and (own is None or bool(own(answers))),
        when=COSTS,
    )


def _after_a_move(step: Step) -> Step:
    """A page about a new dwelling."""
    own = step.applies_when
    return replace(
        step,
        applies_when=lambda answers: _has_moved(answers) and (own is None or bool(own(answers))),
        when=HAS_MOVED,
    )


YOU = replace(
    ABOUT_YOU,
    parts=(
        *ABOUT_YOU.parts,
        only_for(FAMILY, ChangeKind.NAME, when=_("wenn sich Name oder Familienstand geändert hat")),
    ),
)

_KIND = replace(
    DWELLING_KIND, questions=tuple(question for question in DWELLING_KIND.questions if question.key != "moved")
)

HOME = Section(
    "home",
    YOUR_ADDRESS.title,
    (
        replace(
            ADDRESS,
            intro=_(
                "Sie sind schon umgezogen? Dann tragen Sie hier die neue Adresse ein. Sie ziehen erst später um? Dann "
                "bleibt hier die alte, und Sie melden sich nach dem Umzug noch einmal."
            ),
        ),
        _with_costs(_KIND),
        _after_a_move(DWELLING),
        _with_costs(RENT),
        _with_costs(OWNED),
        _with_costs(LODGING),
        _with_costs(HEATING),
        _after_a_move(LANDLORD),
        replace(MOVE, applies_when=_has_moved, when=HAS_MOVED),
    ),
    carried=True,
)

PEOPLE = Section(
    "people",
    _("Menschen bei Ihnen"),
    (
        only_for(ALONE, ChangeKind.JOINED, ChangeKind.LEFT, when=_("wenn jemand ein- oder ausgezogen ist")),
        replace(
            PERSONS,
            intro=_(
                "Hier stehen die Menschen, die wir schon kennen. Fügen Sie hinzu, wer eingezogen ist. Wer ausgezogen ist, "
                "bleibt hier stehen: Danach fragen wir gleich."
            ),
            applies_when=lambda answers: told(ChangeKind.JOINED)(answers) or somebody_known_left(answers),
            when=_("wenn jemand eingezogen ist, oder ausgezogen ist und wir die Menschen bei Ihnen schon kennen"),
        ),
    ),
    carried=True,
)

_NEW_ACCOUNT = _("wenn sich das Konto geändert hat")

BANK = Section(
    "bank",
    _("Konto für die Auszahlung"),
    (
        replace(ACCOUNT, applies_when=told(ChangeKind.BANK), when=_NEW_ACCOUNT),
        only_for(DETAILS, ChangeKind.BANK, when=_("wenn sich das Konto geändert hat und Sie eines haben")),
        only_for(WITHOUT, ChangeKind.BANK, when=_("wenn Sie kein Konto mehr haben")),
    ),
    carried=True,
)
