"""Section "Unterlagen": one page whose lines follow from the claim (`evidence_needed`)."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.structure import Page, Section, Step

EVIDENCE = Section(
    "evidence",
    _("Unterlagen"),
    (
        Step(
            "unterlagen",
            _("Ihre Unterlagen"),
            intro=_("Das Datum Ihres Antrags zählt auch ohne Unterlagen. Sie können alles später schicken."),
            page=Page.EVIDENCE,
        ),
    ),
)
