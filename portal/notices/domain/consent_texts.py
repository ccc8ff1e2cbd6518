"""What a person agrees to, word by word. A text that somebody has agreed to is never changed: it gets a successor.

The row of a consent names kind and version, so that one can show years later which words were on the page.
"""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from msgspec import Struct

from portal.notices.enums import ConsentKind

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class ConsentText(Struct, frozen=True, kw_only=True):
    """``yes`` is what one says; ``meaning`` what it leads to; ``way_back`` how it ends."""

    kind: ConsentKind
    version: str
    title: "StrPromise"
    yes: "StrPromise"
    meaning: "tuple[StrPromise, ...]"
    way_back: "StrPromise"


ANY_TIME = _("Sie können das jederzeit hier wieder abschalten. Das gilt dann ab sofort.")

# The last one of a kind is shown.
TEXTS = (
    ConsentText(
        kind=ConsentKind.EMAIL,
        version="2026-11",
        title=_("Hinweise per E-Mail"),
        yes=_("Ja, schicken Sie mir eine E-Mail, wenn es etwas Neues gibt."),
        meaning=(
            _("In der E-Mail steht nur, dass im Portal etwas Neues liegt. Nicht was, und kein Name."),
            _("Sie bekommen höchstens eine E-Mail in der Stunde."),
        ),
        way_back=ANY_TIME,
    ),
    ConsentText(
        kind=ConsentKind.PUSH,
        version="2026-11",
        title=_("Hinweise auf diesem Gerät"),
        yes=_("Ja, zeigen Sie mir auf meinen Geräten an, wenn es etwas Neues gibt."),
        meaning=(
            _("Auf dem Gerät steht nur, dass im Portal etwas Neues liegt. Nicht was, und kein Name."),
            _(
                "Den Hinweis stellt der Hersteller Ihres Browsers zu, zum Beispiel Google, Mozilla, Apple oder "
                "Microsoft. Er kann außerhalb der Europäischen Union sitzen. Er erfährt, dass Sie einen Hinweis von "
                "uns bekommen, aber nicht, was darin steht."
            ),
            _("Benutzen andere Ihr Gerät? Dann können auch sie den Hinweis sehen."),
        ),
        way_back=ANY_TIME,
    ),
    ConsentText(
        kind=ConsentKind.SMS,
        version="2026-11",
        title=_("Hinweise per SMS"),
        yes=_("Ja, schicken Sie mir eine SMS, wenn es etwas Neues gibt."),
        meaning=(
            _("In der SMS steht nur, dass im Portal etwas Neues liegt. Nicht was, und kein Name."),
            _("Sie bekommen höchstens eine SMS in der Stunde. Sie kostet Sie nichts."),
        ),
        way_back=ANY_TIME,
    ),
    ConsentText(
        kind=ConsentKind.ELECTRONIC_DECISIONS,
        version="2026-11",
        title=_("Bescheide elektronisch statt mit der Post"),
        yes=_("Ja, ich möchte Bescheide hier im Portal bekommen und nicht mit der Post."),
        meaning=(
            _("Liegt ein Bescheid im Portal, bekommen Sie sofort eine E-Mail, auch nachts. Darin steht kein Inhalt."),
            _(
                "Der Bescheid gilt am 4. Tag nach dieser E-Mail als bekannt gegeben, auch wenn Sie ihn noch nicht "
                "geöffnet haben (§ 37 Absatz 2a SGB X). Ab dann läuft meistens ein Monat für einen Widerspruch."
            ),
            _("Sehen Sie deshalb oft in Ihre E-Mails. Im Portal steht bei jedem Bescheid, bis wann Sie Zeit haben."),
            _("Kommt unsere E-Mail nicht an? Dann schicken wir den Bescheid mit der Post."),
            _("Ohne diese Einwilligung kommen Bescheide mit der Post. Sie können trotzdem alles online einreichen."),
        ),
        way_back=_(
            "Sie können das jederzeit hier wieder abschalten. Dann kommen neue Bescheide mit der Post. Für Bescheide, "
            "die schon im Portal liegen, ändert sich nichts."
        ),
    ),
)
CURRENT = {text.kind: text for text in TEXTS}


def text_of(kind: str, version: str) -> ConsentText | None:
    """Return the words somebody has agreed to, None for what this portal never asked."""
    return next((text for text in TEXTS if (text.kind, text.version) == (kind, version)), None)
