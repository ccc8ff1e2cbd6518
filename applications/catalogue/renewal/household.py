"""The sections of the main application as a renewal has them: asked again only where something has changed."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext_lazy as _
from msgspec.structs import replace

from applications.catalogue.main_application.assets import ASSETS
from applications.catalogue.main_application.bank import BANK
from applications.catalogue.main_application.benefits import BENEFITS
from applications.catalogue.main_application.home import HOME
from applications.catalogue.main_application.insurance import INSURANCE
from applications.catalogue.main_application.needs import NEEDS
from applications.catalogue.main_application.people import PEOPLE
from applications.catalogue.main_application.work import WORK
from applications.catalogue.main_application.you import START, YOU
from applications.catalogue.question import Words
from applications.catalogue.renewal import gists
from applications.catalogue.structure import Holding, Section
from applications.claim.answers import Answers
from applications.enums import HouseholdPart

_WHEN = _("wenn sich daran etwas geändert hat oder wir es noch nicht wissen")


def _held(section: Section, gist: Callable[[Answers], Iterable[Words]], *, law: str = "") -> Section:
    """The section, to be confirmed with one tick while the person does not say that it has changed."""
    part = HouseholdPart(section.key)

    def changed(answers: Answers) -> bool:
        return part in (answers.changes.changed or ())

    def confirmed(answers: Answers) -> bool:
        return part in (answers.confirm.confirmed or ())

    return replace(section, holding=Holding(changed, confirmed, gist, _WHEN, law))


_YOU = replace(YOU, parts=tuple(part for part in YOU.parts if part is not START))  # it starts where the old period ends

HOUSEHOLD = (
    _held(_YOU, gists.you),
    _held(PEOPLE, gists.people),
    _held(HOME, gists.home),
    _held(WORK, gists.work),
    _held(BENEFITS, gists.benefits),
    _held(NEEDS, gists.needs),
    _held(ASSETS, gists.assets, law="assets.regime"),  # first period under new law: everything anew (§ 65a(1) SGB II)
    _held(INSURANCE, gists.insurance),
    _held(BANK, gists.bank),
)
