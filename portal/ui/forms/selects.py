"""Choices that never change: fields whose copies share them, a drop-down that writes them once."""

from __future__ import annotations

from html import escape
from typing import Any

from django import forms
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from portal.ui.fast_html import attributes, html, join


class FixedChoices:
    """Mixin for fields: every form gets copies of its fields, and each would copy its choices one by one."""

    _choices: Any

    def __deepcopy__(self, memo: dict[int, Any]) -> Any:
        """Return a copy with the same choices."""
        memo[id(self._choices)] = self._choices
        return super().__deepcopy__(memo)  # type: ignore[misc] # of the field beside this mixin


class FixedChoiceField(FixedChoices, forms.ChoiceField):
    """One of choices that never change."""


class FixedMultipleChoiceField(FixedChoices, forms.MultipleChoiceField):
    """Any number of choices that never change."""


class FixedSelect(forms.Select):
    """Writes the markup of its options once per process and language and only marks the chosen one in it.

    Django builds every option anew each time: half of the work of a page with two lists of 250 countries. For options
    that are the same for everybody and at all times, without groups.
    """

    def __init__(self, attrs: dict[str, Any] | None = None, choices: Any = ()) -> None:
        """Take attributes and options like any ``Select``."""
        super().__init__(attrs, choices)
        self._written: dict[str | None, str] = {}  # shared by all copies of the widget: Django copies shallowly

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return Django's context with ``widget["options"]`` in place of single options."""
        context = super().get_context(name, value, attrs)
        context["widget"]["options"] = self._options(context["widget"]["value"])
        return context

    def optgroups(self, *_arguments: Any, **_more: Any) -> list[Any]:
        """Return nothing: no option is built."""
        return []

    def use_required_attribute(self, initial: Any) -> bool:  # noqa: ARG002 -- Django's signature
        """Return False, as all our forms do; Django would look at the options to find out."""
        return False

    def _options(self, chosen: list[str]) -> SafeString:
        language = get_language()
        if language not in self._written:
            self._written[language] = join(
                html("<option{}>{}</option>", attributes({"value": str(value)}), label) for value, label in self.choices
            )
        written = self._written[language]
        for value in chosen:
            option = f'<option value="{escape(value)}"'
            written = written.replace(f"{option}>", f"{option} selected>", 1)
        return SafeString(written)
