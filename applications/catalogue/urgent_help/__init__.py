"""Urgent help: food, home, energy, broken things, late wages (§§ 22(8), 24(1), 42(2) SGB II, § 42 SGB I)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from applications.catalogue.about_you import ABOUT_YOU, YOUR_ADDRESS, only_you
from applications.catalogue.main_application.evidence import EVIDENCE
from applications.catalogue.question import Words
from applications.catalogue.structure import ApplicationType
from applications.catalogue.urgent_help.closing import CALL, REPAYMENT
from applications.catalogue.urgent_help.home import ENERGY, RENT
from applications.catalogue.urgent_help.money import ADVANCE, BROKEN, EARLY, FOOD, WAGES
from applications.catalogue.urgent_help.needs import DEBTS, THINGS, URGENT, help_section, needs_of
from applications.claim.answers import Answers
from applications.enums import Topic, UrgentNeed


def _statements(answers: Answers) -> Iterator[Words]:
    """What counts as asked for; much of it only does if it is asked for by name (§ 37(1) S.2 SGB II)."""
    needs = needs_of(answers)
    if needs & THINGS:
        yield _("Sie haben dringende Hilfe gesondert beantragt (§ 37 Abs. 1 Satz 2, § 24 Abs. 1 SGB II).")
    if needs & DEBTS:
        yield _("Sie haben beantragt, dass wir Schulden für Wohnung oder Energie übernehmen (§ 22 Abs. 8 SGB II).")
    if UrgentNeed.EARLY_PAYMENT in needs:
        yield _("Sie haben beantragt, dass wir einen Teil der nächsten Zahlung früher zahlen (§ 42 Abs. 2 SGB II).")
    if answers.help.advance_asked:
        yield _("Sie haben einen Vorschuss beantragt (§ 42 Abs. 1 Satz 2 SGB I).")


FORM = ApplicationType(
    key="urgent_help",
    title=_("Hilfe in einer Notlage"),
    version="2026.1",
    sections=(
        URGENT,
        ABOUT_YOU,
        YOUR_ADDRESS,
        help_section(FOOD, RENT, ENERGY, BROKEN, WAGES, EARLY, ADVANCE, REPAYMENT),
        CALL,
        EVIDENCE,
    ),
    people=only_you,
    place=30,
    topic=Topic.URGENT,
    summary=_("Wenn heute Geld für Essen fehlt oder Wohnung, Strom oder Heizung in Gefahr sind."),
    is_optional=False,
    statements=_statements,
    duration=_("etwa 5 Minuten"),
    prepare=_("Wenn Sie haben: Brief von Vermieter, Gericht oder Energieversorger. Es geht auch ohne."),
)
