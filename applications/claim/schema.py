"""The published JSON Schema of a claim. `python -m applications.claim.schema` (`make schema`) writes it anew."""

import json
from pathlib import Path
from typing import Any

from applications.claim.model import Claim

PUBLISHED = Path(__file__).parents[2] / "docs" / "schema" / "claim.json"


def claim_json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a stored or exported claim."""
    schema = Claim.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Claim", **schema}


def published_schema() -> str:
    """The text of docs/schema/claim.json."""
    return json.dumps(claim_json_schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    PUBLISHED.write_text(published_schema(), encoding="utf-8")
