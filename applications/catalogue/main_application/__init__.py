"""The main application for Grundsicherungsgeld (Hauptantrag with the annexes; edition 04/2026)."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.main_application.assets import ASSETS
from applications.catalogue.main_application.bank import BANK
from applications.catalogue.main_application.benefits import BENEFITS
from applications.catalogue.main_application.closing import CLOSING
from applications.catalogue.main_application.evidence import EVIDENCE
from applications.catalogue.main_application.home import HOME
from applications.catalogue.main_application.insurance import INSURANCE
from applications.catalogue.main_application.maintenance import MAINTENANCE
from applications.catalogue.main_application.needs import NEEDS
from applications.catalogue.main_application.past import PAST
from applications.catalogue.main_application.people import PEOPLE
from applications.catalogue.main_application.self_employment import SELF_EMPLOYMENT
from applications.catalogue.main_application.subjects import everybody
from applications.catalogue.main_application.urgent import URGENT
from applications.catalogue.main_application.work import WORK
from applications.catalogue.main_application.you import YOU
from applications.catalogue.structure import ApplicationType
from applications.enums import Topic

FORM = ApplicationType(
    key="main_application",
    title=_("Antrag auf Grundsicherungsgeld"),
    version="2026.1",
    sections=(
        URGENT,
        YOU,
        PEOPLE,
        HOME,
        WORK,
        SELF_EMPLOYMENT,
        BENEFITS,
        NEEDS,
        MAINTENANCE,
        ASSETS,
        INSURANCE,
        BANK,
        PAST,
        EVIDENCE,
        CLOSING,
    ),
    people=everybody,
    place=10,
    topic=Topic.BEGIN,
    summary=_("Der ganze Antrag: Menschen im Haushalt, Wohnung, Einkommen, Vermögen."),
    is_whole=True,
    is_optional=False,
    continues=("quick_application",),
    duration=_("etwa 30 bis 45 Minuten"),
    prepare=_("Legen Sie bereit, was Sie haben: Ausweis, Mietvertrag, Kontoauszüge, Lohnabrechnungen."),
)
