"""Telling a change (VÄM, § 60(1) no. 2 SGB I): first what has changed, then only the pages that this needs."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from applications.catalogue.change_notice.household import BANK, HOME, PEOPLE, YOU
from applications.catalogue.change_notice.kinds import known
from applications.catalogue.change_notice.life import LIFE
from applications.catalogue.change_notice.money import MONEY
from applications.catalogue.change_notice.what import ABSENCE, ASK_FIRST, NAME, OTHER, SIGNED, WAIT, WHAT
from applications.catalogue.enclosures import ENCLOSURES
from applications.catalogue.main_application.closing import CLOSING
from applications.catalogue.question import Words
from applications.catalogue.structure import ApplicationType, Section
from applications.claim.answers import Answers
from applications.enums import FormKind, Topic

CHANGE = Section(
    "change",
    _("Was sich geändert hat"),
    (WHAT, WAIT, SIGNED, ASK_FIRST, *MONEY, *LIFE, NAME, ABSENCE, OTHER),
)


def _statements(_answers: Answers) -> Iterator[Words]:
    """Nothing of what was told: receipts are shown to others."""
    yield _("Damit haben Sie uns die Änderung mitgeteilt (§ 60 Abs. 1 Satz 1 Nr. 2 SGB I). Der Eingang ist belegt.")


FORM = ApplicationType(
    key="change_notice",
    title=_("Änderung mitteilen"),
    version="2026.1",
    sections=(CHANGE, YOU, PEOPLE, HOME, BANK, ENCLOSURES, CLOSING),
    people=known,
    kind=FormKind.NOTICE,
    place=310,
    topic=Topic.TELL,
    summary=_("Umzug, Arbeit, Geld, Familie, Konto: Sagen Sie uns, was sich geändert hat."),
    is_optional=False,
    statements=_statements,
    duration=_("etwa 5 Minuten"),
    prepare=_("Wenn Sie es haben: das Papier zur Änderung, zum Beispiel Mietvertrag, Arbeitsvertrag oder Kündigung."),
)
