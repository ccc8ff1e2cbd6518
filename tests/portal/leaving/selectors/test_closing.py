import pytest

from portal.accounts.enums import StaffRole
from portal.leaving.selectors import closing_of
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.django_db


def test_closing_says_what_would_go_and_what_stays(household):
    closing = closing_of(household.partner.user)

    assert (closing.drafts, closing.unsent_files, closing.helpers, closing.has_file) == ((), 0, 0, True)


def test_closing_names_unsent_drafts_and_files():
    draft = DraftFactory()
    DocumentFactory(case=draft.case, person=draft.person)

    closing = closing_of(draft.person.user)

    assert [(each.title, each.saved_at) for each in closing.drafts] == [
        ("Antrag auf Grundsicherungsgeld", draft.updated_at)
    ]
    assert (closing.unsent_files, closing.has_file) == (1, False)


def test_closing_counts_helpers_whose_right_ends(household):
    household.partner.standings.all().delete()

    assert closing_of(household.user).helpers == 1


def test_member_of_staff_learns_whom_to_ask():
    membership = StaffMembershipFactory()
    StaffMembershipFactory(jobcenter=membership.jobcenter, role=StaffRole.ADMINISTRATOR, display_name="Frau Winter")
    StaffMembershipFactory(role=StaffRole.ADMINISTRATOR, display_name="Herr Fremd")

    closing = closing_of(membership.user)

    assert (closing.works_here, closing.ask) == (True, ("Frau Winter",))


def test_operator_is_refused_without_names():
    closing = closing_of(UserFactory(is_staff=True, is_superuser=True))

    assert (closing.works_here, closing.ask) == (True, ())


def test_who_worked_here_once_may_close():
    assert closing_of(StaffMembershipFactory(ended=True).user).works_here is False


@pytest.mark.parametrize("number", [1, 5])
def test_closing_takes_the_same_queries_for_many_files(number, django_assert_num_queries):
    draft = DraftFactory()
    for _each in range(number):
        DocumentFactory(case=draft.case, person=draft.person)

    with django_assert_num_queries(6):
        closing_of(draft.person.user)
