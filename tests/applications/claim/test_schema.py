from applications.claim.model import Claim
from applications.claim.schema import PUBLISHED, claim_json_schema, published_schema


def test_schema_names_every_part_of_the_claim():
    assert set(claim_json_schema()["properties"]) == set(Claim.model_fields)


def test_schema_is_published_as_it_is():
    assert PUBLISHED.read_text(encoding="utf-8") == published_schema(), "the claim has changed: run `make schema`"
