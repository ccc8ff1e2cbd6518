"""What has changed since the last application, and what still stands: the two pages that most people need (WBA 5–24)."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import LongText, Official, Several
from applications.catalogue.structure import Page, Section, Step
from applications.enums import HouseholdPart

EDITION = "2025"
_KNOWN = _("wenn wir schon Angaben von Ihnen haben")
_NOT_KNOWN = _("wenn wir noch keine Angaben von Ihnen haben")

CHANGED = Several(
    "changed",
    _("Was hat sich seit dem letzten Antrag geändert?"),
    help=_("Kreuzen Sie nichts an, wenn sich nichts geändert hat."),
    why=_("Wir fragen Sie dann nur nach dem, was neu ist."),
    basis="§ 60 Abs. 1 SGB I, § 41 Abs. 3 SGB II",
    official=Official("WBA", "5–22", EDITION),
    options=HouseholdPart,
)
REMARKS = LongText(
    "remarks",
    _("Möchten Sie dazu etwas sagen?"),
    help=_("Zum Beispiel, seit wann etwas neu ist und ob Sie es uns schon gesagt haben"),
    official=Official("WBA", "23", EDITION),
    required=False,
)
FORESEEABLE = LongText(
    "foreseeable",
    _("Ändert sich bald etwas?"),
    help=_("Zum Beispiel eine neue Arbeit, ein Umzug, eine Geburt. Ein Satz reicht."),
    official=Official("WBA", "24", EDITION),
    required=False,
)

CHANGES = Section(
    "changes",
    _("Was ist neu?"),
    (
        Step(
            "aenderungen",
            _("Was hat sich geändert?"),
            (CHANGED, REMARKS, FORESEEABLE),
            intro=_(
                "Alles andere nehmen wir aus Ihrem letzten Antrag. Auf der nächsten Seite sehen Sie es noch einmal."
            ),
            when=_KNOWN,
            applies_when=lambda answers: answers.known,
        ),
        Step(
            "bald",
            _("Was Sie uns noch sagen möchten"),
            (FORESEEABLE, REMARKS),
            when=_NOT_KNOWN,
            applies_when=lambda answers: not answers.known,
        ),
    ),
)

CONFIRM = Section(
    "confirm",
    _("Was noch stimmt"),
    (
        Step(
            "stimmt-noch",
            _("Stimmt das noch?"),
            (
                Several(
                    "confirmed",
                    _("Was stimmt noch?"),
                    why=_(
                        "Was noch stimmt, müssen Sie nicht noch einmal ausfüllen. Ohne Kreuz wissen wir nicht, ob es noch gilt, und fragen vielleicht nach."
                    ),
                    basis="§ 60 Abs. 1 SGB I",
                    options=HouseholdPart,
                ),
            ),
            intro=_(
                "Das haben Sie uns zuletzt gesagt. Kreuzen Sie an, was noch stimmt. Stimmt etwas nicht mehr? Dann gehen "
                "Sie zurück und kreuzen Sie es dort an."
            ),
            when=_KNOWN,
            page=Page.CONFIRM,
        ),
    ),
)
