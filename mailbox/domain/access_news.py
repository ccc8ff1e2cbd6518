"""What the postbox says about access letters. Only the applicant's: everybody who reads it would learn of others'."""

from django.utils import timezone
from django.utils.translation import gettext as _

from mailbox.domain.posting import post_notice
from mailbox.models import Message
from portal.cases.models import AccessLetter
from portal.ui.formats import format_date


def say_letter_printed(letter: AccessLetter) -> Message | None:
    """Tell the applicant that a letter was printed; None for other members, who get an e-mail if they have an account.

    Somebody else's letter may be the first step out of a violent home.
    """
    body = _(
        "Am %(day)s haben wir im Jobcenter einen Zugangsbrief für Sie gedruckt. Mit dem Brief kann man eine neue "
        "E-Mail-Adresse und ein neues Passwort für das Portal wählen. Er gilt bis zum %(until)s und nur einmal.\n\n"
        "Haben Sie keinen Brief bekommen? Dann rufen Sie uns bitte sofort an. Wir sperren den Brief."
    )
    return _say(letter, subject=_("Zugangsbrief gedruckt"), body=body, key="printed")


def say_letter_used(letter: AccessLetter) -> Message | None:
    """Tell the applicant that the letter was used; None for other members."""
    body = _(
        "Der Zugang zum Portal wurde heute mit dem Zugangsbrief vom %(day)s neu eingerichtet. E-Mail-Adresse und "
        "Passwort sind neu.\n\n"
        "Waren Sie das nicht? Dann rufen Sie uns bitte sofort an. Wir sperren den Zugang."
    )
    return _say(letter, subject=_("Zugang neu eingerichtet"), body=body, key="used")


def _say(letter: AccessLetter, *, subject: str, body: str, key: str) -> Message | None:
    if not letter.person.is_applicant:
        return None
    days = {
        "day": format_date(timezone.localdate(letter.printed_at)),
        "until": format_date(timezone.localdate(letter.expires_at)),
    }
    return post_notice(
        case_id=letter.case_id,
        person_id=letter.person_id,
        subject=subject,
        body=body % days,
        key=f"access_letter:{key}:{letter.pk}",
        is_announced=False,
    )
