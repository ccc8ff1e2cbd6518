"""Section "Konto" -> BankAccount."""

from applications.claim.answers import Answers
from applications.claim.model import BankAccount


def build_bank(answers: Answers) -> BankAccount:
    """Where the money goes."""
    bank = answers.bank
    return BankAccount(
        holder=bank.holder,
        iban=bank.iban,
        no_account=None if bank.has_account is None else not bank.has_account,
        no_account_reason=bank.no_account_reason,
        holder_agreed=bank.holder_agreed,
    )
