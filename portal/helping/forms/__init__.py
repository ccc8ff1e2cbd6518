"""Forms of people who help and are helped."""

from portal.helping.forms.asking import InviteForm, OfferForm
from portal.helping.forms.beginning import BeginForm
from portal.helping.forms.code import CodeForm, TakeOverForm
from portal.helping.forms.organisation import ClientForm, ColleagueForm, PaperForm, RegisterForm, RenewalForm

__all__ = [
    "BeginForm",
    "ClientForm",
    "CodeForm",
    "ColleagueForm",
    "InviteForm",
    "OfferForm",
    "PaperForm",
    "RegisterForm",
    "RenewalForm",
    "TakeOverForm",
]
