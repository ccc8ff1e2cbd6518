"""Closed lists of the forms for what comes on top of the monthly benefit, and for what cannot wait."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class UrgentNeed(TextChoices):
    """What somebody needs today (§§ 22(8), 24(1), 42(2) SGB II, § 42 SGB I)."""

    FOOD = "food", _("Ich habe kein Geld mehr für Essen oder Medikamente.")
    RENT = "rent", _("Ich kann die Miete nicht bezahlen oder ich soll aus der Wohnung ausziehen.")
    ENERGY = "energy", _("Strom, Gas oder Wasser sind abgestellt oder sollen abgestellt werden.")
    BROKEN = "broken", _("Etwas Wichtiges ist kaputt, zum Beispiel Kühlschrank oder Herd.")
    WAGES = "wages", _("Mein Lohn oder eine andere Zahlung ist nicht gekommen.")
    EARLY_PAYMENT = "early_payment", _("Ich brauche einen Teil meiner nächsten Zahlung vom Jobcenter früher.")
    VIOLENCE = "violence", _("Ich oder meine Kinder sind von Gewalt bedroht.")


class EducationNeed(TextChoices):
    """The seven benefits for education and participation (§ 28(2)–(7) SGB II)."""

    TRIP = "trip", _("Ausflug für einen Tag, mit Schule oder Kita")
    CLASS_TRIP = "class_trip", _("Fahrt über mehrere Tage, mit Schule oder Kita")
    SUPPLIES = "supplies", _("Schulsachen")
    TRANSPORT = "transport", _("Fahrten zur Schule")
    TUTORING = "tutoring", _("Nachhilfe (Lernförderung)")
    LUNCH = "lunch", _("Mittagessen in Schule, Kita oder Tagespflege")
    PARTICIPATION = "participation", _("Sport, Musik, Verein oder Ferienfreizeit")


class EquipmentKind(TextChoices):
    """What first equipment is asked for (§ 24(3) S.1 SGB II)."""

    FLAT = "flat", _("Möbel und Hausrat für eine Wohnung")
    APPLIANCES = "appliances", _("Haushaltsgeräte, zum Beispiel Herd oder Waschmaschine")
    CLOTHING = "clothing", _("Kleidung")
    PREGNANCY = "pregnancy", _("Kleidung für die Schwangerschaft")
    BIRTH = "birth", _("Ausstattung für ein Baby")
    SHOES = "shoes", _("Orthopädische Schuhe: kaufen oder reparieren")
    DEVICES = "devices", _("Therapeutische Geräte: reparieren oder mieten")


class EquipmentReason(TextChoices):
    """Why things are needed for the first time, or once more as if for the first time."""

    FIRST_HOME = "first_home", _("Ich ziehe in meine erste eigene Wohnung.")
    SEPARATION = "separation", _("Ich habe mich getrennt.")
    HOMELESS = "homeless", _("Ich hatte vorher keine Wohnung.")
    RELEASE = "release", _("Ich komme aus Haft, Klinik oder einem Heim.")
    FLED = "fled", _("Ich bin nach Deutschland geflohen oder zugezogen.")
    FIRE = "fire", _("Meine Sachen sind bei Feuer oder Wasserschaden kaputtgegangen.")
    BABY = "baby", _("Ich oder meine Partnerin bekommen ein Kind.")
    BODY = "body", _("Mein Körper hat sich stark verändert, zum Beispiel durch Krankheit.")
    OTHER = "other", _("Es gibt einen anderen Grund.")


class HouseholdNeed(TextChoices):
    """Additional needs that follow from how somebody lives, not from one person alone (§ 21(3), (7) SGB II)."""

    SINGLE_PARENT = "single_parent", _("Ich erziehe meine Kinder allein.")
    HOT_WATER = "hot_water", _("Das warme Wasser wird in der Wohnung gemacht, zum Beispiel mit einem Boiler.")


class DietCertificate(TextChoices):
    """How a doctor's certificate about a diet comes to the office; it may stay sealed."""

    UPLOAD = "upload", _("Ich lade sie hier hoch.")
    ENVELOPE = "envelope", _("Ich gebe sie in einem verschlossenen Umschlag ab.")
    NONE_YET = "none_yet", _("Ich habe noch keine.")


class MoveReason(TextChoices):
    """Why somebody wants to move (§ 22(4) SGB II)."""

    COSTS = "costs", _("Das Jobcenter hat mich aufgefordert, meine Wohnkosten zu senken.")
    TERMINATED = "terminated", _("Die Wohnung ist mir gekündigt worden.")
    SEPARATION = "separation", _("Ich trenne mich.")
    FAMILY = "family", _("Wir werden mehr Menschen oder wollen zusammenziehen.")
    WORK = "work", _("Ich habe Arbeit oder eine Ausbildung an einem anderen Ort.")
    HEALTH = "health", _("Meine Gesundheit oder eine Behinderung macht es nötig.")
    CONDITION = "condition", _("Die Wohnung hat schwere Mängel, zum Beispiel Schimmel.")
    DANGER = "danger", _("In der Wohnung bin ich nicht sicher.")
    OWN_HOUSEHOLD = "own_household", _("Ich möchte von meinen Eltern ausziehen.")
    OTHER = "other", _("Es gibt einen anderen Grund.")


class MovingCost(TextChoices):
    """Costs around a move that can be taken over after a prior assurance (§ 22(6) SGB II)."""

    DEPOSIT = "deposit", _("Kaution")
    SHARES = "shares", _("Genossenschaftsanteile")
    MOVING = "moving", _("Umzug, zum Beispiel Transporter oder Umzugsfirma")
    DOUBLE_RENT = "double_rent", _("Doppelte Miete für kurze Zeit")
    SEARCH = "search", _("Kosten der Wohnungssuche")


class PlacementPurpose(TextChoices):
    """What the costs of applying are for (§ 44(1) SGB III)."""

    APPLYING = "applying", _("Ich bewerbe mich.")
    INTERVIEW = "interview", _("Ich habe ein Vorstellungsgespräch.")
    START = "start", _("Ich habe eine Zusage und fange an zu arbeiten.")


class PlacementCost(TextChoices):
    """Kinds of costs when somebody looks for work or begins to work (§ 44 SGB III)."""

    APPLICATION = "application", _("Bewerbungen, zum Beispiel Fotos, Mappen, Porto")
    TRAVEL = "travel", _("Fahrt zu einem Vorstellungsgespräch")
    CERTIFICATE = "certificate", _("Zeugnisse, Führungszeugnis, Übersetzungen oder Anerkennung")
    CLOTHES = "clothes", _("Arbeitskleidung oder Werkzeug")
    FIRST_TRAVEL = "first_travel", _("Fahrten zur Arbeit am Anfang")
    MOVE = "move", _("Umzug für die Arbeit")
    OTHER = "other", _("Etwas anderes")
