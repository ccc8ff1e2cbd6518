"""``{% load decisions %}``: what a thread shows of a decision."""

from typing import Any

from django import template

from mailbox.models import Message
from mailbox.selectors import decision_of
from portal.cases.views.actor import actor_of

register = template.Library()


@register.inclusion_tag("mailbox/decision_entry.html", takes_context=True)
def decision_entry(context: dict[str, Any], message: Message) -> dict[str, Any]:
    """Return the way to the decision that ``message`` brings; for who may not read decisions no more than its kind."""
    actor = actor_of(context["request"], purpose="mailbox")
    return {"message": message, "decision": decision_of(actor, message)}
