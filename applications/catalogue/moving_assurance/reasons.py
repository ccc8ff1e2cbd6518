"""Why somebody wants to move; more is asked only of who is under the age of § 22(5) SGB II."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Date, LongText, Several, YesNo
from applications.catalogue.main_application.subjects import is_under_25
from applications.catalogue.structure import Section, Step
from applications.enums import MoveReason

YOUNG_BASIS = "§ 22 Abs. 5 SGB II"

WHY = Step(
    "grund",
    _("Warum möchten Sie umziehen?"),
    (
        Several(
            "reasons",
            _("Was ist der Grund?"),
            help=_("Sie können mehreres ankreuzen. Sie müssen keine Krankheit nennen."),
            why=_("Wenn ein Umzug nötig ist, können wir auch höhere Kosten und den Umzug bezahlen."),
            basis="§ 22 Abs. 4, 6 SGB II",
            options=MoveReason,
            sensitive=True,
        ),
        LongText(
            "reason_note",
            _("Bitte beschreiben Sie den Grund kurz."),
            help=_("Ein oder zwei Sätze reichen."),
            why=_(
                "Ein Kreuz sagt nicht, warum es gerade bei Ihnen nötig ist. Sie müssen nichts "
                "Persönliches schreiben: Dann sehen wir nur, was Sie angekreuzt haben, und fragen "
                "vielleicht nach."
            ),
            basis="§ 22 Abs. 1, 4 und 6 SGB II",
            sensitive=True,
        ),
    ),
)

LEASE = Step(
    "mietvertrag",
    _("Haben Sie schon unterschrieben?"),
    (
        YesNo(
            "lease_signed",
            _("Haben Sie den neuen Mietvertrag schon unterschrieben?"),
            help=_("Auch dann prüfen wir Ihre Bitte. Antworten Sie so, wie es ist."),
            why=_(
                "Die Zustimmung soll es vor der Unterschrift geben. Danach können wir Kaution und Umzug "
                "meistens nicht mehr übernehmen."
            ),
            basis="§ 22 Abs. 4 Satz 1 SGB II",
        ),
        Date(
            "lease_signed_on",
            _("Falls ja: Wann?"),
            help=_("Zum Beispiel 15 1 2027"),
            needed_if=lambda own: own.lease_signed,
            needed_when=_("wenn schon unterschrieben ist"),
        ),
    ),
)

YOUNG = Step(
    "unter-25",
    _("Wenn Sie unter 25 sind"),
    (
        YesNo(
            "leaves_parents",
            _("Wohnen Sie jetzt bei Ihren Eltern oder einem Elternteil?"),
            why=_(
                "Die strengen Regeln gelten vor allem, wenn Sie zum ersten Mal bei den Eltern ausziehen. "
                "Wohnen Sie schon woanders, ist es meistens einfacher."
            ),
            basis=YOUNG_BASIS,
        ),
        LongText(
            "leaves_parents_reason",
            _("Falls ja: Warum können Sie dort nicht bleiben?"),
            help=_("Zum Beispiel schwerer Streit oder Gewalt. Wir fragen Ihre Eltern nicht ohne Ihre Zustimmung."),
            why=_(
                "Bei einem schweren Grund müssen wir zustimmen. Aufschreiben müssen Sie ihn nicht, ein "
                "Gespräch reicht. Ganz ohne Grund können wir vielleicht nicht zustimmen."
            ),
            basis="§ 22 Abs. 5 Satz 2 Nr. 1 und 3 SGB II",
            needed_if=lambda own: own.leaves_parents and not own.wants_talk,
            needed_when=_("wenn Sie bei Ihren Eltern wohnen und nicht lieber mit uns sprechen"),
            sensitive=True,
        ),
        YesNo(
            "needed_for_work",
            _("Brauchen Sie die Wohnung für eine Arbeit oder Ausbildung?"),
            why=_(
                "Das kann allein schon ein Grund für unsere Zustimmung sein. Dann kommt es auf andere "
                "Gründe vielleicht nicht mehr an."
            ),
            basis="§ 22 Abs. 5 Satz 2 Nr. 2 SGB II",
        ),
        YesNo(
            "wants_talk",
            _("Möchten Sie die Gründe lieber in einem Gespräch sagen?"),
            help=_("Dann müssen Sie hier nichts aufschreiben."),
            why=_(
                "Manches sagt man leichter, als man es schreibt. Bei Ja melden wir uns, und der Grund "
                "hier darf leer bleiben."
            ),
            basis="§ 14 SGB I",
            required=False,
        ),
    ),
    intro=_(
        "In Ihrem Alter zahlen wir eine eigene Wohnung nur, wenn wir vorher zugestimmt haben. Wenn es einen wichtigen Grund "
        "gibt, müssen wir zustimmen."
    ),
    applies_when=is_under_25,
    when=_("wenn Sie unter 25 sind"),
)

REASONS = Section("reasons", _("Grund für den Umzug"), (WHY, LEASE, YOUNG))
