"""Assurance before a move: new dwelling, reasons, deposit and moving costs (§ 22(4)–(6) SGB II).

A request, not an application: it asks for a promise. What it costs is then part of the benefit that is paid already.
"""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from applications.catalogue.about_you import ABOUT_YOU, YOUR_ADDRESS, only_you
from applications.catalogue.main_application.closing import CLOSING
from applications.catalogue.main_application.evidence import EVIDENCE
from applications.catalogue.moving_assurance.costs import COSTS
from applications.catalogue.moving_assurance.dwelling import NEW_HOME
from applications.catalogue.moving_assurance.reasons import REASONS
from applications.catalogue.question import Words
from applications.catalogue.structure import ApplicationType, Page, Section, Step
from applications.claim.answers import Answers
from applications.enums import FormKind, Topic

NOT_YET = _("Bitte unterschreiben Sie den Mietvertrag erst, wenn wir zugestimmt haben.")

BEFORE = Section(
    "before",
    _("Vor dem Umzug"),
    (
        Step(
            "erst-fragen",
            _("Bitte noch nicht unterschreiben"),
            tells=(
                NOT_YET,
                _(
                    "Kündigen Sie bis dahin auch Ihre alte Wohnung nicht, und beauftragen Sie keine Umzugsfirma. Sonst kann "
                    "es sein, dass wir die höhere Miete, die Kaution oder den Umzug nicht bezahlen können."
                ),
                _(
                    "Wenn die Vermieterin oder der Vermieter nicht lange wartet, sagen Sie uns, bis wann Sie antworten "
                    "müssen. Rufen Sie uns dann bitte auch an."
                ),
                _(
                    "Liegt die neue Wohnung in einem anderen Ort, entscheidet über Miete und Kaution das Jobcenter dort, über "
                    "den Umzug das Jobcenter hier. Sie müssen nur einmal fragen: Wir leiten weiter, was dorthin gehört."
                ),
                _("Sind Sie in Gefahr? Dann warten Sie nicht. Ziehen Sie aus, und schreiben Sie uns danach."),
            ),
            page=Page.NOTICE,
        ),
    ),
)


def _statements(answers: Answers) -> Iterator[Words]:
    """What was asked for at this moment, and what to wait with."""
    if answers.reasons.lease_signed:
        yield _("Sie haben um Zustimmung zu einem Umzug gebeten (§ 22 Abs. 4 bis 6 SGB II).")
        return
    yield _("Sie haben um Zustimmung zu einem Umzug gebeten, bevor Sie unterschreiben (§ 22 Abs. 4 bis 6 SGB II).")
    yield NOT_YET


FORM = ApplicationType(
    key="moving_assurance",
    title=_("Zustimmung zu einem Umzug"),
    version="2026.1",
    sections=(BEFORE, ABOUT_YOU, YOUR_ADDRESS, NEW_HOME, REASONS, COSTS, EVIDENCE, CLOSING),
    people=only_you,
    kind=FormKind.REQUEST,
    place=320,
    topic=Topic.TELL,
    summary=_("Bevor Sie einen neuen Mietvertrag unterschreiben: neue Miete, Kaution, Kosten des Umzugs."),
    is_optional=False,
    statements=_statements,
    duration=_("etwa 10 Minuten"),
    prepare=_("Das Angebot für die neue Wohnung mit Größe, Miete, Nebenkosten und Heizkosten."),
)
