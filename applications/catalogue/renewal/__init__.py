"""The renewal (Weiterbewilligungsantrag, WBA): what has changed is asked, the rest is confirmed with one tick each."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.main_application.evidence import EVIDENCE
from applications.catalogue.main_application.past import PAST
from applications.catalogue.main_application.subjects import everybody
from applications.catalogue.renewal.changes import CHANGES, CONFIRM
from applications.catalogue.renewal.household import HOUSEHOLD
from applications.catalogue.structure import ApplicationType
from applications.enums import Topic

FORM = ApplicationType(
    key="renewal",
    title=_("Antrag auf Weiterbewilligung"),
    version="2026.1",
    sections=(CHANGES, CONFIRM, *HOUSEHOLD, EVIDENCE),
    people=everybody,
    place=20,
    topic=Topic.BEGIN,
    summary=_("Damit Ihr Geld weitergeht, wenn die Bewilligung endet."),
    is_whole=True,
    is_optional=False,
    duration=_("etwa 5 Minuten, wenn sich nichts geändert hat"),
    prepare=_("Legen Sie bereit: die letzten Kontoauszüge und Lohnabrechnungen."),
    layouts={PAST.key: PAST.layout},  # the last years were told with the first application and are not asked again
)
