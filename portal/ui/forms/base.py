"""The base of every citizen form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.forms import DeclarativeFieldsMetaclass
from django.forms.utils import ErrorDict
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from portal.ui.forms.renderer import KERN_RENDERER

# Django's own messages say "Dieses Feld": useless in a summary at the top of the page. Ours name the field.
_FIELD_MESSAGES: dict[str, Any] = {
    "required": _("Bitte füllen Sie „{label}“ aus."),
    "invalid": _("Bitte prüfen Sie „{label}“: Diese Eingabe können wir nicht lesen."),
    "max_length": _("„{label}“ ist zu lang. Bitte schreiben Sie höchstens %(limit_value)d Zeichen."),
    "min_length": _("„{label}“ ist zu kurz. Bitte schreiben Sie mindestens %(limit_value)d Zeichen."),
    "max_value": _("„{label}“ darf höchstens %(limit_value)s sein."),
    "min_value": _("„{label}“ muss mindestens %(limit_value)s sein."),
    "null_characters_not_allowed": _("„{label}“ enthält Zeichen, die wir nicht speichern können."),
}
_CHOICE_MESSAGES: dict[str, Any] = {
    "required": _("Bitte wählen Sie bei „{label}“ eine Antwort aus."),
    "invalid_choice": _("Bitte wählen Sie bei „{label}“ eine der angezeigten Antworten aus."),
    "invalid_list": _("Bitte wählen Sie bei „{label}“ eine der angezeigten Antworten aus."),
}
_EMAIL_MESSAGES: dict[str, Any] = {
    "invalid": _("Bitte prüfen Sie „{label}“. Eine E-Mail-Adresse sieht so aus: name@beispiel.de"),
}
_CHECKBOX_MESSAGES: dict[str, Any] = {"required": _("Bitte setzen Sie das Häkchen bei „{label}“.")}
_FILE_MESSAGES: dict[str, Any] = {
    "required": _("Bitte wählen Sie bei „{label}“ eine Datei aus."),
    "missing": _("Bitte wählen Sie bei „{label}“ eine Datei aus."),
    "empty": _("Die Datei bei „{label}“ ist leer. Bitte wählen Sie eine andere Datei aus."),
    "max_length": _("Der Name der Datei ist zu lang (höchstens %(max)d Zeichen). Bitte benennen Sie die Datei um."),
}


def name_field_in_errors(field: forms.Field, name: str = "") -> None:
    """Make the error messages of ``field`` name it: Django's standard messages are replaced by ours, and ``{label}`` in
    any message becomes the label. Messages given to the field itself stay otherwise untouched.

    :class:`KernForm` does this for declared fields, once per class. Call it for fields that are added to a form later.
    """
    label = field.label if field.label is not None else name
    ours, standard = _messages_for(field), _standard_messages(field)
    for code, message in field.error_messages.items():
        is_standard = message is standard.get(code)  # identity: comparing would translate at import time
        chosen = ours.get(code, message) if is_standard else message
        field.error_messages[code] = _filled_in(chosen, label)
    for code, message in ours.items():  # for errors of validators: Django looks here first, too
        field.error_messages.setdefault(code, _filled_in(message, label))


def _standard_messages(field: forms.Field) -> dict[str, Any]:
    """Return the messages that Django itself gives to this kind of field."""
    standard: dict[str, Any] = {}
    for parent in reversed(type(field).__mro__):
        if parent.__module__.startswith("django."):
            standard.update(parent.__dict__.get("default_error_messages", {}))
    return standard


def _messages_for(field: forms.Field) -> dict[str, Any]:
    """Return code → message for the kind of field."""
    if isinstance(field, forms.BooleanField):
        return _CHECKBOX_MESSAGES
    if isinstance(field, forms.ChoiceField):
        return _CHOICE_MESSAGES
    if isinstance(field, forms.FileField):
        return _FILE_MESSAGES
    if isinstance(field, forms.EmailField):
        return _FIELD_MESSAGES | _EMAIL_MESSAGES
    return _FIELD_MESSAGES


def _fill_in(message: Any, label: Any) -> str:
    text, shown = str(message), str(label)
    if "%(" in text:
        shown = shown.replace("%", "%%")  # Django fills in the limits with the % operator afterwards
    return text.replace("{label}", shown)


_filled_in = lazy(_fill_in, str)


class KernFormMetaclass(DeclarativeFieldsMetaclass):
    """Gives the declared fields error messages that name them, once per class and not per request."""

    def __new__(cls, name: str, bases: tuple[type, ...], attrs: dict[str, Any]) -> Any:
        """Create the form class."""
        new_class: Any = super().__new__(cls, name, bases, attrs)
        for field_name, field in new_class.base_fields.items():
            name_field_in_errors(field, field_name)
        return new_class


class KernForm(forms.Form, metaclass=KernFormMetaclass):
    """Base of every citizen form. Use ``<form novalidate>``: errors come from the server, in our words."""

    default_renderer = KERN_RENDERER
    use_required_attribute = False

    def listed_errors(self) -> list[tuple[str, str]]:
        """Return ``(message, id of the control)`` for the error summary, in page order; general errors have no id."""
        errors: ErrorDict = self.errors
        if not errors:
            return []
        listed = [(str(message), "") for message in self.non_field_errors()]
        for bound in self:
            target = "" if bound.is_hidden else getattr(bound, "error_target", bound.auto_id)
            listed += [(str(message), target) for message in bound.errors]
        return listed
