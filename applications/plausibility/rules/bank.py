"""Bank account and new address (BANK). A doubtful account never stops the application, only a payment to it."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.changes import Change, changes_since
from applications.claim.household import presumed_unit
from applications.claim.model import Claim
from applications.enums import AssetKind, PersonRole, Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import same_name

_GERMANY = "DE"


def _compact(typed: str | None) -> str:
    """An IBAN without blanks, in upper case."""
    return "".join((typed or "").split()).upper()


def _iban_problem(typed: str) -> str | None:
    """Name of the test an IBAN fails (country, length, structure, check digits), or None for a good one."""
    import schwifty  # noqa: PLC0415 -- slow import: brings 9 MB of bank data
    from schwifty.exceptions import SchwiftyException  # noqa: PLC0415 -- as above

    try:
        schwifty.IBAN(_compact(typed))
    except SchwiftyException as problem:
        return type(problem).__name__
    return None


def _has_known_bank(typed: str) -> bool:
    """Whether the bank code of a valid IBAN is in schwifty's registry; True for a country that has no list there."""
    import schwifty  # noqa: PLC0415 -- slow import: brings 9 MB of bank data

    iban = schwifty.IBAN(_compact(typed))
    return iban.country_code != _GERMANY or iban.bank is not None


@rule("BANK-01", Severity.ERROR, "§ 42 SGB II", _("IBAN prüfen"), before_sending=True, any_form=True)
def iban_invalid(claim: Claim, _context: Context) -> Iterator[Hit]:
    """The IBAN cannot exist."""
    problem = _iban_problem(claim.bank.iban) if claim.bank.iban else None
    if problem is None:
        return
    yield Hit(
        Text(
            gettext_noop("Die IBAN ist ungültig (%(problem)s). Darauf kann nichts gezahlt werden."),
            {"problem": problem},
        ),
        Text(gettext_noop("Bitte prüfen Sie Ihre IBAN. Sie können trotzdem weitermachen.")),
        claim.applicant.id,
        ("bank.iban",),
    )


@rule("BANK-02", Severity.WARNING, "§ 42 SGB II", _("Bank nicht gefunden"), any_form=True)
def bank_unknown(claim: Claim, _context: Context) -> Iterator[Hit]:
    """A German IBAN with a bank code that is not in the register, which may be older than the bank."""
    typed = claim.bank.iban
    if not typed or _iban_problem(typed) is not None or _has_known_bank(typed):
        return
    yield Hit(
        Text(gettext_noop("Die Bankleitzahl steht nicht im Verzeichnis (es kann älter sein als die Bank).")),
        Text(gettext_noop("Wir finden Ihre Bank nicht. Wurde die Bank geschlossen oder zusammengelegt?")),
        claim.applicant.id,
        ("bank.iban",),
    )


@rule("BANK-04", Severity.WARNING, "§§ 38, 42 SGB II", _("Konto einer anderen Person"), before_sending=True)
def other_holder(claim: Claim, context: Context) -> Iterator[Hit]:
    """The holder of the account is nobody of the household's adults and not the representative."""
    holder = claim.bank.holder
    adults = [
        person.display_name
        for person in presumed_unit(claim, context.application_date(claim))
        if person.role != PersonRole.CHILD
    ]
    names = [*adults, claim.representative.name if claim.representative else None]
    known = [name for name in names if name]
    if not holder or not any(adults) or any(same_name(holder, name) for name in known):
        return
    yield Hit(
        Text(
            gettext_noop("Kontoinhaber ist „%(holder)s“, nicht im Haushalt. Liegt eine Zustimmung vor?"),
            {"holder": holder},
        ),
        Text(
            gettext_noop("Das Konto gehört %(holder)s. Sind Sie einverstanden, dass Ihr Geld auf dieses Konto geht?"),
            {"holder": holder},
        ),
        claim.applicant.id,
        ("bank.holder",),
    )


@rule("BANK-06", Severity.BLOCKER, "§ 42 SGB II, § 60 SGB I", _("Geänderte Daten nicht bestätigt"), any_form=True)
def change_not_confirmed(claim: Claim, context: Context) -> Iterator[Hit]:
    """Another account or address than before, sent by somebody who has not confirmed who they are.

    Telling a change is a duty (§ 60 SGB I), so it is received like any other; only payment and post wait.
    """
    changes = () if context.is_confirmed else changes_since(context.earlier, claim)
    if Change.BANK in changes:
        yield Hit(
            Text(
                gettext_noop(
                    "Neues Konto, beim Absenden nicht bestätigt. Vor der ersten Zahlung dorthin bei der Person "
                    "nachfragen, mit einer Telefonnummer oder Adresse, die schon vorher bekannt war. Die Änderung "
                    "selbst ist eingegangen."
                )
            ),
            Text(
                gettext_noop(
                    "Sie haben ein neues Konto angegeben. Damit niemand Ihr Geld umleiten kann, fragen wir vor der "
                    "ersten Zahlung dorthin noch einmal nach."
                )
            ),
            claim.applicant.id,
            ("bank.iban",),
        )
    if Change.ADDRESS in changes:
        yield Hit(
            Text(
                gettext_noop(
                    "Neue Adresse, beim Absenden nicht bestätigt. Vor dem nächsten Brief bei der Person nachfragen. "
                    "Die Änderung selbst ist eingegangen."
                )
            ),
            Text(
                gettext_noop(
                    "Sie haben eine neue Adresse angegeben. Damit kein Fremder Ihre Post bekommt, fragen wir noch "
                    "einmal nach."
                )
            ),
            claim.applicant.id,
            ("housing.street", "housing.postcode"),
            Severity.WARNING,
        )


@rule("BANK-07", Severity.INFO, "§ 42 SGB II, § 31 ZKG", _("Kein Konto"), any_form=True)
def no_account(claim: Claim, _context: Context) -> Iterator[Hit]:
    """The applicant has no account: other ways of payment, and the right to a basic account."""
    if claim.bank.no_account is not True:
        return
    yield Hit(
        Text(gettext_noop("Kein Konto: andere Zahlung vereinbaren, zum Basiskonto beraten.")),
        Text(gettext_noop("Sie haben das Recht auf ein Basiskonto. Bis dahin zahlen wir auf anderem Weg.")),
        claim.applicant.id,
        ("bank.no_account",),
    )


@rule("BANK-08", Severity.WARNING, "§ 12 SGB II, § 60 SGB I", _("Konto fehlt beim Vermögen"), before_sending=True)
def account_not_listed(claim: Claim, _context: Context) -> Iterator[Hit]:
    """The account for the payment is not among the listed accounts; needs at least one listed account with an IBAN."""
    paid_to = _compact(claim.bank.iban)
    listed = {_compact(item.iban) for item in claim.assets.items if item.kind == AssetKind.BANK_ACCOUNT and item.iban}
    if not paid_to or not listed or paid_to in listed:
        return
    yield Hit(
        Text(gettext_noop("Das Konto für die Auszahlung steht nicht in der Liste der Konten.")),
        Text(gettext_noop("Das Konto für die Auszahlung fehlt bei Ihren Konten. Möchten Sie es dort ergänzen?")),
        claim.applicant.id,
        ("bank.iban", "assets.items"),
    )
