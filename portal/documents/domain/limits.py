"""How much a person may upload: one place for the check, the texts and the settings of Django."""

from typing import Final

from django.utils.translation import gettext as _

MEGABYTE: Final = 1024 * 1024
FILE: Final = 25 * MEGABYTE  # of one file; the scanner takes a little more (ops/clamd)
FILES: Final = 100  # that wait to be sent together
TOGETHER: Final = 500 * MEGABYTE  # of those that wait to be sent together
A_DAY: Final = 1000 * MEGABYTE  # of one case in 24 hours, sent and removed ones included
ACCEPT: Final = (
    ".pdf,.jpg,.jpeg,.png,.heic,.heif,.tif,.tiff,application/pdf,image/jpeg,image/png,image/heic,image/heif,image/tiff"
)


def in_words() -> str:
    """What may be uploaded, to be said before somebody chooses a file."""
    return _(
        "Erlaubt sind Fotos (JPG, PNG, HEIC), Scans (TIFF) und PDF. Jede Datei bis %(file)s MB, zusammen bis %(files)s "
        "Dateien und %(together)s MB. Sie können die Unterlagen mit dem Handy fotografieren."
    ) % {"file": FILE // MEGABYTE, "files": FILES, "together": TOGETHER // MEGABYTE}
