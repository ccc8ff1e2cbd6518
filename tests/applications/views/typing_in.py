"""Typing into a page of the wizard: one page that everybody knows, and the button below it."""

from django.urls import reverse

from applications.catalogue.main_application import FORM
from applications.catalogue.values import step_version
from applications.catalogue.walk import find, walk

NAME = {
    "first_name": "Miriam",
    "last_name": "Sander",
    "birth_date_0": "25",
    "birth_date_1": "1",
    "birth_date_2": "1997",
}


CLEAN_NAME = {"first_name": "Miriam", "last_name": "Sander", "birth_name": None, "birth_date": "1997-01-25"}


def url(draft, slug):
    return reverse("applications:step", args=[draft.pk, slug])


def send(visitor, draft, slug, fields, **more):
    """Type into a page as it is shown now and press a button."""
    draft.refresh_from_db()
    page = find(walk(FORM, draft.answers), slug)
    hidden = {"wizard-current_step": slug, "version": step_version(draft.answers, page.place, page.keys), "go": "next"}
    return visitor.post(url(draft, slug), hidden | fields | more)
