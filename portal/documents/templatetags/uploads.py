"""What may be uploaded, the same words and the same choice of files on every page."""

from django import template

from portal.documents.domain import limits

register = template.Library()


@register.simple_tag
def upload_limits() -> str:
    """The limits in words."""
    return limits.in_words()


@register.simple_tag
def upload_accept() -> str:
    """The value of ``accept``."""
    return limits.ACCEPT
