"""How long the copy itself and the address of the last e-mail are kept."""

from django.utils.translation import gettext_lazy as _

from portal.audit.models.personal_data import RetentionRule
from portal.leaving.models import DataCopy, Farewell

COPY_DAYS = "retention.data_copy_days"
FAREWELL_DAYS = "retention.farewell_days"
RULES = (
    RetentionRule(
        key="data_copy",
        what=_("Die Kopie Ihrer Daten, die Sie angefordert haben"),
        kept=_("%(figure)s Tage, nachdem sie fertig ist"),
        why=_("Damit Sie sie in Ruhe herunterladen können."),
        basis=_("Artikel 15 Absatz 3 DSGVO, § 83 SGB X"),
        models=(DataCopy,),
        figure=COPY_DAYS,
        ends_with_account=True,
    ),
    RetentionRule(
        key="farewell",
        what=_("Die Adresse für unsere letzte E-Mail, wenn Sie das Konto schließen"),
        kept=_("bis die E-Mail gesendet ist, höchstens %(figure)s Tage"),
        why=_("Damit Sie sehen, dass das Konto geschlossen ist, und sich melden können, wenn Sie das nicht waren."),
        basis=_("Artikel 32 DSGVO"),
        models=(Farewell,),
        figure=FAREWELL_DAYS,
    ),
)
