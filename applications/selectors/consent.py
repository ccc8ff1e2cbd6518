"""Requests that want the jobcenter's consent, and what was answered."""

from django.db.models import QuerySet

from applications.catalogue.compose import UnknownForm, compose, current_version
from applications.catalogue.structure import Consent
from applications.models import Application, RequestAnswer


def consent_of(application: Application) -> Consent | None:
    """Return what is said of consent where the form asks for it; None for all other forms. No SQL."""
    try:
        return compose(application.form_key, current_version(application.form_key)).consent
    except UnknownForm:
        return None


def answers_to(application: Application) -> QuerySet[RequestAnswer]:
    """Return what staff have answered, the latest first, with who it was. See the application first."""
    return application.answers.select_related("membership").order_by("-at", "-id")
