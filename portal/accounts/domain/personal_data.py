"""What an account holds of a person, how it is handed out and how long it is kept. No secrets: kinds and times only."""

from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialToken
from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.accounts.models import OrganisationMembership, Session, StaffMembership, User
from portal.audit.models.personal_data import Exported, ExportPart, Record, RetentionRule
from portal.ui.formats import format_date, format_moment

FACTORS = {
    Authenticator.Type.TOTP: gettext_lazy("App mit Einmal-Code"),
    Authenticator.Type.WEBAUTHN: gettext_lazy("Passkey"),
    Authenticator.Type.RECOVERY_CODES: gettext_lazy("Notfall-Codes"),
}


def export_account(user_id: UUID) -> Exported:
    """Address, dates, ways to sign in, devices, work for a jobcenter. Seven queries."""
    user = User.objects.get(pk=user_id)
    addresses = list(EmailAddress.objects.filter(user=user).order_by("-primary", "email"))
    ways = list(Authenticator.objects.filter(user=user).order_by("created_at"))
    linked = list(SocialAccount.objects.filter(user=user).order_by("date_joined"))
    devices = list(UserSession.objects.filter(user=user).order_by("-last_seen_at"))
    memberships = list(StaffMembership.objects.filter(user=user).select_related("jobcenter").order_by("valid_from"))
    helping = list(user.organisation_memberships.select_related("organisation").order_by("valid_from"))
    work = [(each.jobcenter.name, each) for each in memberships] + [(each.organisation.name, each) for each in helping]
    records = (_basics(user, addresses), _ways_in(user, ways, linked), _devices(devices), _work(work))
    return Exported(
        records=tuple(record for record in records if record is not None),
        data={
            "email": user.email,
            "created_at": user.date_joined,
            "last_sign_in_at": user.last_login,
            "has_password": user.has_usable_password(),
            "email_addresses": [{"email": each.email, "verified": each.verified} for each in addresses],
            "factors": [{"kind": w.type, "created_at": w.created_at, "last_used_at": w.last_used_at} for w in ways],
            "linked_accounts": [
                {"provider": each.provider, "linked_at": each.date_joined, "last_used_at": each.last_login}
                for each in linked
            ],
            "devices": [
                {"browser": d.user_agent, "first_seen_at": d.created_at, "last_seen_at": d.last_seen_at}
                for d in devices
            ],
            "staff_memberships": [_membership(each.jobcenter.name, each) for each in memberships],
            "organisation_memberships": [_membership(each.organisation.name, each) for each in helping],
        },
    )


def _membership(body: str, held: Any) -> dict[str, Any]:
    return {
        "body": body,
        "role": held.role,
        "display_name": held.display_name,
        "valid_from": held.valid_from,
        "valid_to": held.valid_to,
    }


def _basics(user: User, addresses: list[Any]) -> Record:
    facts = [
        (_("E-Mail-Adresse"), user.email or _("keine angegeben")),
        (_("Angelegt am"), format_moment(user.date_joined)),
    ]
    facts += [
        (_("Adresse, noch nicht bestätigt"), each.email)
        for each in addresses
        if not each.verified and each.email != user.email
    ]
    if user.last_login:
        facts.append((_("Zuletzt angemeldet"), format_moment(user.last_login)))
    return Record(title=_("Adresse und Zeiten"), facts=tuple(facts))


def _ways_in(user: User, ways: list[Any], linked: list[Any]) -> Record:
    lines = (
        [_("Passwort. Wir kennen es nicht: Gespeichert ist nur eine Prüfzahl.")] if user.has_usable_password() else []
    )
    lines.append(_("Code an Ihre E-Mail-Adresse"))
    lines += [
        _("%(way)s, eingerichtet am %(date)s")
        % {"way": FACTORS.get(each.type, each.type), "date": format_date(each.created_at)}
        for each in ways
    ]
    lines += [
        _("Anmeldung über %(service)s, verbunden am %(date)s")
        % {"service": each.provider, "date": format_date(each.date_joined)}
        for each in linked
    ]
    return Record(title=_("Wie Sie sich anmelden können"), lines=tuple(lines))


def _devices(devices: list[Any]) -> Record | None:
    if not devices:
        return None
    lines = [
        _("%(browser)s, zuletzt %(moment)s")
        % {
            "browser": each.user_agent or _("unbekanntes Gerät"),
            "moment": format_moment(each.last_seen_at),
        }
        for each in devices
    ]
    return Record(title=_("Geräte, auf denen Sie angemeldet sind"), lines=tuple(lines))


def _work(held: list[tuple[str, Any]]) -> Record | None:
    if not held:
        return None
    lines = [
        _("%(body)s: %(role)s, Name für andere: %(name)s, seit %(date)s")
        % {
            "body": body,
            "role": each.get_role_display(),
            "name": each.display_name,
            "date": format_date(each.valid_from),
        }
        for body, each in held
    ]
    return Record(title=_("Ihre Arbeit für ein Jobcenter oder eine Organisation"), lines=tuple(lines))


PARTS = (
    ExportPart(
        key="account",
        title=gettext_lazy("Ihr Konto"),
        models=(User, EmailAddress, Authenticator, SocialAccount, UserSession, StaffMembership, OrganisationMembership),
        collect=export_account,
    ),
)
RULES = (
    RetentionRule(
        key="account",
        what=gettext_lazy("Ihr Konto: E-Mail-Adresse, Passwort und andere Arten, sich anzumelden, Ihre Geräte"),
        kept=gettext_lazy("bis Sie das Konto schließen"),
        why=gettext_lazy("Damit nur Sie sich anmelden können."),
        basis=gettext_lazy("Artikel 6 Absatz 1 Buchstabe e und Artikel 17 DSGVO"),
        models=(User, EmailAddress, Authenticator, SocialAccount, SocialToken, UserSession, OrganisationMembership),
        ends_with_account=True,
    ),
    RetentionRule(
        key="session",
        what=gettext_lazy("Dass Sie gerade angemeldet sind"),
        kept=gettext_lazy("bis 12 Stunden nach dem Ende der Sitzung"),
        why=gettext_lazy("Damit nicht verloren geht, was Sie auf einer Seite getippt haben, die zu lange offen war."),
        basis=gettext_lazy("Artikel 6 Absatz 1 Buchstabe e DSGVO"),
        models=(Session,),
        ends_with_account=True,
    ),
    RetentionRule(
        key="staff",
        what=gettext_lazy("Wer wann für ein Jobcenter gearbeitet hat"),
        kept=gettext_lazy("so lange wie die Akten, an denen die Person gearbeitet hat"),
        why=gettext_lazy("Akten und Protokoll nennen, wer gehandelt hat."),
        basis=gettext_lazy("Artikel 5 Absatz 2 DSGVO"),
        models=(StaffMembership,),
        is_told=False,
    ),
)
