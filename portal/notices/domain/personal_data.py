"""How long the record of e-mails is kept. It holds no contents; the copy of a person's data lists it with its times."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.audit.models.personal_data import Exported, ExportPart, Record, RetentionRule
from portal.cases.models.retention import kept_with_case
from portal.notices.models import Consent, Dispatch, NoticeSettings
from portal.ui.formats import format_moment


def export_notices(user_id: UUID) -> Exported:
    """Which e-mails were sent to the account, and when. One query."""
    found = list(Dispatch.objects.filter(user_id=user_id).order_by("created_at"))
    lines = tuple(
        _("%(moment)s: „%(subject)s“ (%(state)s)")
        % {
            "moment": format_moment(each.sent_at or each.created_at),
            "subject": each.get_template_display(),
            "state": each.get_status_display(),
        }
        for each in found
    )
    return Exported(
        records=(Record(title=_("Gesendet"), lines=lines),) if lines else (),
        data=[
            {"template": each.template, "status": each.status, "created_at": each.created_at, "sent_at": each.sent_at}
            for each in found
        ],
    )


PARTS = (
    ExportPart(
        key="notices",
        title=gettext_lazy("E-Mails an Sie"),
        models=(Dispatch, Consent, NoticeSettings),
        collect=export_notices,
    ),
)
RULES = (
    kept_with_case(
        "notices", gettext_lazy("Der Nachweis, dass und wann wir Ihnen eine E-Mail geschickt haben"), Dispatch
    ),
    RetentionRule(
        key="consents",
        what=gettext_lazy("Worin Sie eingewilligt haben, und wie Sie benachrichtigt werden möchten"),
        kept=gettext_lazy("so lange, wie Sie ein Konto haben"),
        why=gettext_lazy("Wir müssen nachweisen können, dass und wann Sie eingewilligt haben."),
        basis=gettext_lazy("Artikel 7 Absatz 1 DSGVO, § 37 Absatz 2a SGB X"),
        models=(Consent, NoticeSettings),
        ends_with_account=True,
    ),
)
