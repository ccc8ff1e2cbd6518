"""``manage.py cut_kern FOLDER``: renew static/ui/kern.css and the fonts from an unpacked KERN package.

The package is ``@kern-ux/native`` in the version of :data:`VERSION` (``npm pack @kern-ux/native@2.7.2``, unpacked). Run
it after a change of the version, of the icons (portal/ui/icons.py) or when static/ui/site.css uses a new KERN property.
"""

from __future__ import annotations

import json
import pathlib
from argparse import ArgumentParser
from typing import Any, Final

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

VERSION: Final = "2.7.2"
_NOTICE: Final = (
    "/*! Changed version (cut, colours converted) of @kern-ux/native {version}, (c) KERN-UX / Dataport and"
    " contributors, EUPL-1.2, see LICENSE-KERN.md. Made by manage.py cut_kern; do not edit. */\n"
)


class Command(BaseCommand):
    """Cuts stylesheet and fonts."""

    help = "Cut the KERN stylesheet and fonts from an unpacked @kern-ux/native package into static/ui/."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the folder that holds package.json and dist/."""
        parser.add_argument("package", type=pathlib.Path)
        parser.add_argument("--target", type=pathlib.Path, default=pathlib.Path(settings.STATICFILES_DIRS[0]) / "ui")
        parser.add_argument("--without-fonts", action="store_true")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write static/ui/kern.css and static/ui/fonts/*.woff2."""
        # Development requirements: the running portal has neither of them to load.
        from portal.ui.management.vendoring.fonts import cut_fonts  # noqa: PLC0415 -- slow import
        from portal.ui.management.vendoring.stylesheet import cut_stylesheet  # noqa: PLC0415 -- slow import

        package, target = options["package"], options["target"]
        found = json.loads((package / "package.json").read_text())["version"]
        if found != VERSION:
            raise CommandError(f"Expected KERN {VERSION}, found {found}. Read its change log, then raise VERSION.")
        own_css = (target / "site.css").read_text()
        css = _NOTICE.format(version=VERSION) + cut_stylesheet((package / "dist" / "kern.css").read_text(), own_css)
        (target / "kern.css").write_text(css + "\n")
        self.stdout.write(f"kern.css: {len(css)} bytes")
        if not options["without_fonts"]:
            (target / "fonts").mkdir(exist_ok=True)
            for file in cut_fonts(package / "dist" / "fonts" / "fira-sans", target / "fonts"):
                self.stdout.write(f"{file.name}: {file.stat().st_size} bytes")
