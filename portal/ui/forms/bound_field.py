"""A bound field that knows its KERN classes, its kind and where the error summary has to lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import cached_property

from portal.ui.forms.autofill import is_autofill_forbidden
from portal.ui.forms.dates import DateParts

if TYPE_CHECKING:
    from django.forms import Widget

INPUT = "kern-form-input__input"
SELECT = "kern-form-input__select"
CHECKBOX = "kern-form-check__checkbox"
RADIO = "kern-form-check__radio"


class KernBoundField(BoundField):
    """Adds what the KERN markup needs to know about a field.

    Optional attributes of the form field (set by whoever builds the form):

    * ``more_hints``: sentences below the help text, read with it.
    * ``why``: text for "Warum fragen wir das?", shown folded under the hint; ``basis``: the paragraph it rests on.
    * ``is_optional``: overrides the "Optional" mark, which otherwise follows ``required``. A draft accepts an empty
      answer to a question that is not optional.
    """

    @cached_property
    def kind(self) -> str:
        """Return ``checkbox``, ``choices``, ``select``, ``parts`` (several inputs) or ``input``."""
        widget = self.field.widget
        if isinstance(widget, forms.CheckboxInput):
            return "checkbox"
        if isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)):
            return "choices"
        if isinstance(widget, forms.Select):
            return "select"
        return "parts" if self.use_fieldset else "input"

    @property
    def why(self) -> str:
        """Return the reason for the question, or an empty string."""
        return getattr(self.field, "why", "") or ""

    @property
    def basis(self) -> str:
        """Return the law that the question rests on, or an empty string."""
        return getattr(self.field, "basis", "") or ""

    @property
    def hints(self) -> tuple[str, ...]:
        """Return the help text and what stands below it."""
        return (self.help_text, *getattr(self.field, "more_hints", ()))

    @property
    def is_optional(self) -> bool:
        """Say whether the label carries the word "Optional"."""
        return bool(getattr(self.field, "is_optional", not self.field.required))

    @property
    def error_target(self) -> str:
        """Return the id the error summary links to: the first control, or the faulty part of a date."""
        if not self.use_fieldset:
            return self.auto_id
        part = self.faulty_parts[0] if self.faulty_parts else 0
        return f"{self.auto_id}_{part}"

    @cached_property
    def faulty_parts(self) -> list[int]:
        """Return the indexes of the date inputs the errors speak of; all of them when the date as a whole is wrong."""
        widget = self.field.widget
        if not self.errors or not isinstance(widget, DateParts):
            return []
        named = {DateParts.PARTS.index(error.code) for error in self.errors.as_data() if error.code in DateParts.PARTS}
        return sorted(named) or list(range(len(DateParts.PARTS)))

    def build_widget_attrs(self, attrs: dict[str, Any], widget: Widget | None = None) -> dict[str, Any]:
        """Return the HTML attributes of the control with the KERN classes for its kind and state."""
        attrs = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        if widget.is_hidden:
            return attrs
        if is_autofill_forbidden() and not getattr(self.form, "is_about_account", False):
            attrs["autocomplete"] = "off"  # stands above what the widget says
        if isinstance(widget, DateParts):
            return {**attrs, "faulty_parts": self.faulty_parts}
        base = _base_class(widget)
        if base == RADIO:
            attrs.pop("aria-invalid", None)  # ARIA does not allow it on a radio button
        classes = [widget.attrs.get("class", ""), base]
        if self.errors:
            classes.append(f"{base}--error")
        attrs["class"] = " ".join(name for name in classes if name)
        return attrs


def _base_class(widget: Widget) -> str:
    """Return the KERN class of a control. CheckboxSelectMultiple is a RadioSelect for Django, so it is asked first."""
    if isinstance(widget, (forms.CheckboxInput, forms.CheckboxSelectMultiple)):
        return CHECKBOX
    if isinstance(widget, forms.RadioSelect):
        return RADIO
    return SELECT if isinstance(widget, forms.Select) else INPUT
