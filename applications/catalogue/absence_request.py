"""Asking for consent before travelling (Ortsabwesenheit, § 7b SGB II): staff answer it, and until then nobody leaves."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from applications.catalogue.about_you import ABOUT_YOU, YOUR_ADDRESS, only_you
from applications.catalogue.figures_in_words import with_law_figures
from applications.catalogue.kinds import Date, LongText, Phone, Text
from applications.catalogue.question import Words
from applications.catalogue.structure import ApplicationType, Consent, Page, Section, Step
from applications.claim.answers import Answers, Part
from applications.enums import FormKind, Topic

ABSENCE_BASIS = "§ 7b SGB II"
DO_NOT_LEAVE = _("Bitte nicht wegfahren, bevor wir zugestimmt haben.")


def _back_before_leaving(own: Part) -> Iterator[Words]:
    """The days are in the wrong order."""
    if own.leaves_on and own.returns_on and own.returns_on < own.leaves_on:
        yield _("Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie die beiden Tage.")


FIRST_ASK = Step(
    "erst-fragen",
    DO_NOT_LEAVE,
    tells=(
        _(
            "Wer Geld vom Jobcenter bekommt und arbeiten kann, muss erreichbar sein. Möchten Sie wegfahren, brauchen "
            "Sie vorher unsere Zustimmung (§ 7b SGB II). Sonst bekommen Sie für diese Zeit vielleicht kein Geld."
        ),
        with_law_figures(
            _(
                "Sie dürfen im Jahr bis zu %(weeks)s Wochen ohne besonderen Grund weg sein. Mit einem wichtigen Grund, "
                "zum Beispiel einer Kur, kann es länger sein."
            ),
            _("Ohne besonderen Grund dürfen Sie nur einige Wochen im Jahr weg sein. Wie lange, sagen wir Ihnen gern."),
            weeks="absence.without_important_reason_weeks_per_year",
        ),
        _(
            "Ein Mensch im Jobcenter antwortet Ihnen. Die Antwort liegt in Ihrem Postfach. Fragen Sie möglichst früh. "
            "Eilt es? Rufen Sie zusätzlich an."
        ),
        _(
            "Sie mussten schon weg, zum Beispiel weil jemand in der Familie im Sterben liegt? Schicken Sie das "
            "Formular trotzdem sofort ab und rufen Sie an."
        ),
    ),
    page=Page.NOTICE,
)

TRIP = Step(
    "reise",
    _("Wann möchten Sie weg sein?"),
    (
        Date(
            "leaves_on",
            _("Erster Tag"),
            help=_("Der Tag, an dem Sie abreisen"),
            why=_("Ab diesem Tag brauchen Sie unsere Zustimmung. Daran sehen wir, wie schnell wir antworten müssen."),
            basis=ABSENCE_BASIS,
        ),
        Date(
            "returns_on",
            _("Letzter Tag"),
            help=_("Der Tag, an dem Sie zurückkommen"),
            why=_("Aus beiden Tagen sehen wir, wie lange Sie weg sind und ob das in diesem Jahr noch möglich ist."),
            basis=ABSENCE_BASIS,
        ),
        LongText(
            "reason",
            _("Möchten Sie sagen, warum?"),
            help=_("Das ist freiwillig. Bei einem wichtigen Grund, zum Beispiel einer Kur, hilft es Ihnen."),
            why=_(
                "Mit einem wichtigen Grund dürfen Sie vielleicht auch länger weg sein. Sagen Sie nichts, prüfen wir Ihre Bitte wie bei einem Urlaub."
            ),
            basis="§ 7b Abs. 2 SGB II",
            required=False,
        ),
    ),
    check=_back_before_leaving,
)

REACHABLE = Step(
    "unterwegs",
    _("Wo erreichen wir Sie in dieser Zeit?"),
    (
        Text("place", _("Ort oder Land"), example=_("Zum Beispiel Köln, bei meiner Schwester"), required=False),
        Phone("phone_away", _("Telefonnummer, unter der Sie dort erreichbar sind"), required=False),
    ),
    intro=_("Beides ist freiwillig. Es hilft, wenn wir eine Frage haben."),
)


def _statements(_answers: Answers) -> Iterator[Words]:
    yield DO_NOT_LEAVE
    yield _("Das ist noch keine Zustimmung. Unsere Antwort liegt bald in Ihrem Postfach.")


FORM = ApplicationType(
    key="absence_request",
    title=_("Wegfahren: um Zustimmung bitten"),
    version="2026.1",
    sections=(
        Section("absence", _("Ihre Reise"), (FIRST_ASK, TRIP, REACHABLE)),
        ABOUT_YOU,
        YOUR_ADDRESS,
    ),
    people=only_you,
    kind=FormKind.REQUEST,
    place=330,
    topic=Topic.TELL,
    summary=_("Sie möchten verreisen? Fragen Sie uns vorher (Ortsabwesenheit)."),
    statements=_statements,
    consent=Consent(
        waiting=_("Bitte nicht wegfahren, bevor wir zugestimmt haben. Eilt es? Rufen Sie uns an."),
        agreed=_("Wir haben zugestimmt. Sie können in der Zeit, um die Sie gebeten haben, wegfahren."),
        refused=_(
            "Wir haben nicht zugestimmt. Bitte fahren Sie nicht weg: Sonst bekommen Sie für diese Zeit vielleicht "
            "kein Geld."
        ),
    ),
    duration=_("etwa 3 Minuten"),
    prepare=_("Die Tage, an denen Sie weg sein möchten."),
)
