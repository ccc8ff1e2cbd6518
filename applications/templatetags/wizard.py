"""``{% load wizard %}``: what the pages of the wizard write."""

from typing import Any

from django import template
from django.template.context import RequestContext

from applications.enums import DocumentClass
from applications.models import Application
from applications.selectors.continuing import may_go_on_with
from portal.accounts.selectors.office import phone_uri as _phone_uri
from portal.cases.views.actor import known_actor_of

register = template.Library()


@register.inclusion_tag("applications/go_on.html", takes_context=True)
def go_on(context: RequestContext, application: Application | str) -> dict[str, Any]:
    """The way from a short application to the whole one, for who may go it; nothing for all others.

    At most one SQL, and none but for short applications. ``application`` may be missing in the template's context.
    """
    actor = known_actor_of(context["request"]) if application else None
    may = isinstance(application, Application) and actor is not None and may_go_on_with(actor, application)
    return {"application": application if may else None, "csrf_token": context.get("csrf_token")}


@register.filter
def phone_uri(phone: str) -> str:
    """`tel:` address (RFC 3966) of a phone number as people write it."""
    return _phone_uri(phone)


@register.simple_tag
def paper_in_words(code: str) -> str:
    """What people call the kind of paper that an upload is meant to be; "" for what was sent without saying."""
    return str(DocumentClass(code).label) if code in DocumentClass.values else ""
