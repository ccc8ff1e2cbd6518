"""Forms of advice centres and training providers: registering, colleagues, clients, papers."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.enums import OrganisationKind
from portal.accounts.models.jobcenter import validate_postcode
from portal.accounts.services import OrganisationDetails
from portal.cases.domain.periods import USUAL_MONTHS, months_later
from portal.cases.domain.scope_words import FURTHER, WORK
from portal.cases.services import Ask
from portal.helping.forms.asking import LONGEST_NAME, NO_AUTOFILL, NOTHING_OF_IT, PERIODS, AskForm
from portal.ui.forms import KernForm


class RegisterForm(KernForm):
    """What the office needs to check that the body exists."""

    name = forms.CharField(label=_("Name der Organisation"), max_length=120)
    kind = forms.ChoiceField(label=_("Was für eine Organisation?"), choices=OrganisationKind.choices)
    street = forms.CharField(label=_("Straße und Hausnummer"), max_length=120)
    postcode = forms.CharField(
        label=_("Postleitzahl"),
        max_length=5,
        validators=[validate_postcode],
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    city = forms.CharField(label=_("Ort"), max_length=80)
    phone = forms.CharField(label=_("Telefon"), help_text=_("Hier fragt das Jobcenter nach."), max_length=40)
    display_name = forms.CharField(
        label=_("Ihr Name"),
        help_text=_("So sehen Sie die Klientinnen und Klienten und das Jobcenter. Zum Beispiel: Frau Yıldız"),
        max_length=LONGEST_NAME,
    )

    def details(self) -> OrganisationDetails:
        """What was filled in, as the service wants it."""
        said = {key: value for key, value in self.cleaned_data.items() if key != "display_name"}
        return OrganisationDetails(**(said | {"kind": OrganisationKind(said["kind"])}))


class ColleagueForm(KernForm):
    """Somebody who is to work for the organisation."""

    display_name = forms.CharField(
        label=_("Name"),
        help_text=_("So sehen ihn Klientinnen und Klienten und das Jobcenter. Zum Beispiel: Herr Okafor"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs=NO_AUTOFILL),
    )
    bound_email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        help_text=_(
            "Nur mit dieser Adresse kann die Einladung angenommen werden. Wir schicken nichts dorthin: Den Link geben "
            "Sie selbst weiter."
        ),
        max_length=254,
        widget=forms.EmailInput(attrs={**NO_AUTOFILL, "autocapitalize": "none"}),
    )

    def ask(self, inviter_name: str) -> Ask:
        """What was filled in, as the service wants it."""
        return Ask(
            scopes=(),
            ends_at=None,
            inviter_name=inviter_name,
            invitee_name=self.cleaned_data["display_name"],
            bound_email=self.cleaned_data["bound_email"],
        )


class ClientForm(AskForm):
    """An organisation asks a client to be allowed to act; the same choices as between two people."""

    invitee_name = forms.CharField(
        label=_("Wer ist die Person?"),
        help_text=_("Vorname und Nachname. So steht sie in Ihrer Liste."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs=NO_AUTOFILL),
    )
    work = forms.ChoiceField(
        label=_("Was soll Ihre Organisation bei Anträgen tun dürfen?"),
        choices=[*((bundle.key, bundle.label) for bundle in WORK), NOTHING_OF_IT],
        widget=forms.RadioSelect,
    )
    further = forms.MultipleChoiceField(
        label=_("Was außerdem?"),
        help_text=_("Nur, was Sie für die Beratung wirklich brauchen."),
        choices=[(bundle.key, bundle.label) for bundle in FURTHER],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    months = forms.ChoiceField(
        label=_("Wie lange?"),
        help_text=_("30 Tage vor dem Ende sagen wir beiden Seiten Bescheid. Die Person kann jederzeit früher beenden."),
        choices=PERIODS,
        initial=str(USUAL_MONTHS),
        widget=forms.RadioSelect,
    )
    field_order: tuple[str, ...] = ("invitee_name", "work", "further", "months", "bound_email")

    def ask_of(self, member_name: str, **changes: Any) -> Ask:
        """What was filled in, as the services want it; the member's name is the one the client hears."""
        return Ask(
            scopes=self.scopes(),
            ends_at=self.ends_at(),
            inviter_name=member_name,
            invitee_name=self.cleaned_data["invitee_name"],
            bound_email=self.cleaned_data.get("bound_email", ""),
            **changes,
        )


class PaperForm(ClientForm):
    """The same for a client without an account, who signs on paper."""

    bound_email = None  # type: ignore[assignment] # nobody says yes with an account
    invitee_name = forms.CharField(
        label=_("Wer ist die Person?"),
        help_text=_("Vorname und Nachname, wie im Ausweis. So steht der Name auf der Vollmacht."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs=NO_AUTOFILL),
    )
    field_order = ("invitee_name", "work", "further", "months")


class RenewalForm(KernForm):
    """A new paper for somebody who is a client already: only how long."""

    months = forms.ChoiceField(
        label=_("Wie lange soll die neue Vollmacht gelten?"),
        choices=PERIODS,
        initial=str(USUAL_MONTHS),
        widget=forms.RadioSelect,
    )

    def ends_at(self, present_end: datetime | None) -> datetime:
        """So long after the present end, or after today when that has passed."""
        now = timezone.now()
        return months_later(max(present_end or now, now), int(self.cleaned_data["months"]))
