"""What somebody has typed into the page of a request, and what is said when something is missing in it."""

import datetime
from collections.abc import Iterable
from uuid import UUID, uuid4

from django.http import HttpRequest
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import override

from mailbox.domain.evidence_content import LONGEST_TEXT
from mailbox.domain.evidence_words import REASONS
from mailbox.domain.legal_notice import LANGUAGE
from mailbox.models import EvidenceItem
from mailbox.services.evidence import ItemAnswer


def token_of(request: HttpRequest) -> UUID:
    """That of the page; a new one when it is none."""
    try:
        return UUID(request.POST.get("token", ""))
    except ValueError:
        return uuid4()


def day_of(request: HttpRequest) -> datetime.date | None:
    """Until when somebody needs time; None when they have named no day."""
    try:
        return parse_date(request.POST.get("until", ""))
    except ValueError:
        return None


def reason_of(request: HttpRequest, number: str) -> str:
    """The reason that was chosen at a card and the own words, as the office reads them."""
    with override(LANGUAGE):
        known = {key: str(label) for key, label in REASONS if key != "other"}
    chosen = known.get(request.POST.get(f"reason-{number}", ""), "")
    return "\n".join(filter(None, [chosen, request.POST.get(f"words-{number}", "").strip()]))


def number_of(items: Iterable[EvidenceItem], answers: list[ItemAnswer]) -> int:
    """The number of the card where trouble with these answers is said."""
    return next((item.position for item in items if item.pk == answers[0].item_id), 0)


def gone() -> str:
    """A file is not what the page said it was."""
    return _(
        "Eine Datei wurde gerade in einem anderen Fenster entfernt oder abgeschickt. Bitte sehen Sie noch einmal nach."
    )


def too_long(signs: int) -> str:
    """What to do with a text of so many signs."""
    return _(
        "Ihr Text hat %(signs)s Zeichen. Absenden können Sie höchstens %(longest)s. Er steht noch hier und ist nicht "
        "abgeschickt. Kürzen Sie ihn, oder schicken Sie ihn als Datei."
    ) % {"signs": signs, "longest": LONGEST_TEXT}


def missing(pressed: str) -> str:
    """What the button needs."""
    if pressed == "not_available":
        return _("Bitte sagen Sie kurz, warum Sie es nicht haben. Ein Satz genügt.")
    return _("Bitte wählen Sie zuerst eine Datei aus, oder sagen Sie uns, dass Sie es nicht haben.")
