"""Invented applications for the demo, sent through the same services as everybody's."""

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from applications.catalogue.complete import complete
from applications.catalogue.compose import compose
from applications.domain.draft_answers import store_answers
from applications.models import Application, Draft
from applications.services.draft import start_draft
from applications.services.submit import submit_draft
from portal.accounts.models import User
from portal.cases.selectors import actor_for_user

HOUSEHOLDS = Path(__file__).parents[1] / "demo" / "households.json"
FORM = "main_application"


def sample_households() -> list[dict[str, Any]]:
    """Each with ``email``, ``answers`` without what is answered with no, and the sections that are still ``open``."""
    households: list[dict[str, Any]] = json.loads(HOUSEHOLDS.read_text())
    return households


def load_application(user: User, answers: dict[str, Any], *, still_open: Collection[str]) -> None:
    """Fill in a draft for the user and send it if no section of it is still open.

    Does nothing when there is an application or a draft already.
    """
    owned = {"case__standings__user": user}
    if Application.objects.filter(**owned).exists() or Draft.objects.filter(**owned).exists():
        return
    draft = start_draft(actor=actor_for_user(user, purpose="own_case"), form_key=FORM)
    form = compose(draft.form_key, draft.catalogue_version, draft.overlay_version)
    said = complete(form, {**answers, **draft.answers})
    stored = {section: part for section, part in said.items() if section not in still_open}
    store_answers(draft=draft, answers=stored, slug="", at=draft.created_at)
    if not still_open:
        submit_draft(actor=actor_for_user(user, purpose="own_case"), draft=draft)
