"""Forms of the appointments."""

from appointments.forms.callback import CallbackForm
from appointments.forms.details import (
    CancelForm,
    ChannelForm,
    CompanionForm,
    DetailsForm,
    NeedsForm,
    ReasonForm,
    StrangerForm,
)
from appointments.forms.narrowing import NarrowingForm
from appointments.forms.needs import NeedsFields
from appointments.forms.offer import DeclineForm, TakeForm
from appointments.forms.wish import WishForm

__all__ = [
    "CallbackForm",
    "CancelForm",
    "ChannelForm",
    "CompanionForm",
    "DeclineForm",
    "DetailsForm",
    "NarrowingForm",
    "NeedsFields",
    "NeedsForm",
    "ReasonForm",
    "StrangerForm",
    "TakeForm",
    "WishForm",
]
