"""``manage.py audit verify``: is the audit trail still what was sealed?"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.audit.domain.anchoring import anchor_file
from portal.audit.domain.verification import Fault, Finding, verify

TEXTS = {
    Fault.CHANGED: gettext_lazy("Nr. %(range)s: Der Eintrag wurde nach dem Siegeln geändert."),
    Fault.MISSING: gettext_lazy("Nr. %(range)s: Der Eintrag oder sein Siegel fehlt."),
    Fault.REWRITTEN: gettext_lazy("Nr. %(range)s: Die Kette wurde neu geschrieben, passt nicht zum Anker."),
    Fault.CUT_OFF: gettext_lazy("Nr. %(range)s: Das Ende der Kette wurde abgeschnitten; ein Anker belegt es."),
    Fault.FALSE_ANCHOR: gettext_lazy("Nr. %(range)s: Der Anker ist nicht mit unserem Schlüssel gemacht."),
    Fault.LOST_ANCHOR: gettext_lazy("Nr. %(range)s: Der Anker steht nur an einem von zwei Orten (Datenbank, Datei)."),
}


class Command(BaseCommand):
    """Exit code 0: whole. 1: something was found, each finding on its own line."""

    help = "Check the audit trail: changed, missing, rewritten and cut-off rows, compared with the anchors."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``verify``, and ``--anchors`` for a copy of the anchor file that was kept elsewhere."""
        parser.add_argument("action", choices=["verify"])
        parser.add_argument("--anchors", type=Path, help="the anchor file; default: the one in the data folder")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print the findings and the figures. Raises CommandError when there is a finding."""
        path = options["anchors"] or anchor_file()
        try:
            result = verify(path)
        except (OSError, ValueError):
            raise CommandError(_("Die Ankerdatei %(file)s ist nicht lesbar.") % {"file": path.name}) from None
        self.stdout.write(
            _("%(sealed)s gesiegelt, davon %(after)s nach dem letzten Anker; %(unsealed)s noch ohne Siegel.")
            % {"sealed": result.sealed, "after": result.after_anchor, "unsealed": result.unsealed}
        )
        for finding in result.findings:
            self.stderr.write(_text(finding))
        if result.findings:
            raise CommandError(_("Das Protokoll ist nicht unversehrt: %(n)s Befunde.") % {"n": len(result.findings)})
        self.stdout.write(_("Das Protokoll ist unversehrt."))


def _text(finding: Finding) -> str:
    numbers = str(finding.first) if finding.first == finding.last else f"{finding.first}–{finding.last}"
    return str(TEXTS[finding.fault]) % {"range": numbers}
