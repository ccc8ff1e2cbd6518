import pytest
from django.db import connection
from django.utils import timezone

from applications.domain.checks import check_application, context_for, local_parameters
from applications.enums import ChecksState, FindingState, Severity
from applications.models import Finding
from applications.plausibility.base import Hit, Text, rule
from applications.plausibility.registry import Registry
from portal.submissions.models import Receipt, Submission
from tests.factories.accounts import JobcenterFactory, PostcodeAreaFactory, StaffMembershipFactory
from tests.factories.claims import build_p02
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


def rules(amount="5", *, hits=True, severity=Severity.ERROR):
    @rule("TST-01", severity, "§ 1 SGB II", "Probe")
    def found(claim, context):
        if hits:
            data = {"amount": amount}
            yield Hit(
                Text("Betrag %(amount)s", data), Text("Stimmt der Betrag?"), person_id="p1", refs=("housing.base_rent",)
            )

    @rule("TST-02", Severity.WARNING, "§ 2 SGB II", "Kaputt")
    def broken(claim, context):
        raise RuntimeError("geheim")

    return Registry([found, broken])


@pytest.fixture
def application():
    return ApplicationFactory()


def finding(application, rule_id="TST-01"):
    return Finding.objects.get(application=application, rule_id=rule_id)


def settle(application, state=FindingState.NOT_RELEVANT):
    row = finding(application)
    row.state, row.decided_at, row.reason = state, timezone.now(), "Steht im Mietvertrag"
    row.decided_by = StaffMembershipFactory(jobcenter=application.case.jobcenter)
    row.save()


def test_check_stores_findings_and_a_crashed_rule_as_one(application):
    check_application(application, rules())

    assert [(row.rule_id, row.severity, row.staff_text) for row in application.findings.all()] == [
        ("SYS-01", "W", "Die Prüfung TST-02 ist abgebrochen. Bitte prüfen Sie diesen Punkt selbst."),
        ("TST-01", "E", "Betrag 5"),
    ]
    assert (application.checks_state, finding(application).claimant_text) == (ChecksState.DONE, "Stimmt der Betrag?")


def test_project_rules_run_over_the_stored_submission(application):
    check_application(application)

    assert application.checks_state == ChecksState.DONE
    assert "APP-01" in set(application.findings.values_list("rule_id", flat=True))
    assert not application.findings.filter(rule_id="SYS-01").exists()


def test_check_twice_changes_nothing(application):
    check_application(application, rules())
    before = list(application.findings.values_list("pk", "key", "state", "found_at"))

    check_application(application, rules())

    assert list(application.findings.values_list("pk", "key", "state", "found_at")) == before


def test_settled_finding_with_the_same_inputs_stays_settled(application):
    check_application(application, rules())
    settle(application)

    check_application(application, rules())

    row = finding(application)
    assert (row.state, row.reason) == (FindingState.NOT_RELEVANT, "Steht im Mietvertrag")


def test_settled_finding_with_other_inputs_opens_again(application):
    check_application(application, rules("5"))
    settle(application)

    check_application(application, rules("7"))

    row = finding(application)
    assert (row.state, row.reason, row.decided_by, row.staff_text) == (FindingState.OPEN, "", None, "Betrag 7")


def test_finding_that_went_away_is_resolved_by_nobody_and_comes_back_open(application):
    check_application(application, rules())
    check_application(application, rules(hits=False))
    gone = finding(application)

    check_application(application, rules())

    assert (gone.state, gone.decided_by) == (FindingState.RESOLVED, None)
    assert finding(application).state == FindingState.OPEN


def test_asked_finding_stays_asked(application):
    check_application(application, rules())
    settle(application, FindingState.ASKED)

    check_application(application, rules("9"))

    assert finding(application).state == FindingState.ASKED


def test_texts_are_encrypted_and_the_key_tells_nothing(application):
    check_application(application, rules("123,45 Euro"))

    with connection.cursor() as cursor:
        cursor.execute("SELECT f::text FROM applications_finding f")
        stored = "".join(row[0] for row in cursor.fetchall())
    assert "123,45" not in stored
    assert b"123,45".hex() not in stored


def test_unreadable_submission_fails_the_check_and_leaves_the_receipt(application):
    submission = Submission.objects.get(pk=application.submission_id)
    submission.data = {"something": "else"}
    submission.save()
    application.refresh_from_db()
    receipt = Receipt.objects.values().get(submission=submission)

    check_application(application, rules())

    assert (application.checks_state, application.findings.count()) == (ChecksState.FAILED, 0)
    assert Receipt.objects.values().get(submission=submission) == receipt


def test_context_knows_limits_and_who_the_postcode_belongs_to(application):
    claim = build_p02()
    PostcodeAreaFactory(jobcenter=JobcenterFactory(name="Jobcenter Nachbar"), postcode=claim.housing.postcode)

    context = context_for(application, claim, timezone.now())

    assert context.responsible_offices == ("Jobcenter Nachbar",)
    assert context.local.jobcenter_name == application.case.jobcenter.name
    assert (str(context.local.housing_limit(3)), str(context.local.housing_limit(4))) == ("670.00", "775.00")


def test_without_jobcenter_nothing_local_is_compared():
    assert local_parameters(None).housing_limit(1) is None
