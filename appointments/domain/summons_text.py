"""The notice of what the law says when somebody does not come: which text holds now, and the first one of all."""

import datetime
from typing import Final

from django.utils import timezone

from mailbox.enums import TextPurpose
from mailbox.models import TextTemplate, TextVersion
from mailbox.selectors import text_in_force
from portal.cases.models import Case
from portal.law.parameter import figure, whole

LANGUAGE: Final = "de"  # the official language (§ 19 SGB X)
KEY: Final = "summons-notice"
FIRST_TEXT: Final = """\
Bitte kommen Sie zu diesem Termin. Sie sind dazu verpflichtet, solange Sie Grundsicherungsgeld beantragt haben oder \
bekommen (§ 59 SGB II und § 309 SGB III).

Sie können nicht kommen? Bitte sagen Sie uns das so früh wie möglich und nennen Sie den Grund: hier im Portal, am \
Telefon oder per Brief. Schicken Sie einen Nachweis mit, wenn Sie einen haben, zum Beispiel eine Bescheinigung der \
Ärztin oder des Arztes. Wir vereinbaren dann eine andere Zeit. Wenn Sie einen wichtigen Grund darlegen und nachweisen, \
hat das Fehlen keine Folgen.

Sie haben die Uhrzeit verpasst? Kommen Sie noch am selben Tag. Das reicht, wenn wir das Gespräch dann führen können \
(§ 309 Absatz 3 Satz 2 SGB III).

Was passiert, wenn Sie ohne wichtigen Grund nicht kommen: Beim ersten Mal wird Ihr Geld nicht gemindert. Kommen Sie \
wiederholt nicht, mindert sich das Grundsicherungsgeld jeweils um %(percent)s Prozent des Regelbedarfs. Das dauert \
%(months)s (§ 32 SGB II). Für Miete und Heizung darf dadurch nicht weniger gezahlt werden (§ 31a Absatz 4 SGB II). \
Kommen Sie zu %(in_a_row)s Terminen nacheinander nicht, zu denen wir Sie so aufgefordert haben, gelten Sie als nicht \
erreichbar. Ihr Anspruch kann dann ganz entfallen. Das können Sie abwenden: Melden Sie sich persönlich im Jobcenter \
(§ 7b Absatz 4 SGB II).

Nichts davon geschieht von selbst. Vorher fragen wir Sie nach dem Grund (§ 24 SGB X). Auf Ihren Wunsch hören wir Sie \
persönlich an (§ 31a Absatz 2 SGB II). Wäre die Minderung eine außergewöhnliche Härte, gibt es sie nicht (§ 31a \
Absatz 3 SGB II). Ein Mensch entscheidet, und Sie bekommen einen Bescheid, gegen den Sie Widerspruch einlegen können.

Sie müssen nicht allein kommen: Sie können jemanden mitbringen (§ 13 Absatz 4 SGB X). Auf Antrag können wir die \
notwendigen Fahrkosten übernehmen, auch für eine Person, die Sie begleiten muss (§ 309 Absatz 4 SGB III)."""
_NUMBERS: Final = {2: "zwei", 3: "drei", 4: "vier"}


def summons_notice(case: Case) -> TextVersion:
    """Return the notice that holds now: the jobcenter's own before the general one; made when none is there."""
    return text_in_force(case.jobcenter_id, TextPurpose.SUMMONS, LANGUAGE) or first_summons_notice()


def first_summons_notice() -> TextVersion:
    """Return the general text that the portal comes with; made once, whoever asks at the same moment."""
    template, _created = TextTemplate.objects.get_or_create(
        jobcenter=None, key=KEY, defaults={"purpose": TextPurpose.SUMMONS, "title": str(TextPurpose.SUMMONS.label)}
    )
    version, _created = TextVersion.objects.get_or_create(
        template=template,
        language=LANGUAGE,
        number=1,
        defaults={"body": first_text(timezone.localdate()), "published_at": timezone.now()},
    )
    return version


def first_text(on: datetime.date) -> str:
    """The first text with the figures of the law of a day. Raises UnknownParameter for days before they begin."""
    months = whole("sanction.missed_appointment.months", on)
    in_a_row = whole("sanction.unreachable.missed_in_a_row", on)
    return FIRST_TEXT % {
        "percent": int(figure("sanction.missed_appointment.rate", on) * 100),
        "months": "einen Monat" if months == 1 else f"{months} Monate",
        "in_a_row": _NUMBERS.get(in_a_row, str(in_a_row)),
    }
