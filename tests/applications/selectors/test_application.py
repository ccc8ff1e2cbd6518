import datetime

import pytest
from django.utils import timezone
from msgspec import structs

from applications.claim.model import BankAccount
from applications.domain.lifecycle import change_status
from applications.enums import ApplicationStatus, FindingState, Severity
from applications.models import Application
from applications.selectors.application import (
    ToldClaimant,
    TriageFilter,
    applications_visible_to,
    claim_of,
    finding_groups,
    timeline,
    told_claimant,
    triage_list,
    unsettled_counts,
    urgent_reasons,
    work_counts,
)
from portal.cases.enums import Role
from portal.cases.models import system_actor
from portal.cases.models.household_number import household_number_index
from portal.crypto.services import create_missing_keysets, rotate_keyset
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory, TeamFactory
from tests.factories.cases import CaseFactory, StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.claims import build_claim, build_p02
from tests.factories.submissions import RECEIVED_AT
from tests.factories.triage import ApplicationFactory, FindingFactory, WithdrawalFactory

pytestmark = pytest.mark.django_db
NOW = RECEIVED_AT + datetime.timedelta(days=3)


@pytest.fixture
def jobcenter():
    return JobcenterFactory()


@pytest.fixture
def worker(jobcenter):
    return staff_actor(StaffMembershipFactory(jobcenter=jobcenter, team=TeamFactory(jobcenter=jobcenter)))


def make(jobcenter, **fields):
    return ApplicationFactory(case=CaseFactory(jobcenter=jobcenter), **fields)


def listed(actor, now=NOW, **wanted):
    return list(triage_list(actor=actor, wanted=TriageFilter(**wanted), now=now))


def test_caseworker_sees_own_jobcenter_only(jobcenter, worker):
    ours = make(jobcenter)
    make(JobcenterFactory())
    ApplicationFactory(case=CaseFactory(clearing=True))

    assert list(applications_visible_to(worker)) == [ours]


def test_administrator_sees_the_clearing_list_too(jobcenter):
    ours, unclear = make(jobcenter), ApplicationFactory(case=CaseFactory(clearing=True))
    make(JobcenterFactory())
    actor = staff_actor(StaffMembershipFactory(jobcenter=jobcenter, administrator=True))

    assert set(applications_visible_to(actor)) == {ours, unclear}
    assert listed(actor, whose="clearing") == [unclear]


def test_claimant_sees_own_and_system_all(jobcenter):
    own, other = make(jobcenter), make(jobcenter)

    assert list(applications_visible_to(claimant_actor(own.case))) == [own]
    assert set(applications_visible_to(system_actor("test"))) == {own, other}


def test_helper_who_may_only_upload_sees_nothing(jobcenter):
    application = make(jobcenter)
    helper = helper_actor(StandingFactory(person=application.person, helper=True, scopes=["upload"]))

    assert list(applications_visible_to(helper)) == []


def test_list_shows_open_ones_oldest_first(jobcenter, worker):
    new = make(jobcenter)
    old = make(jobcenter, received_at=RECEIVED_AT - datetime.timedelta(days=9))
    gone = make(jobcenter)
    change_status(application=gone, to=ApplicationStatus.WITHDRAWN, actor=claimant_actor(gone.case), at=NOW)

    assert listed(worker) == [old, new]
    assert listed(worker, sort="-received") == [new, old]
    assert listed(worker, status="withdrawn") == [gone]
    assert set(listed(worker, status="all")) == {old, new, gone}


def test_list_by_assignment(jobcenter, worker):
    mine, teams, free = make(jobcenter), make(jobcenter), make(jobcenter)
    Application.objects.filter(pk=mine.pk).update(assigned_to=worker.membership_id)
    Application.objects.filter(pk=teams.pk).update(team=worker.team_id)

    assert listed(worker, whose="mine") == [mine]
    assert listed(worker, whose="team") == [teams]
    assert set(listed(worker, whose="unassigned")) == {teams, free}


def test_colleague_without_team_has_an_empty_team_list(jobcenter):
    make(jobcenter)

    assert listed(staff_actor(StaffMembershipFactory(jobcenter=jobcenter)), whose="team") == []


@pytest.mark.parametrize("text", ["Müller", "mueller jürgen", "GROSS", "Muller"])
def test_name_is_found_in_any_spelling_and_order(jobcenter, worker, text):
    found = make(jobcenter, name="Jürgen Müller-Groß")
    make(jobcenter, name="Ida Sander")

    assert listed(worker, text=text) == [found]


def test_reference_is_found_as_read_aloud(jobcenter, worker):
    found = make(jobcenter)
    make(jobcenter)

    assert listed(worker, text=f" {found.submission.reference.lower()} ") == [found]


def test_birth_date_is_found(jobcenter, worker):
    found = make(jobcenter, birth_date=datetime.date(1992, 3, 14))
    make(jobcenter)

    assert listed(worker, birth_date=datetime.date(1992, 3, 14)) == [found]


@pytest.mark.parametrize("text", ["DE89370400440532013000", " de89 3704 0044 0532 0130 00"])
def test_account_is_found_by_the_whole_iban_only(jobcenter, worker, text):
    found = make(jobcenter, claim=build_claim(bank=BankAccount(iban="DE89 3704 0044 0532 0130 00")))
    make(jobcenter)

    assert listed(worker, text=text) == [found]
    assert listed(worker, text=text[:-2]) == []


@pytest.mark.parametrize("text", ["12345BG0001234", "12345//0001234"])
def test_case_is_found_by_the_whole_household_number_only(jobcenter, worker, text):
    index = household_number_index("12345BG0001234")
    case = CaseFactory(jobcenter=jobcenter, household_number="12345BG0001234", household_number_index=index)
    found = ApplicationFactory(case=case)
    make(jobcenter)

    assert listed(worker, text=text) == [found]
    assert listed(worker, text=text[:-1]) == []


def test_numbers_are_found_while_the_index_moves_to_a_new_key(jobcenter, worker, settings, tmp_path):
    settings.PORTAL = structs.replace(settings.PORTAL, keyset_dir=tmp_path)
    create_missing_keysets()
    old = make(jobcenter, claim=build_claim(bank=BankAccount(iban="DE89370400440532013000")))
    rotate_keyset("index")
    new = make(jobcenter, claim=build_claim(bank=BankAccount(iban="DE89370400440532013000")))

    assert set(listed(worker, text="DE89370400440532013000")) == {old, new}


def test_foreign_accounts_and_numbers_are_not_found(worker):
    index = household_number_index("12345BG0001234")
    case = CaseFactory(household_number="12345BG0001234", household_number_index=index)
    ApplicationFactory(case=case, claim=build_claim(bank=BankAccount(iban="DE89370400440532013000")))

    assert listed(worker, text="DE89370400440532013000") == listed(worker, text="12345BG0001234") == []


def test_search_never_leaves_the_jobcenter(worker):
    other = make(JobcenterFactory(), name="Miriam Sander")

    assert listed(worker, text="Sander") == []
    assert listed(worker, text=other.submission.reference) == []


def test_days_of_receipt_are_inclusive_and_german(jobcenter, worker):
    late = make(jobcenter, received_at=datetime.datetime(2026, 10, 31, 22, 59, tzinfo=datetime.UTC))
    make(jobcenter, received_at=datetime.datetime(2026, 10, 31, 23, 0, tzinfo=datetime.UTC))
    day = datetime.date(2026, 10, 31)

    assert listed(worker, received_from=day, received_to=day) == [late]


def test_with_errors_means_unsettled_errors_and_blockers(jobcenter, worker):
    error, warning, settled = make(jobcenter), make(jobcenter), make(jobcenter)
    FindingFactory(application=error)
    FindingFactory(application=warning, severity=Severity.WARNING)
    FindingFactory(application=settled, state=FindingState.RESOLVED, decided_at=NOW)

    assert listed(worker, with_errors=True) == [error]


def test_overdue_is_untouched_for_more_than_14_days(jobcenter, worker):
    application = make(jobcenter)
    at_the_limit = RECEIVED_AT + datetime.timedelta(days=14)

    assert listed(worker, now=at_the_limit, status="overdue") == []
    assert listed(worker, now=at_the_limit + datetime.timedelta(seconds=1), status="overdue") == [application]


def test_list_marks_and_finds_withdrawals_that_wait(jobcenter, worker):
    waiting, other = make(jobcenter), make(jobcenter)
    WithdrawalFactory(application=waiting)

    assert listed(worker, waiting_withdrawal=True) == [waiting]
    assert {each: each.withdrawal_waits for each in listed(worker)} == {waiting: True, other: False}


def test_overview_counts_each_kind(jobcenter, worker, django_assert_num_queries):
    make(jobcenter)
    mine = make(jobcenter, received_at=RECEIVED_AT - datetime.timedelta(days=20))
    Application.objects.filter(pk=mine.pk).update(assigned_to=worker.membership_id, urgent=True)
    WithdrawalFactory.create_batch(2, application=mine)

    with django_assert_num_queries(1):
        counts = work_counts(actor=worker, now=NOW)

    assert counts == {
        "open": 2, "new": 2, "unassigned": 1, "mine": 1, "team": 0, "urgent": 1, "overdue": 1, "clearing": 0, "failed": 0,
        "withdrawal": 1,
    }  # fmt: skip


def test_counts_per_severity_are_of_rules_and_leave_out_what_is_settled(jobcenter):
    application = make(jobcenter)
    FindingFactory.create_batch(2, application=application)
    FindingFactory(application=application, rule_id="BANK-01")
    FindingFactory(application=application, severity=Severity.FAVOUR)
    FindingFactory(application=application, rule_id="HH-02", state=FindingState.EXPLAINED, decided_at=NOW)

    assert unsettled_counts([application.pk]) == {application.pk: {"E": 2, "F": 1}}


def order_of(application):
    return [(group.findings[0].rule_id, group.findings[0].severity) for group in finding_groups(application)]


def test_favourable_findings_come_right_after_errors_and_papers_before_notes(jobcenter):
    application = make(jobcenter)
    for rule_id, severity in (("A", "I"), ("EVD-01", "E"), ("B", "W"), ("C", "F"), ("D", "E"), ("E", "B")):
        FindingFactory(application=application, rule_id=rule_id, severity=severity)

    assert order_of(application) == [("E", "B"), ("D", "E"), ("C", "F"), ("B", "W"), ("EVD-01", "E"), ("A", "I")]


def test_what_was_asked_comes_with_the_warnings_and_what_is_settled_last(jobcenter):
    application = make(jobcenter)
    FindingFactory(application=application, rule_id="A", severity="B", state=FindingState.RESOLVED, decided_at=NOW)
    FindingFactory(application=application, rule_id="B", severity="E", state=FindingState.ASKED, decided_at=NOW)
    FindingFactory(application=application, rule_id="C", severity="F")
    FindingFactory(application=application, rule_id="D", severity="W")

    assert order_of(application) == [("C", "F"), ("B", "E"), ("D", "W"), ("A", "B")]


def test_findings_of_a_rule_stand_together_as_long_as_they_wait(jobcenter):
    application = make(jobcenter)
    FindingFactory.create_batch(2, application=application)
    FindingFactory(application=application, state=FindingState.ASKED, decided_at=NOW)
    FindingFactory(application=application, state=FindingState.EXPLAINED, decided_at=NOW)

    groups = finding_groups(application)

    assert [(len(group.findings), group.is_settled) for group in groups] == [(3, False), (1, True)]


@pytest.mark.parametrize(
    ("severity", "state", "shown"),
    [
        ("E", "open", True),
        ("F", "open", True),
        ("W", "open", False),
        ("W", "asked", True),
        ("I", "open", False),
        ("B", "open", False),
        ("E", "resolved", False),
        ("E", "not_relevant", False),
    ],
)
def test_claimant_reads_only_questions_meant_for_her(jobcenter, severity, state, shown):
    finding = FindingFactory(application=make(jobcenter), severity=severity, state=state, decided_at=NOW)

    expected = ["Wie viele Personen wohnen bei Ihnen?"] if shown else []
    assert told_claimant(finding.application).questions == expected


def test_finding_without_words_for_the_claimant_stays_inside(jobcenter):
    finding = FindingFactory(application=make(jobcenter), claimant_message={})

    assert told_claimant(finding.application).questions == []


@pytest.mark.parametrize(
    ("person", "told"), [("Ella", "Geburtsurkunde – Ella"), ("", "Geburtsurkunde")], ids=["of_somebody", "of_all"]
)
def test_missing_papers_are_told_by_name_and_not_as_questions(jobcenter, person, told):
    message = {"msgid": "Es fehlt noch: %(document)s.", "data": {"document": "Geburtsurkunde", "person": person}}
    finding = FindingFactory(application=make(jobcenter), rule_id="EVD-01", claimant_message=message)

    assert told_claimant(finding.application) == ToldClaimant(questions=[], papers=[told])


def test_timeline_has_the_newest_on_top(jobcenter):
    application = make(jobcenter)
    change_status(
        application=application,
        to=ApplicationStatus.WITHDRAWN,
        actor=claimant_actor(application.case),
        at=timezone.now(),
    )

    assert [change.to_status for change in timeline(application)] == ["withdrawn", "received"]
    assert timeline(application)[0].actor_role == Role.CLAIMANT


def test_claim_is_read_back_as_it_was(jobcenter):
    application = make(jobcenter)

    assert claim_of(application) == build_p02()


def test_urgent_reasons_name_violence_first():
    claim = build_p02()
    urgency = claim.urgency.model_copy(update={"no_money_for_food": True, "violence": True})

    assert urgent_reasons(claim.model_copy(update={"urgency": urgency})) == [
        "Braucht Schutz vor Gewalt: vorsichtig Kontakt aufnehmen",
        "Kein Geld für Essen (Vorschuss prüfen, § 42 SGB I)",
    ]
