import datetime

import pytest
from allauth.account.models import EmailAddress

from portal.accounts.errors import AddressTaken
from portal.accounts.models import User
from portal.audit.models import AuditEvent
from portal.cases.enums import IdentityDocument, LetterStatus, Scope, StandingKind
from portal.cases.errors import LetterNotPossible, LetterNotValid, NotPermitted
from portal.cases.models import AccessLetter, Standing
from portal.cases.services import forget_former_email, present_letter, print_letter, use_letter, withdraw_letter
from portal.outbox.models import OutboxMessage
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import (
    BIRTH_DATE,
    LETTER_CODE,
    AccessLetterFactory,
    CaseFactory,
    PersonFactory,
    StandingFactory,
    claimant_actor,
    staff_actor,
)
from tests.portal.races import Race

pytestmark = pytest.mark.django_db
NEW = {"email": "neu@example.org", "password": "Blumen-Topf-93"}
WRONG_DATE = datetime.date(1997, 1, 26)


@pytest.fixture
def person():
    return StandingFactory().person


@pytest.fixture
def worker(person):
    return staff_actor(StaffMembershipFactory(jobcenter=person.case.jobcenter))


def printed(person, worker):
    return print_letter(actor=worker, person=person, identity_document=IdentityDocument.PASSPORT, birth_date=BIRTH_DATE)


def events(case):
    return list(AuditEvent.objects.filter(case_id=case.pk).order_by("id").values_list("event", "role"))


def test_letter_is_good_for_14_days(person, worker):
    letter = printed(person, worker).letter

    assert letter.expires_at - letter.printed_at == datetime.timedelta(days=14)
    assert (letter.identity_document, letter.printed_by_id) == ("passport", worker.membership_id)


def test_code_and_birth_date_are_not_in_the_row(person, worker):
    made = printed(person, worker)

    row = str(AccessLetter.objects.values().get())
    assert made.code not in row
    assert "1997" not in row


def test_printing_is_recorded_and_told(person, worker):
    letter = printed(person, worker).letter

    assert events(person.case) == [("access_letter.printed", "caseworker")]
    assert OutboxMessage.objects.filter(fact="access_letter.printed", subject_id=letter.pk).count() == 2


def test_newer_letter_ends_older_ones_of_the_same_account(person, worker):
    elsewhere = AccessLetterFactory(person=PersonFactory(user=person.user, case=CaseFactory()))
    first = printed(person, worker).letter

    printed(person, worker)

    for older in (elsewhere, first):
        older.refresh_from_db()
        assert older.status == LetterStatus.REPLACED


def test_only_staff_of_the_responsible_jobcenter_print(person, worker):
    for stranger in (staff_actor(StaffMembershipFactory()), claimant_actor(person.case)):
        with pytest.raises(NotPermitted):
            printed(person, stranger)


def test_accounts_of_staff_and_blocked_ones_get_no_letter(person, worker):
    for user in (StaffMembershipFactory().user, UserFactory(blocked=True)):
        person.user = user
        with pytest.raises(LetterNotPossible):
            printed(person, worker)


def test_right_code_and_birth_date_show_the_letter():
    letter = AccessLetterFactory()

    assert present_letter(code=LETTER_CODE, birth_date=BIRTH_DATE) == letter


@pytest.mark.parametrize(("code", "born"), [("2222333344445555", BIRTH_DATE), (LETTER_CODE, WRONG_DATE)])
def test_wrong_code_and_wrong_date_look_alike(code, born):
    AccessLetterFactory()

    assert present_letter(code=code, birth_date=born) is None


def test_wrong_dates_are_recorded_and_end_the_letter():
    letter = AccessLetterFactory()
    for _ in range(5):
        present_letter(code=LETTER_CODE, birth_date=WRONG_DATE)

    assert present_letter(code=LETTER_CODE, birth_date=BIRTH_DATE) is None
    assert events(letter.case) == [("access_letter.refused", "system")] * 5


def test_letter_is_too_old_after_14_days(time_machine):
    letter = AccessLetterFactory()
    time_machine.move_to(letter.expires_at, tick=False)

    assert present_letter(code=LETTER_CODE, birth_date=BIRTH_DATE) is None
    with pytest.raises(LetterNotValid):
        use_letter(letter_id=letter.pk, **NEW)


def test_account_gets_the_new_address_and_keeps_its_case(person, worker):
    former = person.user.email
    letter = printed(person, worker).letter

    user = use_letter(letter_id=letter.pk, **NEW)

    letter.refresh_from_db()
    assert user == person.user
    assert user.email == "neu@example.org"
    assert user.check_password("Blumen-Topf-93")
    assert (letter.status, letter.former_email) == (LetterStatus.USED, former)
    assert Standing.objects.get().user == user


def test_use_is_recorded_as_the_persons_deed_and_told(person, worker):
    letter = printed(person, worker).letter

    use_letter(letter_id=letter.pk, **NEW)

    assert events(person.case)[-1] == ("access_letter.used", "claimant")
    assert AuditEvent.objects.filter(event="account.recovered").count() == 1
    assert OutboxMessage.objects.filter(fact="access_letter.used", subject_id=letter.pk).count() == 3


def test_same_address_leaves_no_former_one(person, worker):
    letter = printed(person, worker).letter

    use_letter(letter_id=letter.pk, email=person.user.email, password=NEW["password"])

    letter.refresh_from_db()
    assert letter.former_email is None


def test_letter_works_once(person, worker):
    letter = printed(person, worker).letter
    use_letter(letter_id=letter.pk, **NEW)

    with pytest.raises(LetterNotValid):
        use_letter(letter_id=letter.pk, **NEW)


def test_applicant_without_account_gets_one_with_the_own_case(worker, person):
    paper_only = PersonFactory(user=None, case=CaseFactory(jobcenter=person.case.jobcenter))
    letter = printed(paper_only, worker).letter

    user = use_letter(letter_id=letter.pk, **NEW)

    standing = Standing.objects.get(user=user)
    assert (standing.kind, standing.case, standing.person) == (StandingKind.OWN, paper_only.case, paper_only)
    assert set(standing.scopes) == set(Scope)
    assert EmailAddress.objects.get(user=user).verified


def test_other_adult_gets_an_account_that_reads_nothing_of_others(person, worker):
    member = PersonFactory(member=True, case=person.case)
    letter = printed(member, worker).letter

    user = use_letter(letter_id=letter.pk, **NEW)

    standing = Standing.objects.get(user=user)
    assert (standing.kind, standing.person) == (StandingKind.MEMBER, member)
    assert standing.scopes == [Scope.OWN_PART]


def test_address_of_another_account_changes_nothing(person, worker):
    UserFactory(email="neu@example.org")
    letter = printed(person, worker).letter

    with pytest.raises(AddressTaken):
        use_letter(letter_id=letter.pk, **NEW)

    letter.refresh_from_db()
    assert letter.status == LetterStatus.VALID
    assert User.objects.filter(email="neu@example.org").count() == 1


def test_letter_opens_nothing_once_the_account_is_blocked_or_staff(person, worker):
    letter = printed(person, worker).letter
    StaffMembershipFactory(user=person.user)

    with pytest.raises(LetterNotValid):
        use_letter(letter_id=letter.pk, **NEW)


def test_withdrawn_letter_opens_nothing_any_more(person, worker):
    letter = printed(person, worker).letter

    withdraw_letter(actor=worker, letter=letter)

    with pytest.raises(LetterNotValid):
        use_letter(letter_id=letter.pk, **NEW)
    assert events(person.case)[-1] == ("access_letter.withdrawn", "caseworker")


def test_strangers_withdraw_nothing(person):
    letter = AccessLetterFactory(person=person)

    with pytest.raises(NotPermitted):
        withdraw_letter(actor=staff_actor(StaffMembershipFactory()), letter=letter)


def test_former_address_is_forgotten():
    letter = AccessLetterFactory(former_email="alt@example.org")

    forget_former_email(letter)

    assert AccessLetter.objects.get().former_email is None


@pytest.mark.django_db(transaction=True)
def test_two_letters_at_the_same_moment_leave_one_valid():
    person = StandingFactory().person
    worker = staff_actor(StaffMembershipFactory(jobcenter=person.case.jobcenter))

    def work(meet):
        meet()
        printed(person, worker)

    assert Race(work, work).run() == [None, None]

    assert sorted(AccessLetter.objects.values_list("status", flat=True)) == [LetterStatus.REPLACED, LetterStatus.VALID]
