from portal.leaving.domain.personal_data import RULES
from portal.leaving.models import DataCopy, Farewell


def test_rules_speak_for_the_tables_of_leaving():
    assert {model for rule in RULES for model in rule.models} == {DataCopy, Farewell}
