"""What administrators set up and look after."""

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from portal.cases.enums import Role
from portal.cases.views.actor import staff_actor_of
from portal.desk.views.page import desk_page
from portal.notices.selectors import unsent_notices
from portal.outbox.selectors import dead_messages


@require_GET
def setup(request: HttpRequest) -> HttpResponse:
    """List the tables of the set-up and say what got stuck; administrators only."""
    if staff_actor_of(request, purpose="setup").role is not Role.ADMINISTRATOR:
        raise PermissionDenied
    site: AdminSite = request.desk_site  # type: ignore[attr-defined] # set by DeskSite.admin_view
    context = {
        "stuck": dead_messages().count(),
        "unsent": unsent_notices().count(),
        "available_apps": site.get_app_list(request),
    }
    return desk_page(request, "desk/setup.html", title=_("Einrichtung"), context=context)
