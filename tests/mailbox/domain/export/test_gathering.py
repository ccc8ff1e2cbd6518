import datetime

import pytest
from django.utils import timezone

from mailbox.domain.export.gathering import gather
from mailbox.models import Message
from tests.factories.cases import StandingFactory, helper_actor
from tests.factories.exports import SENT_AT, decision_in, full_case, member_with_own_post, message
from tests.factories.mailbox import ThreadFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def full():
    return full_case()


def gathered(full, actor, **fields):
    return gather(actor, case=full.case, at=timezone.now(), **fields)


def test_whole_case_has_all_threads_oldest_first(full):
    contents = gathered(full, full.claimant)

    assert [(each.title, [post.title for post in each.posts]) for each in contents.conversations] == [
        (
            "Unterlagen und Nachweise",
            ["Nachricht", "Kontakt auf anderem Weg", "Bitte um Unterlagen", "Bescheid oder Schreiben"],
        ),
        ("Eingangsbestätigung: Hauptantrag auf Grundsicherungsgeld", ["Eingangsbestätigung"]),
    ]
    assert (contents.reference, contents.is_whole_case) == (full.submission.reference, True)


def test_one_thread_has_nothing_of_the_others(full):
    contents = gathered(full, full.claimant, thread=full.thread)

    assert [each.title for each in contents.conversations] == ["Unterlagen und Nachweise"]
    assert [line.name for line in contents.files] == [
        "Mietvertrag März.pdf",
        "Attest.pdf",
        "Bescheid oder Schreiben vom 18.11.2026",
    ]


def test_every_paper_stands_in_the_list_once(full):
    names = [line.name for line in gathered(full, full.claimant).files]

    assert sorted(names) == ["Attest.pdf", "Bescheid oder Schreiben vom 18.11.2026", "Mietvertrag März.pdf"]


def test_helper_gets_what_the_scopes_show(full):
    helping = StandingFactory(helper=True, person=full.person, scopes=["read_postbox"])
    contents = gathered(full, helper_actor(helping))

    assert [post.letter for each in contents.conversations for post in each.posts if post.letter] == []
    assert [line.name for line in contents.files if line.name.startswith("Bescheid")] == []


def test_member_gets_her_own_post_and_the_applicant_does_not(full):
    own = gathered(full, member_with_own_post(full.case))

    assert [each.title for each in own.conversations] == ["Nur für Ida"]
    assert (own.files, own.receipts, own.reference) == ((), (), "")
    assert "Nur für Ida" not in [each.title for each in gathered(full, full.claimant).conversations]


def test_notes_are_for_the_office_that_asks_for_them(full):
    assert gathered(full, full.staff).notes == ()
    assert gathered(full, full.claimant, with_notes=True).notes == ()
    (note,) = gathered(full, full.staff, with_notes=True).notes
    assert note.text == "Eisvogelnotiz: bitte anrufen."


def test_more_of_everything_costs_no_more_queries(full, django_assert_max_num_queries):
    def queries():
        with django_assert_max_num_queries(60) as counted:
            gathered(full, full.claimant)
        return len(counted)

    queries()
    few = queries()
    for number in range(4):
        thread = ThreadFactory(person=full.person, case=full.case, created_at=SENT_AT)
        message(thread, number)
        decision_in(thread, full.membership)
    assert (queries(), Message.objects.count()) == (few, 13)


def test_moment_is_that_of_the_asking(full):
    at = datetime.datetime(2026, 11, 26, 12, 0, tzinfo=datetime.UTC)

    assert gather(full.claimant, case=full.case, at=at).made_at == at
