"""What is said about offered times in the postbox."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.enums import OfferKind
from appointments.models import Offer
from portal.ui.formats import format_when

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

# In the clear: they name a kind of matter only.
SUBJECTS: "dict[str, StrPromise]" = {
    OfferKind.PROPOSAL: gettext_lazy("Zeiten für Ihren Termin"),
    OfferKind.INVITATION: gettext_lazy("Einladung zu einem Gespräch"),
    OfferKind.EARLIER: gettext_lazy("Ein früherer Termin ist frei"),
}


def offer_message(offer: Offer, starts: Iterable[datetime.datetime]) -> str:
    """What stands in the postbox: the office's words, the times, until when, how to answer."""
    parts = [offer.words] if offer.words else []
    parts.append(_("Sie können eine dieser Zeiten wählen:"))
    parts.append("\n".join(f"– {format_when(moment)}" for moment in sorted(starts)))
    parts.append(_("Wir halten die Zeiten für Sie frei bis %(until)s.") % {"until": format_when(offer.until)})
    parts.append(
        _(
            "So antworten Sie: Öffnen Sie im Portal „Termine“ und wählen Sie eine Zeit. Oder rufen Sie uns an. Passt "
            "keine? Dann sagen Sie uns das bitte dort, und wir suchen andere Zeiten."
        )
    )
    if offer.kind == OfferKind.INVITATION:
        parts.append(_("Das ist eine Einladung. Wenn Sie nicht antworten, folgt daraus nichts von selbst."))
    return "\n\n".join(parts)


def reminder_message(offer: Offer) -> str:
    """The one friendly reminder."""
    return "\n\n".join(
        (
            _("Eine kleine Erinnerung: Wir haben Ihnen Zeiten für ein Gespräch angeboten und noch keine Antwort."),
            _("Sie können noch wählen bis %(until)s, im Portal unter „Termine“.") % {"until": format_when(offer.until)},
            _("Passt keine der Zeiten? Möchten Sie lieber anrufen? Beides ist in Ordnung. Auch das ist eine Antwort."),
        )
    )


def withdrawal_message(offer: Offer, reason: str) -> str:
    """The office cannot keep its offer: what stays as it is, and what comes next."""
    if offer.replaces is not None:
        parts = [
            _("Den früheren Termin, den wir Ihnen angeboten haben, können wir leider nicht mehr anbieten."),
            reason,
            _("Ihr Termin bleibt, wie er ist: %(when)s. Wird wieder etwas früher frei, bieten wir es Ihnen an.")
            % {"when": format_when(offer.replaces.period.lower)},
        ]
    else:
        parts = [_("Die Zeiten, die wir Ihnen angeboten haben, können wir leider nicht mehr anbieten."), reason]
        if offer.wish is not None:
            parts.append(_("Ihr Wunsch bleibt bei uns. Sie müssen nichts tun. Wir suchen andere Zeiten für Sie."))
        else:
            parts.append(_("Sie müssen nichts tun. Wir melden uns bei Ihnen, oder Sie wünschen sich andere Zeiten."))
    return "\n\n".join(filter(None, parts))


def reduction_message(offer: Offer, gone: Iterable[datetime.datetime], left: Iterable[datetime.datetime]) -> str:
    """Some of the times are no more, the others wait as before."""
    return "\n\n".join(
        (
            _("Von den Zeiten, die wir Ihnen angeboten haben, geht das leider nicht mehr:"),
            "\n".join(f"– {format_when(moment)}" for moment in sorted(gone)),
            _("Wählen können Sie noch bis %(until)s, im Portal unter „Termine“:") % {"until": format_when(offer.until)},
            "\n".join(f"– {format_when(moment)}" for moment in sorted(left)),
            _("Passt keine? Dann sagen Sie uns das bitte dort, oder rufen Sie an. Wir suchen andere Zeiten."),
        )
    )
