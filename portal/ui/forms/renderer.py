"""The KERN renderer: writes the known form markup in Python and leaves every other widget to Django's templates.

Python instead of templates because six fields cost 2 ms as Django templates and a tenth of that here; the markup is
the same. A widget with a template of its own keeps working: an unknown template name falls through to Django.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.forms.renderers import DjangoTemplates

from portal.ui.forms.bound_field import KernBoundField
from portal.ui.forms.markup import WRITERS

if TYPE_CHECKING:
    from django.http import HttpRequest


class KernRenderer(DjangoTemplates):
    """Renders forms, fields, errors and widgets as KERN markup. Share one instance: each builds a template engine."""

    form_template_name = "kern/form"
    field_template_name = "kern/field"
    bound_field_class = KernBoundField

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """Return the HTML for one form, field, error list or widget."""
        writer = WRITERS.get(template_name)
        return writer(context) if writer else super().render(template_name, context, request)


KERN_RENDERER = KernRenderer()
