"""What holds for all appointments of a house."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from appointments import services
from appointments.permissions import may_change_settings
from appointments.selectors.setting_up import settings_of_house
from portal.desk.forms.offering_setup import SettingsForm
from portal.desk.views.offering_page import looker, offering_page

TAB = "offering_settings"


@require_http_methods(["GET", "HEAD", "POST"])
def change_settings(request: HttpRequest) -> HttpResponse:
    """Video service and travel costs; administrators only. The key is never shown, not even after a refusal."""
    actor = looker(request)
    if not may_change_settings(actor):
        raise PermissionDenied
    form = SettingsForm(request.POST if request.method == "POST" else None, instance=settings_of_house(actor))
    if form.is_valid():
        settings = form.save(commit=False)
        settings.video_secret = form.secret(form.cleaned_data)
        services.save_settings(actor=actor, settings=settings)
        messages.success(request, _("Gespeichert."))
        return HttpResponseRedirect(reverse("desk:offering_settings"))
    context = {"form": form, "back": reverse("desk:offering"), "back_words": _("Zur Woche")}
    return offering_page(
        request, actor, "desk/offering_form.html", title=_("Einstellungen der Termine"), tab=TAB, context=context
    )
