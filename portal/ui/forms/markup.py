"""The KERN markup of forms, as functions from a template context to HTML.

Each function stands for one template name (:data:`WRITERS`) and gets the context Django builds for that template, so
values, ids and checked states are Django's own. All text goes through :func:`~portal.ui.fast_html.html`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from portal.ui.blocks import NOTHING, alert
from portal.ui.fast_html import attributes, html, join
from portal.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from portal.ui.forms.bound_field import KernBoundField

    Context = Mapping[str, Any]
    Writer = Callable[[Context], SafeString]


# --- widgets: context["widget"] as documented for Django's widget templates


def write_input(context: Context) -> SafeString:
    """Return one ``<input>``; with a unit behind it when the widget names one (``widget["unit"]``)."""
    widget = context["widget"]
    attrs = {"type": widget["type"], "name": widget["name"]}
    if widget["value"] is not None:
        attrs["value"] = str(widget["value"])
    control = html("<input{}>", attributes(attrs | widget["attrs"]))
    unit = widget.get("unit")
    if not unit:
        return control
    return html('<div class="kern-input-group">{}<span class="kern-input-group-text">{}</span></div>', control, unit)


def write_textarea(context: Context) -> SafeString:
    """Return one ``<textarea>``; browsers drop the first line break, so one is put before the text."""
    widget = context["widget"]
    attrs = attributes({"name": widget["name"]} | widget["attrs"])
    value = "" if widget["value"] is None else widget["value"]
    return html("<textarea{}>\n{}</textarea>", attrs, value)


def write_select(context: Context) -> SafeString:
    """Return one ``<select>`` in its KERN wrapper (the wrapper draws the arrow)."""
    widget = context["widget"]
    options = widget.get("options")  # written already: FixedSelect
    if options is None:
        options = join(_select_group(label, options) for label, options, _index in widget["optgroups"])
    attrs = attributes({"name": widget["name"]} | widget["attrs"])
    return html('<div class="kern-form-input__select-wrapper"><select{}>{}</select></div>', attrs, options)


def _select_group(label: str | None, options: list[dict[str, Any]]) -> SafeString:
    entries = join(
        html("<option{}>{}</option>", attributes({"value": str(o["value"])} | o["attrs"]), o["label"]) for o in options
    )
    return html('<optgroup label="{}">{}</optgroup>', label, entries) if label else entries


def write_choices(context: Context) -> SafeString:
    """Return radio buttons or checkboxes below each other, each with its own label."""
    parts = []
    for label, options, _index in context["widget"]["optgroups"]:
        entries = join(_choice(option) for option in options)
        if label:
            entries = html('<div role="group" aria-label="{0}"><p class="kern-title">{0}</p>{1}</div>', label, entries)
        parts.append(entries)
    return html('<div class="kern-fieldset__body">{}</div>', join(parts))


def _choice(option: dict[str, Any]) -> SafeString:
    attrs = {"type": option["type"], "name": option["name"], "value": str(option["value"])} | option["attrs"]
    return html(
        '<div class="kern-form-check"><input{}><label class="kern-label"{}>{}</label></div>',
        attributes(attrs),
        attributes({"for": option["attrs"].get("id")}),
        option["label"],
    )


def write_date_parts(context: Context) -> SafeString:
    """Return day, month and year as three labelled inputs beside each other."""
    parts = [
        html(
            '<div class="kern-form-input"><label class="kern-label" for="{}">{}</label>{}</div>',
            part["attrs"].get("id", ""),
            part["label"],
            write_input({"widget": part}),
        )
        for part in context["widget"]["subwidgets"]
    ]
    return html('<div class="kern-fieldset__body kern-fieldset__body--horizontal">{}</div>', join(parts))


# --- one field with label, hint, reason and error


def write_field(context: Context) -> SafeString:
    """Return a field group; hint and error carry the ids that Django's ``aria-describedby`` names."""
    field: KernBoundField = context["field"]
    if field.is_hidden:
        return SafeString(field.as_widget())
    if field.use_fieldset:
        return _fieldset(field)
    return _checkbox(field) if field.kind == "checkbox" else _labelled(field)


def _labelled(field: KernBoundField) -> SafeString:
    return html(
        '<div class="kern-form-input{}"><label class="kern-label" for="{}">{}{}</label>{}{}{}{}</div>',
        " kern-form-input--error" if field.errors else "",
        field.id_for_label,
        field.label,
        _optional(field),
        _hint(field),
        _why(field),
        field.as_widget(),
        _error(field),
    )


def _checkbox(field: KernBoundField) -> SafeString:
    return html(
        '<div class="kern-form-check{}">{}<label class="kern-label" for="{}">{}{}</label>{}{}{}</div>',
        " kern-form-check--error" if field.errors else "",
        field.as_widget(),
        field.id_for_label,
        field.label,
        _optional(field) if hasattr(field.field, "is_optional") else NOTHING,
        _hint(field),
        _why(field),
        _error(field),
    )


def _fieldset(field: KernBoundField) -> SafeString:
    return html(
        '<fieldset class="kern-fieldset{}"{}><legend class="kern-label">{}{}</legend>{}{}{}{}</fieldset>',
        " kern-fieldset--error" if field.errors else "",
        attributes({"aria-describedby": field.aria_describedby or None}),
        field.label,
        _optional(field),
        _hint(field),
        _why(field),
        field.as_widget(),
        _error(field),
    )


def _optional(field: KernBoundField) -> SafeString:
    if not field.is_optional:
        return NOTHING
    return html(' <span class="kern-label__optional">– {}</span>', _("freiwillig"))


def _hint(field: KernBoundField) -> SafeString:
    if not field.help_text:
        return NOTHING
    hints = field.hints
    text = html("{}", hints[0]) if len(hints) == 1 else SafeString("<br>".join(html("{}", hint) for hint in hints))
    return html('<div class="kern-hint" id="{}_helptext">{}</div>', field.auto_id, text)


def _error(field: KernBoundField) -> SafeString:
    errors = field.errors
    if not errors:
        return NOTHING
    return html(
        '<p class="kern-error" id="{}_error">{}'
        '<span class="kern-body"><span class="kern-sr-only">{} </span>{}</span></p>',
        field.auto_id,
        icon("danger"),
        _("Fehler:"),
        SafeString("<br>".join(html("{}", error) for error in errors)),
    )


def _why(field: KernBoundField) -> SafeString:
    why, basis = field.why, field.basis
    if not (why or basis):
        return NOTHING
    return html(
        '<details class="jc-why"><summary>{}<span class="kern-sr-only"> {}</span></summary>{}{}</details>',
        _("Warum fragen wir das?"),
        field.label,
        html('<p class="kern-body">{}</p>', why) if why else NOTHING,
        html('<p class="kern-body">{}</p>', _("Im Gesetz: %(basis)s") % {"basis": basis}) if basis else NOTHING,
    )


# --- the form as a whole


def write_form(context: Context) -> SafeString:
    """Return hidden fields and field groups. Errors of the form as a whole stand in the error summary only."""
    hidden = [SafeString(field.as_widget()) for field in context["hidden_fields"]]
    groups = [field.as_field_group() for field, _errors in context["fields"]]
    return join([*hidden, *groups])


def write_error_list(context: Context) -> SafeString:
    """Return a plain list of messages, nothing when there are none."""
    errors = context["errors"]
    if not errors:
        return NOTHING
    return html('<ul class="kern-list kern-list--bullet">{}</ul>', join(html("<li>{}</li>", error) for error in errors))


def write_error_summary(entries: list[tuple[str, str]]) -> SafeString:
    """Return the box above the heading that lists every error and leads to its control.

    ``entries`` are ``(message, id of the control or "")``.
    """
    if not entries:
        return NOTHING
    items = [
        html('<li><a class="kern-link" href="#{}">{}</a></li>', target, message)
        if target
        else html("<li>{}</li>", message)
        for message, target in entries
    ]
    listed = html('<ul class="kern-list kern-list--bullet">{}</ul>', join(items))
    return alert("danger", _("Bitte prüfen Sie Ihre Angaben"), listed, is_summary=True)


_INPUTS = (
    "text",
    "email",
    "number",
    "password",
    "tel",
    "url",
    "search",
    "hidden",
    "date",
    "time",
    "datetime",
    "checkbox",
    "file",
)
_WIDGETS = "django/forms/widgets"

WRITERS: dict[str, Writer] = {
    **{f"{_WIDGETS}/{kind}.html": write_input for kind in _INPUTS},
    f"{_WIDGETS}/textarea.html": write_textarea,
    f"{_WIDGETS}/select.html": write_select,
    f"{_WIDGETS}/radio.html": write_choices,
    f"{_WIDGETS}/checkbox_select.html": write_choices,
    "django/forms/errors/list/default.html": write_error_list,
    "kern/date_parts": write_date_parts,
    "kern/field": write_field,
    "kern/form": write_form,
}
