"""Name the staff of a jobcenter."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import StaffMembership, User

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[StaffMembership]
else:
    ModelForm = forms.ModelForm


class StaffMembershipForm(ModelForm):
    """A membership whose account is named by its e-mail address, so that nobody browses the accounts of the portal."""

    email = forms.EmailField(
        label=_("E-Mail-Adresse des Kontos"), help_text=_("Die Person legt zuerst selbst ein Konto im Portal an.")
    )

    class Meta:
        model = StaffMembership
        fields = (
            "email",
            "jobcenter",
            "team",
            "role",
            "display_name",
            "phone",
            "reachable",
            "valid_from",
            "valid_to",
            "opens_restricted",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Show the address of the account; it cannot be exchanged afterwards."""
        super().__init__(*args, **kwargs)
        if self.instance.user_id:
            self.fields["email"].initial = self.instance.user.email
            self.fields["email"].disabled = True

    def clean_email(self) -> str:
        """Find the account. Raises ValidationError when there is none that is active."""
        email: str = self.cleaned_data["email"]
        user = User.objects.filter(email=email, is_active=True).first()
        if user is None:
            raise ValidationError(_("Zu dieser E-Mail-Adresse gibt es kein Konto. Bitte prüfen Sie die Schreibweise."))
        self.instance.user = user
        return email

    def clean(self) -> dict[str, Any]:
        """Keep team and jobcenter together."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        team, jobcenter = cleaned.get("team"), cleaned.get("jobcenter")
        if team and jobcenter and team.jobcenter_id != jobcenter.pk:
            self.add_error("team", _("Dieses Team gehört zu einem anderen Jobcenter."))
        return cleaned
