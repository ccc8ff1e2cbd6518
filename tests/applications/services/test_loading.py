"""Without a database: loading asks it nothing. What is loaded: tests/architecture/test_start.py."""

from applications.catalogue.compose import current_forms
from applications.claim.model import Claim
from applications.services.loading import load_forms_and_rules
from tests.architecture.test_start import said_by

LOAD = """
import json, sys, django
django.setup()
from applications.services.loading import load_forms_and_rules
load_forms_and_rules()
from applications.claim.model import Claim
print(json.dumps({"claim": Claim.__pydantic_complete__, "modules": sorted(sys.modules)}))
"""


def test_loading_builds_the_claim_and_loads_the_builder_of_every_form():
    said = said_by(LOAD)
    assert said["claim"] is True
    assert {f"applications.claim.builders.{form.key}" for form in current_forms()} <= set(said["modules"])


def test_loading_twice_does_no_harm():
    load_forms_and_rules()
    load_forms_and_rules()
    assert Claim.__pydantic_complete__
