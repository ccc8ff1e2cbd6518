"""Answers -> claim, in Python: one module per form, one per part of the claim. Equal names are copied (`copying`)."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from importlib import import_module
from typing import Any, Protocol

from applications.claim.answers import Answers
from applications.claim.builders.evidence import build_evidence, build_on_file
from applications.claim.model import AskedPaper, Claim, DocumentReference, LocalAnswer
from applications.enums import FormKind
from portal.law.dates import day_of


class Form(Protocol):
    """What a builder needs of a form of the catalogue."""

    @property
    def key(self) -> str:
        """Names the module here that builds its claim: `build(answers, head) -> Claim`, with `Claim(**head, …)`."""

    @property
    def kind(self) -> FormKind:
        """What the form is for."""

    @property
    def is_whole(self) -> bool:
        """Whether it asks about the whole household."""

    @property
    def counts_from_first(self) -> bool:
        """Whether it counts from the first of its month."""

    def read(self, stored: Mapping[str, Any], observe: Callable[[str], None] | None = None) -> Answers:
        """The typed view of stored answers."""


def build_claim(
    form: Form,
    stored: Mapping[str, Any],
    *,
    received_at: datetime | None = None,
    on: date | None = None,
    documents: Mapping[str, DocumentReference] | None = None,
    papers: Iterable[AskedPaper] = (),
    local_answers: Iterable[LocalAnswer] = (),
    observe: Callable[[str], None] | None = None,
) -> Claim:
    """The claim for stored answers (those that apply, see `catalogue.applicable`).

    `received_at` (with time zone) is None while it is a draft. `on` is the day that counts where it is not that of the
    receipt: the day to look at a draft as if it were sent, or that of an earlier application which this one continues.
    `documents` names uploaded files by id, `papers` the proofs that the questions name; `local_answers` answer the
    jobcenter's own questions. Never raises for missing or strange answers that came through the forms.
    """
    module = import_module(f"{__name__}.{form.key}")
    head = {
        "form": form.key,
        "kind": form.kind,
        "is_whole": form.is_whole,
        "counts_from_first": form.counts_from_first,
        "submitted_at": received_at,
        "application_date": day_of(received_at) if received_at and not on else on,
        "papers": tuple(papers),
        "local_answers": tuple(local_answers),
        "on_file": build_on_file(stored.get("on_file") or ()),
        "evidence": build_evidence((stored.get("evidence") or {}).get("proofs") or (), documents or {}),
    }
    claim: Claim = module.build(form.read(stored, observe), head)
    return claim
