import datetime

import pytest
import time_machine

from applications.errors import DraftClosed, NotAllowed
from applications.models import Draft
from applications.services.continuing import continue_application, secure_date
from applications.services.draft import start_draft
from applications.services.submit import submit_draft
from tests.applications.quick import ANSWERS, short_application
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory, claimant_actor, helper_actor
from tests.factories.personas import P02, fresh

pytestmark = pytest.mark.django_db

OCTOBER = datetime.datetime(2026, 10, 31, 22, 59, 59, tzinfo=datetime.UTC)  # 23:59:59 in Berlin
DECEMBER = datetime.datetime(2026, 12, 2, 9, tzinfo=datetime.UTC)


@pytest.fixture
def short():
    return short_application(received_at=OCTOBER)


def whole_draft(application):
    return continue_application(actor=claimant_actor(application.case), application=application)


def test_whole_application_begins_with_name_and_address(short):
    draft = whole_draft(short)

    assert (draft.form_key, draft.follows, draft.case, draft.person) == (
        "main_application",
        short,
        short.case,
        short.person,
    )
    assert (draft.answers["you"]["first_name"], draft.answers["home"]["street"]) == ("Łucja", "Lindenweg 7")
    assert "urgent" not in draft.answers


def test_continuing_twice_gives_the_same_draft(short):
    assert whole_draft(short) == whole_draft(short)


def test_draft_that_was_begun_before_goes_on_with_it(short):
    begun = start_draft(actor=claimant_actor(short.case), form_key="main_application")
    Draft.objects.update(follows=None)

    assert (whole_draft(short), whole_draft(short).follows) == (begun, short)


def test_whole_application_begun_by_its_own_button_continues_it_too(short):
    assert start_draft(actor=claimant_actor(short.case), form_key="main_application").follows == short


def test_who_may_not_fill_in_continues_nothing(short):
    helping = StandingFactory(person=short.person, helper=True, scopes=["read_decisions"])

    with pytest.raises(NotAllowed):
        continue_application(actor=helper_actor(helping), application=short)


def test_helper_who_may_not_read_begins_without_the_answers_and_with_the_date(short):
    helping = StandingFactory(person=short.person, helper=True, scopes=["fill_in"])

    draft = continue_application(actor=helper_actor(helping), application=short)

    assert (draft.follows, "you" in draft.answers) == (short, False)


def test_date_of_the_short_application_counts_for_the_whole_one(short):
    with time_machine.travel(DECEMBER, tick=False):
        submission = submit_draft(actor=claimant_actor(short.case), draft=whole_draft(short))

    assert submission.received_at == DECEMBER
    assert submission.application.effective_from == datetime.date(2026, 10, 1)
    assert submission.application.follows == short
    assert submission.data["application_date"] == "2026-10-31"
    assert submission.parsed_content().statements == (
        "Ihr Antrag vom 31.\xa0Oktober 2026 zählt weiter.",
        "Ihr Antrag gilt ab dem 1.\xa0Oktober 2026 (§ 37 Abs. 2 SGB II).",
    )


def test_whole_application_is_as_urgent_as_the_short_one_it_goes_on_with():
    short = short_application(received_at=OCTOBER, answers=ANSWERS | {"urgent": {"dangers": ["violence"]}})
    draft = whole_draft(short)

    submission = submit_draft(actor=claimant_actor(short.case), draft=draft)

    assert submission.data["urgency"]["violence"] is not True
    assert submission.application.urgent


def test_whole_application_is_not_urgent_by_itself(short):
    assert not submit_draft(actor=claimant_actor(short.case), draft=whole_draft(short)).application.urgent


def test_short_application_that_was_withdrawn_meanwhile_gives_no_date(short):
    draft = whole_draft(short)
    short.status = "withdrawn"
    short.save()

    with time_machine.travel(DECEMBER, tick=False):
        submission = submit_draft(actor=claimant_actor(short.case), draft=draft)

    assert submission.application.effective_from == datetime.date(2026, 12, 1)
    assert submission.data["application_date"] == "2026-12-02"


def test_short_application_gets_the_answers_of_the_whole_one():
    draft = DraftFactory(answers=fresh(P02))

    short = secure_date(actor=claimant_actor(draft.case), draft=draft)

    assert (short.form_key, short.case) == ("quick_application", draft.case)
    assert short.answers["you"]["last_name"] == P02["you"]["last_name"]
    assert short.answers["home"]["city"] == P02["home"]["city"]
    assert Draft.objects.get(pk=draft.pk).is_open


def test_answers_of_pages_that_no_longer_apply_stay_behind():
    draft = DraftFactory(answers={"home": {"street": "Lindenweg 7", "base_rent": "500.00"}, "you": {"x": 1}})

    short = secure_date(actor=claimant_actor(draft.case), draft=draft)

    assert (short.answers["home"], "you" in short.answers) == ({"street": "Lindenweg 7"}, False)


def test_what_was_saved_later_counts():
    draft = DraftFactory(answers={"you": {"first_name": "Alt"}})
    actor = claimant_actor(draft.case)
    secure_date(actor=actor, draft=draft)
    Draft.objects.filter(form_key="quick_application").update(updated_at=OCTOBER)
    draft.answers = {"you": {"first_name": "Neu"}}
    draft.save()

    assert secure_date(actor=actor, draft=draft).answers["you"] == {"first_name": "Neu"}
    draft.answers = {"you": {"first_name": "Noch älter"}}
    draft.updated_at = OCTOBER
    assert secure_date(actor=actor, draft=draft).answers["you"] == {"first_name": "Neu"}


def test_open_whole_application_keeps_the_date_once_the_short_one_is_sent():
    draft = DraftFactory(answers=fresh(P02))
    actor = claimant_actor(draft.case)
    with time_machine.travel(OCTOBER, tick=False):
        short = submit_draft(actor=actor, draft=secure_date(actor=actor, draft=draft)).application

    draft.refresh_from_db()
    assert draft.follows == short
    with time_machine.travel(DECEMBER, tick=False):
        whole = submit_draft(actor=actor, draft=draft).application
    assert (whole.follows, whole.effective_from) == (short, datetime.date(2026, 10, 1))


def test_sent_draft_and_form_without_a_short_one_secure_nothing():
    draft = DraftFactory(answers=fresh(P02))
    actor = claimant_actor(draft.case)
    short = secure_date(actor=actor, draft=draft)

    with pytest.raises(NotAllowed):
        secure_date(actor=actor, draft=short)
    submit_draft(actor=actor, draft=draft)
    with pytest.raises(DraftClosed):
        secure_date(actor=actor, draft=Draft.objects.get(pk=draft.pk))
