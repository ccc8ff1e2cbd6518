"""Section "Zum Schluss": own words."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import LongText
from applications.catalogue.structure import Section, Step

CLOSING = Section(
    "closing",
    _("Zum Schluss"),
    (
        Step(
            "bemerkung",
            _("Möchten Sie uns noch etwas sagen?"),
            (
                LongText(
                    "remarks",
                    _("Ihre Nachricht"),
                    help=_("Zum Beispiel wenn etwas in kein Feld gepasst hat"),
                    required=False,
                ),
            ),
        ),
    ),
)
