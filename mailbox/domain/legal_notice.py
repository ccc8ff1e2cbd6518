"""The notice that must go before any consequence (§ 66 (3) SGB I): which text holds now, and the first one of all."""

from typing import Final

from django.utils import timezone

from mailbox.enums import TextPurpose
from mailbox.models import TextTemplate, TextVersion
from mailbox.selectors.texts import text_in_force
from portal.cases.models import Case

LANGUAGE: Final = "de"  # the official language (§ 19 SGB X)
KEY: Final = "legal-notice"
FIRST_TEXT: Final = """\
Ihre Mithilfe: Damit wir Ihren Anspruch prüfen können, brauchen wir diese Unterlagen (§ 60 Absatz 1 SGB I).

Was passiert, wenn bis zur Frist nichts kommt: Können wir deshalb nicht prüfen, ob und wie viel Ihnen zusteht, dann \
dürfen wir Ihr Grundsicherungsgeld ganz oder teilweise ablehnen oder nicht weiter zahlen, bis Sie das nachholen \
(§ 66 Absatz 1 SGB I). Das gilt für den Regelbedarf, für Mehrbedarfe und für Miete und Heizung. Nichts davon geschieht \
von selbst: Ein Mensch entscheidet, und Sie bekommen einen Bescheid. Dies ist der schriftliche Hinweis nach § 66 \
Absatz 3 SGB I.

Sie können alles nachholen, auch nach der Frist. Dann können wir für die Zeit davor ganz oder teilweise nachzahlen \
(§ 67 SGB I).

Sie müssen nichts schicken, was Sie nicht haben, was Ihnen nicht zuzumuten ist oder was wir uns leichter selbst \
besorgen können (§ 65 Absatz 1 SGB I). Bitte sagen Sie uns das. Auch das ist eine Antwort."""


def notice_for(case: Case) -> TextVersion:
    """Return the newest published notice: that of the case's jobcenter before the general one; made when none is there.

    Two queries, more when the first one of all has to be made.
    """
    return text_in_force(case.jobcenter_id, TextPurpose.LEGAL_NOTICE, LANGUAGE) or first_notice()


def first_notice() -> TextVersion:
    """Return the general text that the portal comes with; made once, whoever asks at the same moment."""
    template, _created = TextTemplate.objects.get_or_create(
        jobcenter=None,
        key=KEY,
        defaults={"purpose": TextPurpose.LEGAL_NOTICE, "title": str(TextPurpose.LEGAL_NOTICE.label)},
    )
    version, _created = TextVersion.objects.get_or_create(
        template=template,
        language=LANGUAGE,
        number=1,
        defaults={"body": FIRST_TEXT, "published_at": timezone.now()},
    )
    return version
