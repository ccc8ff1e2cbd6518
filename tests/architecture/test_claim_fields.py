"""The claim as a whole: no field that no form fills."""

import datetime

from applications.catalogue.compose import compose, current_version, forms
from applications.claim.builders import build_claim
from applications.claim.model import AnnexUsed, AskedPaper, DocumentReference, LocalAnswer
from applications.claim.schema import claim_json_schema
from applications.enums import Annex, DocumentClass
from tests.applications.claim.builders.everything import everything, filled

RECEIVED = datetime.datetime(2026, 11, 16, 9, 30, tzinfo=datetime.UTC)
TURNS = 20  # more than the longest list of choices that a builder asks about
FILE = DocumentReference(id="d1", name="vertrag.pdf", sha256="0" * 64, pages=3)
PROOF = {
    "id": "LEASE",
    "class": "LEASE",
    "about": "c1",
    "item": "i1",
    "documents": [FILE.id],
    "choice": "not_available",
}
FILED = {
    "class": "LEASE",
    "about": "c1",
    "item": "i1",
    "received_on": "2026-01-02",
    "counts": True,
    "until": "2027-01-02",
}
GRANTED = {"from": "2026-02-01", "until": "2027-01-31"}
ANNEX = AnnexUsed(annex=Annex.UH3, person_id="c1")
PAPER = AskedPaper(
    document_class=DocumentClass.OTHER,
    person_id="c1",
    item_id="i1",
    question="?",
    title="Formblatt",
    reason="Darum.",
    legal_basis="§ 60",
)
LOCAL = LocalAnswer(section="you", key="dog", question="Hund?", value="true", person_id="c1")


def test_every_field_is_filled_by_the_builder_of_some_form():
    schema = claim_json_schema()
    parts = {"Claim": schema} | schema["$defs"]
    declared = {f"{name}.{key}" for name, part in parts.items() for key in part.get("properties", ())}
    said = set()
    for key in {key for key, _version in forms()}:
        form = compose(key, current_version(key))
        for turn in range(TURNS):
            stored = everything(form, turn)
            stored |= {"evidence": {"proofs": [PROOF]}, "on_file": [FILED], "granted": GRANTED}
            claim = build_claim(
                form,
                stored,
                received_at=RECEIVED,
                documents={FILE.id: FILE},
                papers=[PAPER],
                local_answers=[LOCAL],
            )
            said |= set(filled(claim.model_copy(update={"annexes": (ANNEX,)})))

    assert declared - said == set()
