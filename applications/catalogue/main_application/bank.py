"""Section "Konto": where the money goes (HA 17–19)."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Iban, LongText, Name, Official, YesNo
from applications.catalogue.structure import Section, Step

ACCOUNT = Step(
    "bankkonto",
    _("Wohin sollen wir das Geld überweisen?"),
    (
        YesNo(
            "has_account",
            _("Haben Sie ein Konto?"),
            why=_(
                "Davon hängt ab, wie das Geld zu Ihnen kommt. Ohne Konto kann die Auszahlung etwas kosten. Das gilt nicht, wenn Ihnen keine Bank ein Konto gibt."
            ),
            basis="§ 42 Abs. 3 SGB II",
            official=Official("HA", "17–19"),
        ),
    ),
)

DETAILS = Step(
    "iban",
    _("Ihr Konto"),
    (
        Name(
            "holder",
            _("Wem gehört das Konto?"),
            help=_("Name wie auf der Bankkarte"),
            official=Official("HA", "17"),
            autocomplete="cc-name",
        ),
        Iban(
            "iban",
            _("IBAN"),
            help=_("Steht auf der Bankkarte und auf Kontoauszügen"),
            why=_("Auf dieses Konto überweisen wir."),
            basis="§ 42 Abs. 3 SGB II",
            official=Official("HA", "18"),
        ),
        YesNo(
            "holder_agreed",
            _("Falls das Konto jemand anderem gehört: Sind Sie einverstanden, dass wir dorthin überweisen?"),
            required=False,
        ),
    ),
    when=_("wenn Sie ein Konto haben"),
    applies_when=lambda answers: answers.bank.has_account,
)

WITHOUT = Step(
    "ohne-konto",
    _("Geld ohne Konto"),
    (
        LongText(
            "no_account_reason",
            _("Warum haben Sie kein Konto?"),
            help=_("Sie bekommen trotzdem Geld. Jede Bank muss Ihnen ein Basiskonto geben; wir helfen dabei."),
            official=Official("HA", "19"),
            required=False,
        ),
    ),
    when=_("wenn Sie kein Konto haben"),
    applies_when=lambda answers: answers.bank.has_account is False,
)

BANK = Section("bank", _("Konto für die Auszahlung"), (ACCOUNT, DETAILS, WITHOUT), carried=True)
