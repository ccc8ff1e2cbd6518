"""What an invitation says when a house has no text of its own."""

from typing import Final

from django.utils import timezone

from mailbox.enums import TextPurpose
from mailbox.models import TextTemplate, TextVersion

LANGUAGE: Final = "de"
KEY: Final = "invitation"
FIRST_TEXT: Final = """\
Guten Tag,

wir möchten gern mit Ihnen sprechen. In dem Gespräch geht es darum, was Sie brauchen und was als Nächstes kommt. Sie \
können alles fragen.

Bitte suchen Sie sich eine der Zeiten aus. Sie können jemanden mitbringen, dem Sie vertrauen. Brauchen Sie jemanden, \
der übersetzt? Dann sagen Sie es uns bei der Antwort. Das kostet Sie nichts.

Passt keine der Zeiten, sagen Sie uns das einfach, hier oder am Telefon ({telefon}).

{bearbeitung}
{jobcenter}"""


def first_invitation() -> TextVersion:
    """Return the general text that the portal comes with; made once, whoever asks at the same moment."""
    template, _created = TextTemplate.objects.get_or_create(
        jobcenter=None,
        key=KEY,
        defaults={"purpose": TextPurpose.INVITATION, "title": str(TextPurpose.INVITATION.label)},
    )
    version, _created = TextVersion.objects.get_or_create(
        template=template,
        language=LANGUAGE,
        number=1,
        defaults={"body": FIRST_TEXT, "published_at": timezone.now()},
    )
    return version
