"""Why a decision comes by post, in words for the person."""

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from mailbox.enums import ByPost, Delivery
from mailbox.models import Decision

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

WHY: Final[dict[str, "StrPromise"]] = {
    ByPost.NO_CONSENT: _(
        "Sie haben nicht zugestimmt, dass wir Ihnen Bescheide elektronisch zustellen. Das müssen Sie auch nicht."
    ),
    ByPost.NO_ACCOUNT: _("Elektronisch zustellen dürfen wir nur in ein Konto mit einer bestätigten E-Mail-Adresse."),
    ByPost.DISCREET: _(
        "Sie möchten keine Benachrichtigungen. Ohne Benachrichtigung dürfen wir nicht elektronisch zustellen."
    ),
    ByPost.BOUNCED: _("Unsere E-Mail an Sie kam zurück. Bitte prüfen Sie Ihre E-Mail-Adresse im Konto."),
    ByPost.OFFICE: _("Dieses Schreiben schicken wir immer mit der Post."),
}
TO_OTHERS: Final = _("Es ist an Ihre Vertretung gerichtet. Sie bekommt es mit der Post.")


def post_in_words(decision: Decision, *, is_to_others: bool) -> str:
    """One or two sentences; "" for what is in the portal. Of a representative nobody learns why."""
    if decision.delivery != Delivery.POST:
        return ""
    if is_to_others:
        return str(TO_OTHERS)
    return str(WHY.get(decision.by_post, ""))
