"""What is held of the devices on which somebody wants to see hints, and for how long."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.audit.models.personal_data import Exported, ExportPart, Record, RetentionRule
from portal.notices.models import PushSubscription
from portal.ui.formats import format_date


def export_devices(user_id: UUID) -> Exported:
    """Which browsers hints go to, and since when. One query. Endpoint and keys are secrets of the browser: left out."""
    found = list(PushSubscription.objects.filter(user_id=user_id).order_by("created_at").defer("p256dh", "auth"))
    lines = tuple(
        _("%(browser)s, seit %(day)s") % {"browser": each.browser, "day": format_date(each.created_at)}
        for each in found
    )
    return Exported(
        records=(Record(title=_("Eingeschaltet"), lines=lines),) if lines else (),
        data=[
            {"browser": each.browser, "created_at": each.created_at, "last_ok_at": each.last_ok_at} for each in found
        ],
    )


DEVICES = ExportPart(
    key="push_devices",
    title=gettext_lazy("Geräte, auf denen Sie Hinweise sehen"),
    models=(PushSubscription,),
    collect=export_devices,
)
DEVICES_KEPT = RetentionRule(
    key="push_devices",
    what=gettext_lazy("Auf welchen Geräten Sie Hinweise sehen möchten"),
    kept=gettext_lazy("bis Sie die Hinweise auf dem Gerät ausschalten, oder bis Ihr Browser keine mehr annimmt"),
    why=gettext_lazy("Ohne diese Angaben kann kein Hinweis auf Ihr Gerät kommen."),
    basis=gettext_lazy("Artikel 6 Absatz 1 Buchstabe a DSGVO"),
    models=(PushSubscription,),
    ends_with_account=True,
)
