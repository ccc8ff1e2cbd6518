"""Nothing that is held of a person is forgotten: neither in her copy, nor in the rules of how long it is kept."""

import pytest
from django.apps import apps
from django.db.models import CASCADE, PROTECT, SET_NULL, ForeignKey

from portal.accounts.models import User
from portal.accounts.services.closing import relations
from portal.audit.models.personal_data import declarations
from portal.cases.models import Case
from portal.law.parameter import whole
from tests.factories.submissions import RECEIVED_AT

NOT_IN_THE_COPY = {
    "accounts.Session": "the list of devices says where and since when somebody is signed in; the rest is the key to it",
    "cases.CaseStatusChange": "the case itself says since when it is open or closed; who moved it is in the log of access",
    "cases.JobcenterChange": "the case names the jobcenter; forwarding is in the log of access",
    "leaving.DataCopy": "the copy itself",
    "mailbox.Note": "what colleagues write for each other is looked through by a person before it is handed out",
}
WITHOUT_A_RULE = {
    "admin.LogEntry": "what staff did in the set-up of their office; holds nothing of claimants",
    "accounts.User_groups": "nobody is in a group",
    "accounts.User_user_permissions": "operators only",
}


def tables():
    return [model for model in apps.get_models(include_auto_created=True) if not model._meta.proxy]


def leads_to(model, targets, seen=()) -> bool:
    """Whether a chain of foreign keys leads from the table to one of the targets."""
    if model in seen:
        return False
    steps = [field.related_model for field in model._meta.get_fields() if isinstance(field, ForeignKey)]
    return any(step in targets or leads_to(step, targets, (*seen, model)) for step in steps)


def of_a_case():
    return {Case, *(model for model in tables() if leads_to(model, {Case}))}


def of_an_account():
    direct = {
        model
        for model in tables()
        for field in model._meta.get_fields()
        if getattr(field, "related_model", None) is User and isinstance(field, ForeignKey)
    }
    return {User} | direct


def named(models):
    return {model._meta.label for model in models}


def test_walk_finds_what_hangs_on_a_case():
    assert {"applications.Draft", "applications.Finding", "submissions.Receipt", "mailbox.Message"} <= named(
        of_a_case()
    )


def test_everything_with_a_path_to_a_case_is_in_the_copy_or_says_why_not():
    missing = named(of_a_case()) - named(declarations.exported_models())

    assert missing - set(NOT_IN_THE_COPY) == set()
    assert set(NOT_IN_THE_COPY) - missing == {"accounts.Session", "leaving.DataCopy"}  # hang on an account


def test_everything_with_a_path_to_a_case_or_an_account_says_how_long_it_is_kept():
    missing = named(of_a_case() | of_an_account()) - named(declarations.retained_models())

    assert missing == set(WITHOUT_A_RULE)


def test_everything_on_an_account_is_in_the_copy_or_says_why_not():
    missing = named(of_an_account()) - named(declarations.exported_models())

    assert missing - set(NOT_IN_THE_COPY) - set(WITHOUT_A_RULE) == set()


def test_closing_knows_what_to_do_with_every_row_on_an_account():
    by_rule = {rule: set() for rule in (CASCADE, SET_NULL, PROTECT)}
    for relation in relations():
        by_rule[relation.on_delete].add(relation.related_model._meta.label)

    # standings are proof of who could act until when; actor keys are shredded first
    assert by_rule[PROTECT] == {"cases.Standing", "audit.ActorKey"}


def test_account_has_all_its_relations():
    assert {relation.related_model for relation in relations()} >= of_an_account() - {User}


@pytest.mark.parametrize("rule", declarations.rules, ids=lambda rule: rule.key)
def test_rule_names_a_figure_that_is_known(rule):
    assert ("%(figure)s" in str(rule.kept)) == bool(rule.figure)
    assert not rule.figure or whole(rule.figure, RECEIVED_AT.date()) > 0
    assert str(rule.why).endswith(".")
    assert "§" in str(rule.basis) or "DSGVO" in str(rule.basis)
