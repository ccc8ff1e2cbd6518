"""Taking an application back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.ui.forms import KernForm

LONGEST = 2000


class WithdrawalForm(KernForm):
    """The reason, for who wants to give one."""

    reason = forms.CharField(
        label=_("Warum nehmen Sie zurück?"),
        help_text=_("Sie müssen keinen Grund nennen."),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
