"""The page of papers of forms that are no applications, and the last words: shared by all that people tell or ask."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.structure import Page, Section, Step

ENCLOSURES = Section(
    "evidence",
    _("Unterlagen"),
    (
        Step(
            "unterlagen",
            _("Ihre Unterlagen"),
            intro=_("Sie können auch ohne Unterlagen absenden und alles später schicken."),
            page=Page.EVIDENCE,
        ),
    ),
)
