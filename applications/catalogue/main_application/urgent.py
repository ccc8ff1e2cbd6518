"""Before anything else: does somebody need help today?"""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Several
from applications.catalogue.structure import Page, Section, Step
from applications.enums import Danger

URGENT = Section(
    "urgent",
    _("Hilfe noch heute"),
    (
        Step(
            "hilfe",
            _("Brauchen Sie heute Hilfe?"),
            (
                Several(
                    "dangers",
                    _("Was trifft auf Sie zu?"),
                    help=_("Kreuzen Sie nichts an, wenn nichts davon zutrifft."),
                    why=_(
                        "Manche Hilfe kann nicht warten, bis der ganze Antrag geprüft ist. Dann kümmern wir uns zuerst darum."
                    ),
                    basis="§ 42 SGB I, § 22 Abs. 8, § 24 Abs. 1 SGB II",
                    options=Danger,
                    sensitive=True,
                ),
            ),
        ),
        Step(
            "hilfe-sofort",
            _("Rufen Sie uns bitte gleich an"),
            when=_("wenn etwas davon zutrifft"),
            applies_when=lambda answers: answers.urgent.dangers,
            page=Page.NOTICE,
        ),
    ),
)
