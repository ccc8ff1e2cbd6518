"""A form that nobody needs: a vehicle register. One file, as `docs/recipes.md` says."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.about_you import ABOUT_YOU, only_you
from applications.catalogue.kinds import Amount, LongText, Text, YesNo
from applications.catalogue.structure import ApplicationType, Collection, Page, Section, Step
from applications.enums import DocumentClass, FormKind, Topic

ANY = Step("fuhrpark", _("Ihr Fuhrpark"), (YesNo("has_vehicles", _("Haben Sie Spielzeugautos?")),))
VEHICLES = Collection(
    "vehicles",
    "spielzeugautos",
    _("Ihre Spielzeugautos"),
    (
        Step(
            "spielzeugauto",
            _("Ein Spielzeugauto"),
            (
                Text("description", _("Welches ist es?"), proof=(DocumentClass.VEHICLE_REGISTRATION,)),
                Amount("value", _("Was hat es gekostet?")),
            ),
        ),
    ),
    one=_("Spielzeugauto"),
    add=_("Spielzeugauto hinzufügen"),
    more=_("Weiteres Spielzeugauto hinzufügen"),
    empty=_("Noch keins."),
    name=lambda own: own.description or "",
    when=_("wenn Sie Spielzeugautos haben"),
    applies_when=lambda answers: answers.fleet.has_vehicles,
)
WHY_NOT = Step(
    "keine",
    _("Warum nicht?"),
    (
        YesNo("wants_one", _("Hätten Sie gern eins?"), for_staff_only="nobody decides anything by that"),
        LongText(
            "remarks",
            _("Was für eins?"),
            needed_if=lambda own: own.wants_one,
            needed_when=_("wenn Sie gern eins hätten"),
        ),
    ),
    when=_("wenn Sie keine Spielzeugautos haben"),
    applies_when=lambda answers: answers.fleet.has_vehicles is False,
)
FORM = ApplicationType(
    key="toy_form",
    title=_("Anmeldung von Spielzeugautos"),
    version="2026.1",
    sections=(
        ABOUT_YOU,
        Section("fleet", _("Fuhrpark"), (ANY, VEHICLES, WHY_NOT)),
        Section("evidence", _("Unterlagen"), (Step("unterlagen", _("Ihre Unterlagen"), page=Page.EVIDENCE),)),
    ),
    people=only_you,
    kind=FormKind.REQUEST,
    topic=Topic.OTHER,
    summary=_("Damit Ihre Spielzeugautos bei uns bekannt sind."),
    duration=_("etwa 1 Minute"),
)
