"""What was sent, agreed to and chosen, and how long that is kept. No record of an e-mail holds contents."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.audit.models.personal_data import Exported, ExportPart, Record, RetentionRule
from portal.cases.models.retention import kept_with_case
from portal.notices.domain.consent_texts import text_of
from portal.notices.domain.device_data import DEVICES, DEVICES_KEPT
from portal.notices.models import Consent, Dispatch, NoticeSettings
from portal.ui.formats import format_clock, format_moment

SENT_FIELDS = ("channel", "template", "status", "created_at", "due_at", "sent_at", "returned_at", "reply", "error")
CONSENT_FIELDS = ("kind", "text_version", "given_at", "revoked_at")
SETTINGS_FIELDS = ("is_discreet", "quiet_from", "quiet_until", "bounced_at", "address_confirmed_at", "asked_at")


def export_notices(user_id: UUID) -> Exported:
    """Which notices went to the account and when, what it has agreed to, how it wants to be told. Three queries."""
    sent = list(Dispatch.objects.filter(user_id=user_id).order_by("created_at"))
    consents = list(Consent.objects.filter(user_id=user_id).order_by("given_at"))
    settings = NoticeSettings.objects.filter(user_id=user_id).first()
    records = [
        Record(title=_("Gesendet"), lines=tuple(map(_sent_line, sent))) if sent else None,
        Record(title=_("Einwilligungen"), lines=tuple(map(_consent_line, consents))) if consents else None,
        Record(title=_("Einstellungen"), facts=tuple(_chosen(settings))) if settings else None,
    ]
    found = tuple(record for record in records if record is not None)
    data = {
        "sent": [{field: getattr(each, field) for field in SENT_FIELDS} for each in sent],
        "consents": [{field: getattr(each, field) for field in CONSENT_FIELDS} for each in consents],
        "settings": {field: getattr(settings, field) for field in SETTINGS_FIELDS} if settings else None,
    }
    return Exported(records=found, data=data if found else None)


def _sent_line(dispatch: Dispatch) -> str:
    return _("%(moment)s: „%(subject)s“ (%(state)s)") % {
        "moment": format_moment(dispatch.sent_at or dispatch.created_at),
        "subject": dispatch.get_template_display(),
        "state": _("kam zurück") if dispatch.returned_at else dispatch.get_status_display(),
    }


def _consent_line(consent: Consent) -> str:
    text = text_of(consent.kind, consent.text_version)
    values = {
        "title": consent.get_kind_display(),
        "given": format_moment(consent.given_at),
        "revoked": format_moment(consent.revoked_at) if consent.revoked_at else "",
        "words": text.yes if text else consent.text_version,
    }
    if consent.revoked_at:
        return _("%(title)s: eingewilligt am %(given)s, widerrufen am %(revoked)s. Der Text: „%(words)s“") % values
    return _("%(title)s: eingewilligt am %(given)s. Der Text: „%(words)s“") % values


def _chosen(settings: NoticeSettings) -> Iterator[tuple[str, str]]:
    yield _("Keine Benachrichtigungen"), _("ja") if settings.is_discreet else _("nein")
    if settings.quiet_from and settings.quiet_until:
        yield _("Ruhezeit"), f"{format_clock(settings.quiet_from)} – {format_clock(settings.quiet_until)}"
    for label, moment in (
        (_("E-Mails kommen zurück seit"), settings.bounced_at),
        (_("Adresse danach bestätigt am"), settings.address_confirmed_at),
        (_("Nach E-Mails gefragt, Antwort nein"), settings.asked_at),
    ):
        if moment:
            yield label, format_moment(moment)


PARTS = (
    ExportPart(
        key="notices",
        title=gettext_lazy("Benachrichtigungen an Sie und Ihre Einwilligungen"),
        models=(Dispatch, Consent, NoticeSettings),
        collect=export_notices,
    ),
    DEVICES,
)
RULES = (
    kept_with_case(
        "notices", gettext_lazy("Der Nachweis, dass und wann wir Ihnen eine E-Mail geschickt haben"), Dispatch
    ),
    RetentionRule(
        key="consents",
        what=gettext_lazy("Worin Sie eingewilligt haben, und wie Sie benachrichtigt werden möchten"),
        kept=gettext_lazy("so lange, wie Sie ein Konto haben"),
        why=gettext_lazy("Wir müssen nachweisen können, dass und wann Sie eingewilligt haben."),
        basis=gettext_lazy("Artikel 7 Absatz 1 DSGVO, § 37 Absatz 2a SGB X"),
        models=(Consent, NoticeSettings),
        ends_with_account=True,
    ),
    DEVICES_KEPT,
)
