"""What the person reads when staff have answered a request for consent. People decide; this only says it in words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from applications.catalogue.structure import Consent
from applications.enums import Verdict
from applications.models import RequestAnswer
from applications.selectors.application import claim_of
from portal.ui.formats import format_date


def answer_words(answer: RequestAnswer, consent: Consent) -> tuple[str, ...]:
    """The answer in paragraphs, for postbox and status page."""
    return tuple(_paragraphs(answer, consent))


def _paragraphs(answer: RequestAnswer, consent: Consent) -> Iterator[str]:
    if answer.verdict == Verdict.ASKED:
        yield _("Wir haben eine Frage: %(text)s") % {"text": answer.text}
        yield _("Bitte rufen Sie uns an oder schreiben Sie uns.")
        yield str(consent.waiting)
    elif answer.verdict == Verdict.REFUSED:
        yield str(consent.refused)
        yield _("Der Grund: %(text)s") % {"text": answer.text}
        yield _(
            "Sie sind nicht einverstanden? Sprechen Sie mit uns. Sie können auch eine schriftliche Entscheidung "
            "verlangen (§ 33 SGB X). Dagegen können Sie Widerspruch einlegen."
        )
    else:
        yield str(consent.agreed)
        yield from _period(answer)
        if answer.text:
            yield answer.text
        yield _("Ändert sich etwas? Sagen Sie es uns bitte sofort.")


def _period(answer: RequestAnswer) -> Iterator[str]:
    """The days that were asked for; both or nothing."""
    claim = claim_of(answer.application)
    asked = claim.absence if claim else None
    if asked and asked.leaves_on and asked.returns_on:
        yield _("Das gilt vom %(first)s bis zum %(last)s.") % {
            "first": format_date(asked.leaves_on),
            "last": format_date(asked.returns_on),
        }
