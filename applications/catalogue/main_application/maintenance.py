"""Section "Unterhalt": maintenance that somebody outside may owe (UH1, UH2, UH3), only for those whom it can concern.

Every first page offers to say nothing because it would be dangerous. Then no answer counts as missing and staff call
before anybody else is asked (§ 65(1) no. 2 SGB I).
"""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Amount, Choice, LongText, Name, Text, YesNo
from applications.catalogue.main_application.maintenance_concerns import (
    concerned,
    has_former_partner,
    has_other_parent,
    has_parent_outside,
    is_minor_with_parent_outside,
    is_open,
    lives_elsewhere,
)
from applications.catalogue.main_application.maintenance_safety import CALL_FIRST, SAFETY, UNLESS_UNSAFE
from applications.catalogue.structure import ForEach, Section, Step
from applications.enums import Annex, DocumentClass, MaintenanceAdvance

BASIS = "§ 33 SGB II"
_AT_AN_OFFICE = frozenset({MaintenanceAdvance.PAID, MaintenanceAdvance.APPLIED})

FORMER_PARTNER = Step(
    "fruehere-beziehung",
    _("Frühere Ehe oder Partnerschaft"),
    (
        SAFETY,
        Name(
            "former_name",
            _("Name der früheren Partnerin oder des früheren Partners"),
            why=_("Vielleicht steht nach der Trennung Unterhalt zu. Das prüfen wir, bevor jemand angeschrieben wird."),
            basis=BASIS,
            needed_if=is_open,
            needed_when=UNLESS_UNSAFE,
        ),
        LongText("former_address", _("Anschrift"), help=_("Nur wenn Sie sie wissen"), required=False),
        Text(
            "former_work",
            _("Arbeit oder Einkommen"),
            help=_("Nur wenn Sie etwas wissen, zum Beispiel „arbeitet bei der Post“"),
            required=False,
        ),
    ),
    named=_("Frühere Ehe oder Partnerschaft von %(name)s"),
    when=_("wenn jemand getrennt lebt, geschieden ist oder die Lebenspartnerschaft aufgehoben wurde"),
    applies_to=has_former_partner,
    annex=Annex.UH1,
)

AFTER_SEPARATION = Step(
    "unterhalt-trennung",
    _("Unterhalt nach der Trennung"),
    (
        YesNo(
            "former_title",
            _("Gibt es ein Urteil, einen Beschluss oder eine Vereinbarung über Unterhalt?"),
            why=_(
                "Steht schon fest, was jemand zahlen muss, richten wir uns zuerst danach. Wäre die Antwort gefährlich, lassen Sie alles leer und kreuzen es auf der Seite davor an: Dann fehlt nichts."
            ),
            basis=BASIS,
            proof=(DocumentClass.MAINTENANCE_TITLE,),
        ),
        YesNo(
            "former_pays",
            _("Wird Unterhalt gezahlt?"),
            help=_("Nicht gemeint: Unterhalt für Kinder"),
            why=_("Was wirklich gezahlt wird, zählt als Einkommen. Kommt nichts, klären wir, ob jemand zahlen müsste."),
            basis=BASIS,
        ),
        Amount(
            "former_amount",
            _("Falls ja: Wie viel im Monat?"),
            where=_("Steht auf dem Kontoauszug"),
            needed_if=lambda own: own.former_pays,
            needed_when=_("wenn Unterhalt gezahlt wird"),
        ),
        YesNo("former_lawyer", _("Kümmert sich eine Anwältin, ein Anwalt oder ein Gericht darum?")),
        LongText(
            "former_lawyer_note",
            _("Falls ja: Name und Aktenzeichen"),
            where=_("Das Aktenzeichen steht oben auf den Briefen"),
            needed_if=lambda own: own.former_lawyer,
            needed_when=_("wenn sich jemand darum kümmert"),
        ),
    ),
    named=_("Unterhalt nach der Trennung: %(name)s"),
    when=_("wenn jemand getrennt oder geschieden ist und die Angabe nicht gefährlich ist"),
    applies_to=lambda answers, own: is_open(own) and has_former_partner(answers, own),
    annex=Annex.UH1,
)

OTHER_PARENT = Step(
    "anderer-elternteil",
    _("Der andere Elternteil"),
    (
        SAFETY,
        YesNo(
            "other_parent_here",
            _("Wohnt der andere Elternteil hier?"),
            help=_("Gemeint ist der andere Elternteil des Kindes, das erwartet wird oder noch klein ist."),
            why=_("Wer ein Kind erwartet oder ein kleines Kind betreut, kann auch für sich selbst Unterhalt bekommen."),
            basis="§ 33 SGB II, § 1615l BGB",
            needed_if=is_open,
            needed_when=UNLESS_UNSAFE,
        ),
        Name(
            "other_parent_name",
            _("Falls nein: Name des anderen Elternteils"),
            needed_if=lives_elsewhere,
            needed_when=_("wenn der andere Elternteil woanders wohnt"),
        ),
        LongText("other_parent_address", _("Anschrift"), help=_("Nur wenn Sie sie wissen"), required=False),
    ),
    named=_("Der andere Elternteil: Angaben von %(name)s"),
    when=_(
        "wenn jemand ein Kind erwartet oder ein kleines Kind betreut und mit dem anderen Elternteil nicht verheiratet ist"
    ),
    applies_to=has_other_parent,
    annex=Annex.UH2,
)

FOR_CARING = Step(
    "unterhalt-betreuung",
    _("Unterhalt wegen Schwangerschaft oder Betreuung"),
    (
        YesNo(
            "paternity_known",
            _("Ist die Vaterschaft anerkannt oder vom Gericht festgestellt?"),
            why=_(
                "Erst wenn rechtlich feststeht, wer der Vater ist, muss er vielleicht Unterhalt zahlen. Wäre die Antwort gefährlich, lassen Sie alles leer und kreuzen es auf der Seite davor an: Dann fehlt nichts."
            ),
            basis="§ 1592 BGB",
            proof_if_there=(DocumentClass.PATERNITY_PROOF,),
        ),
        YesNo(
            "care_title",
            _("Gibt es ein Urteil oder eine Vereinbarung über diesen Unterhalt?"),
            why=_("Darin steht, wie viel der andere Elternteil für die Zeit der Betreuung zahlen muss und wie lange."),
            basis=BASIS,
        ),
        YesNo("care_pays", _("Wird dafür Unterhalt gezahlt?"), help=_("Nicht gemeint: Unterhalt für das Kind")),
        Amount(
            "care_amount",
            _("Falls ja: Wie viel im Monat?"),
            needed_if=lambda own: own.care_pays,
            needed_when=_("wenn Unterhalt gezahlt wird"),
        ),
    ),
    named=_("Unterhalt wegen Schwangerschaft oder Betreuung: %(name)s"),
    when=_("wenn der andere Elternteil woanders wohnt"),
    applies_to=lambda answers, own: lives_elsewhere(own) and has_other_parent(answers, own),
    annex=Annex.UH2,
)

PARENT_OUTSIDE = Step(
    "elternteil-woanders",
    _("Der Elternteil, der woanders lebt"),
    (
        SAFETY,
        Name(
            "outside_name",
            _("Name des Elternteils, der woanders lebt"),
            why=_("Eltern müssen meistens für ihr Kind zahlen. Wir prüfen das, bevor jemand angeschrieben wird."),
            basis=BASIS,
            needed_if=is_open,
            needed_when=UNLESS_UNSAFE,
        ),
        LongText("outside_address", _("Anschrift"), help=_("Nur wenn Sie sie wissen"), required=False),
        Text("outside_work", _("Arbeit oder Einkommen"), help=_("Nur wenn Sie etwas wissen"), required=False),
        LongText(
            "second_parent",
            _("Falls beide Eltern woanders leben: Name und Anschrift der anderen Person"),
            required=False,
        ),
    ),
    named=_("Elternteil von %(name)s, der woanders lebt"),
    when=_("wenn ein Elternteil eines Kindes oder einer Person unter 25 woanders lebt"),
    applies_to=has_parent_outside,
    annex=Annex.UH3,
)

CHILD_MAINTENANCE = Step(
    "kindesunterhalt",
    _("Unterhalt von den Eltern"),
    (
        YesNo(
            "child_title",
            _("Gibt es ein Urteil, eine Urkunde vom Jugendamt oder eine Vereinbarung über Unterhalt?"),
            why=_(
                "Gibt es so ein Papier, müssen wir den Unterhalt nicht neu ausrechnen. Wäre die Antwort gefährlich, lassen Sie alles leer und kreuzen es auf der Seite davor an: Dann fehlt nichts."
            ),
            basis=BASIS,
            proof=(DocumentClass.MAINTENANCE_TITLE,),
        ),
        YesNo(
            "child_pays",
            _("Wird Unterhalt gezahlt?"),
            why=_(
                "Unterhalt zählt als Einkommen der Person, für die er gezahlt wird, aber nur, wenn er wirklich kommt. Bei einem Kind hilft sonst vielleicht der Unterhaltsvorschuss."
            ),
            basis=BASIS,
        ),
        Amount(
            "child_amount",
            _("Falls ja: Wie viel im Monat?"),
            where=_("Steht auf dem Kontoauszug"),
            needed_if=lambda own: own.child_pays,
            needed_when=_("wenn Unterhalt gezahlt wird"),
        ),
    ),
    named=_("Unterhalt für %(name)s"),
    when=_("wenn ein Elternteil woanders lebt und die Angabe nicht gefährlich ist"),
    applies_to=lambda answers, own: is_open(own) and has_parent_outside(answers, own),
    annex=Annex.UH3,
)

YOUTH_OFFICE = Step(
    "jugendamt",
    _("Unterhaltsvorschuss und Jugendamt"),
    (
        Choice(
            "advance",
            _("Was ist mit dem Unterhaltsvorschuss?"),
            help=_("Den zahlt das Jugendamt, wenn der andere Elternteil nicht oder zu wenig zahlt."),
            why=_(
                "Vielleicht steht dem Kind dieses Geld zu. Dann geht es vor und zählt als Einkommen des Kindes. Wäre ein Antrag beim Jugendamt gefährlich, sprechen Sie bitte zuerst mit uns."
            ),
            basis="§ 1 UhVorschG, § 12a SGB II",
            options=MaintenanceAdvance,
            proof=(DocumentClass.UVG_NOTICE,),
        ),
        YesNo(
            "youth_office_helps",
            _("Hilft das Jugendamt, den Unterhalt zu bekommen?"),
            help=_("Das heißt „Beistandschaft“."),
            why=_(
                "Dann ist dort vielleicht schon bekannt, was der andere Elternteil zahlen muss. Danach richtet sich, was wir mit Ihnen noch klären."
            ),
            basis="§ 1712 BGB",
        ),
        Text(
            "youth_office",
            _("Welches Jugendamt?"),
            needed_if=lambda own: own.youth_office_helps or own.advance in _AT_AN_OFFICE,
            needed_when=_("wenn das Jugendamt hilft, zahlt oder noch entscheidet"),
        ),
    ),
    named=_("Unterhaltsvorschuss und Jugendamt: %(name)s"),
    when=_("wenn ein Kind unter 18 ist und ein Elternteil woanders lebt"),
    applies_to=is_minor_with_parent_outside,
    annex=Annex.UH3,
)

MAINTENANCE = Section(
    "maintenance",
    _("Unterhalt"),
    (
        ForEach(
            "people",
            concerned,
            (
                FORMER_PARTNER,
                AFTER_SEPARATION,
                OTHER_PARENT,
                FOR_CARING,
                PARENT_OUTSIDE,
                CHILD_MAINTENANCE,
                YOUTH_OFFICE,
                CALL_FIRST,
            ),
            when=_("für jede Person der Bedarfsgemeinschaft, die vielleicht Unterhalt bekommen kann"),
        ),
    ),
    carried=True,
)
