"""Tell the person that money or post is to go somewhere else, when nobody has confirmed that it was her who said so."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.claim.changes import Change, changes_since
from applications.models import Application
from applications.selectors.application import claim_of
from applications.selectors.told import told_before
from mailbox.services import post_notice
from portal.ui.formats import format_date


def tell_of_change(application: Application) -> None:
    """Put a notice into the postbox, with an e-mail without contents to the account's address. Once, however often.

    Nothing for a change that was confirmed, and nothing when account and address stay.
    """
    claim = claim_of(application)
    if claim is None or application.submission.stepped_up:
        return
    changes = changes_since(told_before(application.case_id, before=application.received_at), claim)
    if not changes:
        return
    with override("de"):
        post_notice(
            case_id=application.case_id,
            person_id=application.person_id,
            subject=_("Bitte prüfen: Änderung Ihrer Daten"),
            body=_words(application, changes),
            key=f"applications.change:{application.pk}",
        )


def _words(application: Application, changes: tuple[Change, ...]) -> str:
    what = {
        (Change.BANK,): _("eine neue Bankverbindung"),
        (Change.ADDRESS,): _("eine neue Adresse"),
        (Change.BANK, Change.ADDRESS): _("eine neue Bankverbindung und eine neue Adresse"),
    }[changes]
    return _(
        "Am %(day)s haben wir %(what)s für Sie bekommen (Vorgangsnummer %(reference)s).\n\n"
        "Waren Sie das? Dann müssen Sie nichts tun. Vielleicht rufen wir Sie an und fragen noch einmal nach. So kann "
        "niemand Ihr Geld oder Ihre Post umleiten.\n\n"
        "Waren Sie das nicht? Dann rufen Sie uns bitte sofort an. Wählen Sie auch ein neues Passwort für das Portal."
    ) % {
        "day": format_date(application.received_at),
        "what": what,
        "reference": application.submission.reference,
    }
