"""The annexes of the paper form, and closed lists that only their questions choose from."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Annex(TextChoices):
    """What the paper form calls its parts, in the order in which they are listed."""

    HA = "HA", _("Hauptantrag")
    WEP = "WEP", _("Weitere Person ab 15 Jahren")
    KI = "KI", _("Kind unter 15 Jahren")
    EK = "EK", _("Einkommen")
    EKS = "EKS", _("Einkommen aus Selbstständigkeit")
    VM = "VM", _("Vermögen")
    KDU = "KDU", _("Unterkunft und Heizung")
    SV = "SV", _("Sozialversicherung")
    MEB = "MEB", _("Mehrbedarf für Ernährung")
    BB = "BB", _("Besonderer Bedarf")
    UH1 = "UH1", _("Unterhalt nach Trennung oder Scheidung")
    UH2 = "UH2", _("Unterhalt wegen Schwangerschaft oder Betreuung")
    UH3 = "UH3", _("Unterhalt für Kinder und für Menschen unter 25")
    UF = "UF", _("Unfall oder Schaden durch andere")
    HG = "HG", _("Haushaltsgemeinschaft")
    VE = "VE", _("Verantwortungs- und Einstehensgemeinschaft")

    @property
    def is_per_person(self) -> bool:
        """Whether everybody it is about fills in one of their own."""
        return self not in {Annex.HA, Annex.VM, Annex.KDU}


class Safety(TextChoices):
    """Why somebody says nothing about maintenance: nobody has to, then (§ 65(1) no. 2 SGB I)."""

    UNSAFE = "unsafe", _("Diese Angabe würde mich oder mein Kind gefährden. Bitte rufen Sie mich zuerst an.")


class ChildBenefitRecipient(TextChoices):
    """Who receives the Kindergeld for a child (Anlage KI)."""

    APPLICANT = "applicant", _("ich")
    PARTNER = "partner", _("meine Partnerin oder mein Partner hier")
    OTHER_PARENT = "other_parent", _("der andere Elternteil, der woanders lebt")
    CHILD = "child", _("das Kind selbst")
    OTHER = "other", _("eine andere Person")
    NOBODY = "nobody", _("noch niemand")


class MaintenanceAdvance(TextChoices):
    """How far the Unterhaltsvorschuss for a child is (UVG)."""

    PAID = "paid", _("Er wird gezahlt.")
    APPLIED = "applied", _("Er ist beantragt.")
    REFUSED = "refused", _("Er wurde abgelehnt.")
    NOT_APPLIED = "not_applied", _("Er ist nicht beantragt.")


class CarUse(TextChoices):
    """Whose car a self-employed person drives for work (EKS B6)."""

    NONE = "none", _("kein Auto")
    BUSINESS = "business", _("ein Auto des Betriebs")
    PRIVATE = "private", _("das private Auto")


class Rhythm(TextChoices):
    """How often a special need costs money (Anlage BB)."""

    ONCE = "once", _("einmal")
    MONTHLY = "monthly", _("jeden Monat")
    YEARLY = "yearly", _("jedes Jahr")
    IRREGULAR = "irregular", _("immer wieder, unregelmäßig")
