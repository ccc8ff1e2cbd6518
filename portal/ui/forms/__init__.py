"""Forms for citizen pages: KERN markup, German wording, no JavaScript needed.

Build a form from :class:`KernForm` and print it with ``{{ form }}``, or field by field with
``{{ form.name.as_field_group }}``. Print ``{% error_summary form %}`` (``{% load ui %}``) above the page heading. The
caseworkers' admin keeps Django's own renderer.
"""

from portal.ui.forms.amounts import AmountField, AmountInput, parse_amount
from portal.ui.forms.autofill import autofill
from portal.ui.forms.base import KernForm, name_field_in_errors
from portal.ui.forms.bound_field import KernBoundField
from portal.ui.forms.dates import DateParts, DatePartsField
from portal.ui.forms.digits import latin_digits
from portal.ui.forms.renderer import KERN_RENDERER, KernRenderer
from portal.ui.forms.selects import FixedChoiceField, FixedMultipleChoiceField, FixedSelect

__all__ = [
    "KERN_RENDERER",
    "AmountField",
    "AmountInput",
    "DateParts",
    "DatePartsField",
    "FixedChoiceField",
    "FixedMultipleChoiceField",
    "FixedSelect",
    "KernBoundField",
    "KernForm",
    "KernRenderer",
    "autofill",
    "latin_digits",
    "name_field_in_errors",
    "parse_amount",
]
