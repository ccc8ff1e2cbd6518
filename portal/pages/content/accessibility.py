"""Accessibility statement (§ 12b BGG, § 7 BITV 2.0). Says only what was tested; renew ``WRITTEN_ON`` with every check."""

# ruff: noqa: E501 -- texts stay in one line, so that they can be read and found

from __future__ import annotations

import datetime as dt
from typing import Final

from django.utils.translation import gettext_lazy as _

from portal.pages.content import TextSection

WRITTEN_ON: Final = dt.date(2026, 11, 22)

SECTIONS: Final = (
    TextSection(
        title=_("Wie barrierefrei ist das Portal?"),
        paragraphs=(
            _(
                "Das Portal ist mit der BITV 2.0 und der Norm EN 301 549 teilweise vereinbar. Was noch fehlt, steht weiter unten."
            ),
        ),
        points=(
            _("Alles geht mit der Tastatur und ohne Maus."),
            _(
                "Sie können die Schrift stark vergrößern. Es gibt helle und dunkle Farben und Unterstützung für hohen Kontrast."
            ),
            _("Das Portal läuft auf kleinen Telefonen und ohne JavaScript."),
            _("Es gibt keine Zeit, die abläuft, ohne dass Ihre gespeicherten Angaben erhalten bleiben."),
        ),
    ),
    TextSection(
        title=_("Was noch nicht barrierefrei ist"),
        points=(
            _("Es gibt noch keine Erklärung in Leichter Sprache und kein Video in Deutscher Gebärdensprache."),
            _(
                "Dateien, die Sie oder andere hochladen, zeigen wir so an, wie sie sind. Fotos von Papier kann ein Vorleseprogramm nicht lesen."
            ),
            _(
                "Bescheide, die nicht im Portal entstehen, sind vielleicht nicht barrierefrei. Wir lesen sie Ihnen gern vor oder schicken Ihnen eine andere Form."
            ),
        ),
    ),
    TextSection(
        title=_("Wie wir geprüft haben"),
        paragraphs=(
            _(
                "Wir haben selbst geprüft: mit automatischen Prüfprogrammen auf jeder Seite (WCAG 2.2, Stufen A und AA), mit der Tastatur, mit vergrößerter Schrift und mit hohem Kontrast. Eine Prüfung durch Menschen mit Vorleseprogrammen steht noch aus. Automatische Programme finden nur einen Teil der Barrieren."
            ),
        ),
    ),
)
