"""``{% load leaving %}``: names and addresses of files in a copy, levels of headings."""

from urllib.parse import quote

from django import template

from portal.audit.models.personal_data import ExportFile
from portal.leaving.domain.package import zip_path

DEEPEST = 6  # of HTML's headings

register = template.Library()


@register.filter
def file_name(file: ExportFile) -> str:
    """The name without its folders."""
    return zip_path(file.path).rpartition("/")[2]


@register.filter
def file_address(file: ExportFile) -> str:
    """Where a link of the page finds it."""
    return quote(zip_path(file.path))


@register.filter
def next_level(level: int) -> int:
    """The level of a heading below one of ``level``."""
    return min(level + 1, DEEPEST)
