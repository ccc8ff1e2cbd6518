"""Secure the date: who, where, "I apply", send. Four short pages; the main application goes on with it (`continues`).

The jobcenter needs nothing more to have an application (§ 37 SGB II, § 16(3) SGB I): what is said here is the least
that lets somebody answer it. Sections are those of the main application, key by key, so that it begins with them.
"""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from applications.catalogue.about_you import WHO, only_you
from applications.catalogue.kinds import LongText, Text, YesNo
from applications.catalogue.main_application.home import ADDRESS
from applications.catalogue.main_application.urgent import URGENT
from applications.catalogue.main_application.you import CONTACT
from applications.catalogue.question import Words
from applications.catalogue.structure import ApplicationType, Section, Step
from applications.claim.answers import Answers
from applications.enums import Topic

LATER = frozenset({"post_box"})  # of the address; the main application asks for it

YOU = Section(
    "you",
    _("Sie"),
    (
        Step(
            "sie",
            _("Wer sind Sie?"),
            (*WHO.questions, *CONTACT.questions),
            intro=_("Telefon und E-Mail sind freiwillig. Sie haben keinen Nachteil, wenn Sie nichts angeben."),
        ),
    ),
    carried=True,
)
HOME = Section(
    "home",
    _("Ihre Adresse"),
    (
        Step(
            "adresse",
            ADDRESS.title,
            tuple(question for question in ADDRESS.questions if question.key not in LATER),
        ),
    ),
    carried=True,
)
QUICK = Section(
    "quick",
    _("Ihr Antrag"),
    (
        Step(
            "antrag",
            _("Ich beantrage Leistungen"),
            (
                YesNo(
                    "only_me",
                    _("Beantragen Sie nur für sich allein?"),
                    help=_("Nein, wenn Ihre Familie, Ihre Partnerin oder Ihr Partner auch Geld braucht."),
                    why=_("Ihr Antrag gilt dann auch für die Menschen, die mit Ihnen zusammenleben."),
                    basis="§ 37, § 38 Abs. 1 SGB II",
                ),
                Text(
                    "others",
                    _("Falls nein: Für wen noch?"),
                    help=_("Eine Zahl oder ein paar Worte reichen."),
                    example=_("meine Frau und zwei Kinder"),
                    needed_if=lambda own: own.only_me is False,
                    needed_when=_("wenn Sie nicht nur für sich allein beantragen"),
                ),
                LongText(
                    "own_words",
                    _("Möchten Sie etwas dazu sagen?"),
                    help=_("In jeder Sprache und in jeder Schrift."),
                    why=_("Ihr Datum bleibt dasselbe, auch wenn Sie nicht auf Deutsch schreiben."),
                    basis="§ 19 Abs. 4 SGB X",
                    required=False,
                ),
            ),
            intro=_(
                "Sie beantragen Geld zum Leben und für die Wohnung (Grundsicherungsgeld). Auf der nächsten Seite prüfen "
                "Sie alles und senden ab."
            ),
        ),
    ),
)


def _statements(answers: Answers) -> Iterator[Words]:
    """What the receipt says: nothing is lost, what is still needed, and that no deadline runs before somebody sets one."""
    quick = answers.quick
    yield _("Ihr Datum ist gesichert. Dafür müssen Sie nichts mehr tun.")
    if quick.only_me is False:
        yield _("Sie haben auch für die Menschen beantragt, die mit Ihnen zusammenleben (§ 38 Abs. 1 SGB II).")
    yield _(
        "Damit wir ausrechnen können, wie viel Geld Sie bekommen, brauchen wir noch mehr von Ihnen: Angaben zu "
        "Einkommen, Vermögen, Wohnung und Haushalt. Füllen Sie dafür bald den ganzen Antrag aus."
    )
    yield _(
        "Ein festes Datum gibt es dafür nicht. Wenn uns etwas fehlt, schreiben wir Ihnen, was und bis wann. Vorher "
        "verlieren Sie nichts (§ 66 Abs. 3 SGB I). Haben Sie Fragen dazu? Rufen Sie uns an."
    )
    if quick.own_words:
        yield _(
            "Sie haben in einer anderen Sprache geschrieben? Ihr Datum bleibt. Wenn wir eine Übersetzung brauchen, "
            "melden wir uns (§ 19 SGB X)."
        )


FORM = ApplicationType(
    key="quick_application",
    title=_("Kurzer Antrag auf Grundsicherungsgeld"),
    version="2026.1",
    sections=(URGENT, YOU, HOME, QUICK),
    people=only_you,
    place=5,
    topic=Topic.BEGIN,
    summary=_("Sichert Ihr Datum: Name, Adresse, absenden. Alles andere füllen Sie später aus."),
    is_optional=False,
    statements=_statements,
    duration=_("etwa eine Minute"),
)
