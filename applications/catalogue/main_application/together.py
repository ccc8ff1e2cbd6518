"""How those who live with the applicant stand by each other: couples without a wedding (VE), relatives (HG)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Amount, Date, LongText, YesNo
from applications.catalogue.main_application.subjects import is_relative_only
from applications.catalogue.question import Words
from applications.catalogue.structure import Step
from applications.claim.answers import Part
from applications.enums import Annex, Relation

IN_QUESTION = frozenset({Relation.UNMARRIED_PARTNER, Relation.OTHER})


def _together_since(own: Part) -> Iterator[Words]:
    """The answer and the date say different things."""
    if own.together_over_a_year is False and own.common_child:
        yield _("Sie haben ein gemeinsames Kind und wohnen noch kein Jahr zusammen. Wenn das stimmt, ist alles gut.")


TOGETHER = Step(
    "zusammenleben",
    _("Wie leben Sie zusammen?"),
    (
        YesNo(
            "together_over_a_year",
            _("Wohnen Sie seit mehr als einem Jahr zusammen?"),
            why=_(
                "Bei einem Paar vermutet das Gesetz dann, dass beide füreinander sorgen, und wir rechnen vielleicht das Geld von beiden zusammen. Für Menschen, die kein Paar sind, gilt das nicht."
            ),
            basis="§ 7 Abs. 3a Nr. 1 SGB II",
        ),
        Date(
            "together_since", _("Seit wann wohnen Sie zusammen?"), help=_("Der ungefähre Tag reicht."), required=False
        ),
        YesNo(
            "common_child",
            _("Haben Sie ein gemeinsames Kind?"),
            why=_(
                "Wenn ein Paar mit dem gemeinsamen Kind zusammen wohnt, vermutet das Gesetz von Anfang an, dass beide füreinander sorgen."
            ),
            basis="§ 7 Abs. 3a Nr. 2 SGB II",
        ),
        YesNo(
            "joint_care",
            _("Kümmern Sie sich zusammen um Kinder oder Angehörige?"),
            why=_(
                "Auch das kann zeigen, dass ein Paar füreinander sorgt. Es geht nur um Kinder und Angehörige, die bei Ihnen im Haushalt leben."
            ),
            basis="§ 7 Abs. 3a Nr. 3 SGB II",
        ),
        YesNo(
            "power_over_assets",
            _("Dürfen Sie über das Geld der anderen Person verfügen oder umgekehrt?"),
            why=_(
                "Zum Beispiel mit einem gemeinsamen Konto oder einer Vollmacht. Auch das kann für ein Paar sprechen, das füreinander sorgt; unten können Sie erklären, wenn es anders ist."
            ),
            basis="§ 7 Abs. 3a Nr. 4 SGB II",
        ),
        LongText(
            "own_statement",
            _("Möchten Sie dazu etwas sagen?"),
            help=_("Zum Beispiel: Sie wohnen nur zusammen und sind kein Paar."),
            required=False,
        ),
    ),
    named=_("Wie leben Sie und %(name)s zusammen?"),
    intro=_(
        "Das Gesetz vermutet manchmal, dass zwei Menschen füreinander sorgen. Sie können das hier bestätigen oder erklären, dass es anders ist."
    ),
    when=_(
        "wenn die Person Ihre Partnerin oder Ihr Partner ohne Trauschein ist oder eine andere Beziehung zu Ihnen hat"
    ),
    applies_to=lambda _answers, own: own.relation in IN_QUESTION,
    check=_together_since,
    annex=Annex.VE,
    annex_if=lambda own: own.together_over_a_year or own.common_child or own.joint_care or own.power_over_assets,
)

RELATIVE = Step(
    "verwandte",
    _("Hilfe von Verwandten im Haushalt"),
    (
        YesNo(
            "relative_gives",
            _("Bekommen Sie von dieser Person Geld oder Sachen?"),
            why=_(
                "Das Gesetz vermutet, dass Verwandte im Haushalt helfen, soweit sie genug Geld haben. Bekommen Sie "
                "nichts oder wenig, sagen Sie es hier: Dann rechnen wir nur an, was Sie wirklich bekommen."
            ),
            basis="§ 9 Abs. 5 SGB II",
        ),
        Amount(
            "relative_amount",
            _("Falls ja: Wie viel ist das ungefähr im Monat?"),
            needed_if=lambda own: own.relative_gives,
            needed_when=_("wenn Sie Geld oder Sachen bekommen"),
        ),
        YesNo(
            "relative_free_board",
            _("Wohnen oder essen Sie kostenlos bei dieser Person?"),
            why=_(
                "Für eine Wohnung, die nichts kostet, müssen wir nichts zahlen. Ist es nur für eine Zeit so, können Sie "
                "das unten erklären."
            ),
            basis="§ 9 Abs. 5 SGB II",
        ),
        LongText(
            "relative_note",
            _("Möchten Sie etwas dazu sagen?"),
            help=_(
                "Zum Beispiel zum Einkommen der Person, wenn sie einverstanden ist, oder warum sie nicht helfen kann"
            ),
            required=False,
        ),
    ),
    named=_("Hilft %(name)s Ihnen?"),
    when=_("wenn die Person mit Ihnen verwandt oder verschwägert ist und nicht zur Bedarfsgemeinschaft gehört"),
    applies_to=is_relative_only,
    annex=Annex.HG,
)
