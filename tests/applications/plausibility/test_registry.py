import logging
import re

import pytest

from applications.claim.model import Claim, Person
from applications.enums import PersonRole, Severity
from applications.plausibility.base import Hit, Text, rule
from applications.plausibility.registry import DuplicateRule, Registry, default_registry, run
from portal.law.parameter import PARAMETER_FOLDER, load
from tests.applications.plausibility.rules import (
    test_absence,
    test_application,
    test_assets,
    test_bank,
    test_dates,
    test_evidence,
    test_extra,
    test_household,
    test_housing,
    test_identity,
    test_income,
    test_jurisdiction,
    test_moving,
    test_needs,
    test_priority,
    test_remedies,
    test_renewal,
    test_representation,
)
from tests.factories.claims import build_claim, build_context, build_p01, build_p02, build_p03

TESTS = (
    test_absence,
    test_application,
    test_assets,
    test_bank,
    test_dates,
    test_evidence,
    test_household,
    test_housing,
    test_identity,
    test_income,
    test_jurisdiction,
    test_moving,
    test_needs,
    test_extra,
    test_priority,
    test_remedies,
    test_renewal,
    test_representation,
)
# Fires for everyone here: the invented bank code 99999999 stands in no register.
INVENTED_BANK = ("BANK-02", "W", "p1")
ALWAYS = [(rule, "I", None) for rule in ("APP-01", "PAR-01", "AST-01", "HOU-03")]


@rule("T-01", Severity.INFO, "§ 1", "ruhig", before_sending=True)
def calm(claim, context):
    yield Hit(Text("in Ordnung"))


@rule("T-02", Severity.INFO, "§ 1", "stürzt ab")
def crashing(claim, context):
    yield Hit(Text("davor"))
    raise RuntimeError(f"Geheimnis von {claim.applicant.last_name}")


@rule("T-03", Severity.INFO, "§ 1", "ohne Wert")
def without_figure(claim, context):
    yield Hit(Text(str(context.figure("standard_need.rbs1", claim, on=context.today.replace(year=2027)))))


def seen(findings):
    return [(finding.rule_id, finding.severity.value, finding.person_id) for finding in findings]


def test_same_id_twice_is_refused():
    with pytest.raises(DuplicateRule, match="T-01"):
        Registry([calm, calm])


def test_registry_keeps_order_and_finds_by_id():
    registry = Registry([crashing, calm])
    assert ([rule.id for rule in registry], len(registry), registry["T-01"]) == (["T-02", "T-01"], 2, calm)


def test_crashing_rule_becomes_a_finding_and_the_others_still_run():
    findings = run(build_claim(), build_context(), Registry([crashing, calm]))
    assert seen(findings) == [("T-02", "I", None), ("SYS-01", "W", None), ("T-01", "I", None)]
    expected = "Die Prüfung T-02 ist abgebrochen. Bitte prüfen Sie diesen Punkt selbst."
    assert str(findings[1].caseworker) == expected


def test_crash_is_logged_without_social_data(caplog):
    with caplog.at_level(logging.ERROR):
        run(build_claim(), build_context(), Registry([crashing]))
    assert [record.getMessage() for record in caplog.records] == ["plausibility rule T-02 failed with RuntimeError"]
    assert caplog.records[0].exc_info is None


def test_unknown_figure_becomes_a_finding_that_names_it():
    findings = run(build_claim(), build_context(), Registry([without_figure]))
    assert seen(findings) == [("SYS-02", "I", None)]
    assert findings[0].caseworker.data == {"rule": "T-03", "key": "standard_need.rbs1", "date": "16.11.2027"}


def test_before_sending_only_rules_for_the_wizard_run():
    findings = run(build_claim(), build_context(before_sending=True), Registry([crashing, calm]))
    assert seen(findings) == [("T-01", "I", None)]


def test_running_twice_gives_the_same_findings():
    assert run(build_p02(), build_context()) == run(build_p02(), build_context())


def test_empty_claim_hits_only_what_needs_no_answer():
    claim = Claim(form="main_application", applicant=Person(id="p1", role=PersonRole.APPLICANT))
    hits = {finding.rule_id for finding in run(claim, build_context())}
    assert hits == {"APP-01", "PAR-01", "AST-01", "HOU-03", "ID-13", "EVD-01"}


def test_every_rule_has_a_hit_and_a_near_miss():
    trials = [trial for module in TESTS for trial in module.TRIALS]
    with_hit = {trial.rule_id for trial in trials if trial.hits}
    with_miss = {trial.rule_id for trial in trials if not trial.hits}
    everyone = {rule.id for rule in default_registry()}
    assert everyone - with_hit == set()
    assert everyone - with_miss == {"APP-01", "AST-01"}


def test_rules_say_what_they_are():
    for one in default_registry():
        assert one.function.__doc__, one.id
        assert "§" in one.legal_basis, one.id


def test_notes_of_figures_name_rules_that_exist():
    notes = [version.note or "" for versions in load(PARAMETER_FOLDER).values() for version in versions]
    named = set(re.findall(r"\b[A-Z]+-\d+\b", " ".join(notes)))
    assert named >= {"HOU-08"}
    assert named - {rule.id for rule in default_registry()} == set()


def test_persona_p01_gets_the_baseline_and_nothing_else():
    found = seen(run(build_p01(), build_context()))
    assert sorted(found, key=str) == sorted([*ALWAYS, ("ELI-14", "F", "p1"), INVENTED_BANK], key=str)


def test_persona_p02_gets_three_favours_and_the_asset_step():
    found = seen(run(build_p02(), build_context()))
    favours = [("HH-09", "F", "p1"), ("HOU-16", "F", None), ("NEED-07", "F", "p3")]
    favours += [("NEED-08", "F", "p2"), ("NEED-08", "F", "p3")]
    assert sorted(found, key=str) == sorted([*ALWAYS, *favours, ("AST-05", "I", "p1"), INVENTED_BANK], key=str)


def test_persona_p03_gets_favours_for_family_and_school():
    found = seen(run(build_p03(), build_context()))
    favours = [("INC-29", "F", "p1"), ("ELI-14", "F", "p1")]
    favours += [(rule, "F", child) for rule in ("NEED-07", "NEED-08") for child in ("p3", "p4")]
    assert sorted(found, key=str) == sorted([*ALWAYS, *favours, ("REP-01", "I", "p2"), INVENTED_BANK], key=str)


def test_persona_without_proofs_gets_one_error_for_each():
    claim = build_p01().model_copy(update={"evidence": ()})
    errors = [finding for finding in run(claim, build_context()) if finding.severity == Severity.ERROR]
    assert [finding.rule_id for finding in errors] == ["EVD-01"] * 5


def test_form_that_asks_about_less_meets_only_the_rules_for_any_form():
    part = build_p02().model_copy(update={"is_whole": False})
    found = {finding.rule_id for finding in run(part, build_context())}

    assert found
    assert {rule.id for rule in default_registry() if rule.any_form} >= found
    assert found < {finding.rule_id for finding in run(build_p02(), build_context())}
