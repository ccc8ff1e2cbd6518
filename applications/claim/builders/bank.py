"""Section "Konto" -> BankAccount."""

from applications.claim.answers import Answers
from applications.claim.builders.copying import copied
from applications.claim.model import BankAccount


def build_bank(answers: Answers) -> BankAccount:
    """Where the money goes."""
    bank = answers.bank
    return copied(BankAccount, bank, no_account=None if bank.has_account is None else not bank.has_account)
