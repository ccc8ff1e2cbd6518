"""Forms of the appointments."""

from appointments.forms.callback import CallbackForm
from appointments.forms.needs import NeedsFields
from appointments.forms.offer import DeclineForm, TakeForm
from appointments.forms.wish import WishForm

__all__ = ["CallbackForm", "DeclineForm", "NeedsFields", "TakeForm", "WishForm"]
