import pytest

from applications.claim.changes import Told
from applications.claim.model import Assets, BankAccount, Household, Housing, Representative
from applications.enums import AssetKind, PersonRole, Severity
from tests.applications.plausibility.rules.trial import Trial
from tests.factories.claims import build_asset, build_person

# Bank code 99999999 is given to no bank; the second is a well-known example with a bank code that exists.
UNKNOWN_BANK, REAL_BANK = "DE12999999990000000101", "DE89 3704 0044 0532 0130 00"


def iban(typed):
    return {"bank": BankAccount(iban=typed)}


def holder(name, **answers):
    return {"bank": BankAccount(holder=name), **answers}


def account(listed, paid_to=UNKNOWN_BANK):
    items = (build_asset(10, AssetKind.BANK_ACCOUNT, iban=listed),)
    return {"bank": BankAccount(iban=paid_to), "assets": Assets(items=items)}


def moved(iban=REAL_BANK, street="Am Markt 1", **context):
    """Somebody who told of another account and address before."""
    claim = {"bank": BankAccount(iban=iban), "housing": Housing(street=street, postcode="00115")}
    earlier = Told(iban="de12999999990000000101", address="lindenweg7 00115")
    return {"claim": claim, "context": {"earlier": earlier} | context}


MUELLER = {"applicant": build_person(first_name="Andreas", last_name="Müller")}
CHILD = {"household": Household(members=(build_person("p2", PersonRole.CHILD, "2015-01-01", first_name="Kim"),))}

TRIALS = [
    Trial("BANK-01", "wrong check digits", 1, iban("DE13999999990000000101")),
    Trial("BANK-01", "too short", 1, iban("DE1299999999")),
    Trial("BANK-01", "no IBAN at all", 1, iban("Sparkasse 🙂")),
    Trial("BANK-01", "small letters and blanks", 0, iban("de12 9999 9999 0000 0001 01")),
    Trial("BANK-01", "missing", 0),
    Trial("BANK-02", "unknown bank code", 1, iban(UNKNOWN_BANK)),
    Trial("BANK-02", "known bank", 0, iban(REAL_BANK)),
    Trial("BANK-02", "another country", 0, iban("NL91ABNA0417164300")),
    Trial("BANK-02", "left to BANK-01", 0, iban("DE13999999990000000101")),
    Trial("BANK-02", "missing", 0),
    Trial("BANK-04", "stranger", 1, holder("Erika Muster")),
    Trial("BANK-04", "own child", 1, holder("Kim Albers", **CHILD)),
    Trial("BANK-04", "order and case", 0, holder("ALBERS, Jonas")),
    Trial("BANK-04", "umlaut spelled out", 0, holder("Andreas Mueller", **MUELLER)),
    Trial("BANK-04", "representative", 0, holder("Eva Recht", representative=Representative(name="Eva Recht"))),
    Trial("BANK-04", "own name missing", 0, holder("X", applicant=build_person(first_name=None, last_name=None))),
    Trial("BANK-04", "holder missing", 0),
    Trial("BANK-06", "account and address", 2, **moved()),
    Trial("BANK-06", "account only", 1, **moved(street="Lindenweg 7")),
    Trial("BANK-06", "address only", 1, **moved(iban=UNKNOWN_BANK)),
    Trial("BANK-06", "confirmed", 0, **moved(is_confirmed=True)),
    Trial("BANK-06", "spelled otherwise", 0, **moved("de12 9999 9999 0000 0001 01", "LINDENWEG 7")),
    Trial("BANK-06", "first time", 0, **moved(earlier=Told())),
    Trial("BANK-06", "nothing said now", 0, context={"earlier": Told(iban="de12", address="weg1 00115")}),
    Trial("BANK-07", "none", 1, {"bank": BankAccount(no_account=True)}),
    Trial("BANK-07", "has one", 0, {"bank": BankAccount(no_account=False)}),
    Trial("BANK-07", "unanswered", 0),
    Trial("BANK-08", "another account listed", 1, account(REAL_BANK)),
    Trial("BANK-08", "typed with blanks", 0, account("DE12 9999 9999 0000 0001 01")),
    Trial("BANK-08", "list without IBAN", 0, account(None)),
    Trial("BANK-08", "no IBAN for payment", 0, account(REAL_BANK, None)),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


def test_staff_see_which_test_the_iban_fails():
    finding = TRIALS[0].findings()[0]
    assert finding.caseworker.data == {"problem": "InvalidChecksumDigits"}
    assert str(finding.claimant) == "Bitte prüfen Sie Ihre IBAN. Sie können trotzdem weitermachen."


def test_payment_waits_for_a_question_and_post_is_looked_at():
    account, address = Trial("BANK-06", "both", 2, **moved()).findings()

    assert [account.severity, address.severity] == [Severity.BLOCKER, Severity.WARNING]
    assert [account.refs, address.refs] == [("bank.iban",), ("housing.street", "housing.postcode")]
    assert "fragen wir vor der ersten Zahlung dorthin noch einmal nach" in str(account.claimant)
    assert "Die Änderung selbst ist eingegangen." in str(account.caseworker)
