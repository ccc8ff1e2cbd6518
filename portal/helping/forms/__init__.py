"""Forms of people who help and are helped."""

from portal.helping.forms.asking import InviteForm, OfferForm
from portal.helping.forms.beginning import BeginForm
from portal.helping.forms.code import CodeForm, TakeOverForm

__all__ = ["BeginForm", "CodeForm", "InviteForm", "OfferForm", "TakeOverForm"]
