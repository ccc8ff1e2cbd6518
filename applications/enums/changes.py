"""Closed lists of what people tell, ask for and disagree with."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ChangeKind(TextChoices):
    """What has changed (VÄM, § 60(1) no. 2 SGB I)."""

    MOVE = "move", _("Ich ziehe um oder bin umgezogen")
    RENT = "rent", _("Miete, Nebenkosten oder Heizkosten")
    JOB_START = "job_start", _("Jemand fängt eine Arbeit an")
    JOB_END = "job_end", _("Jemand hört mit einer Arbeit auf oder wurde gekündigt")
    INCOME = "income", _("Lohn oder anderes Geld ist mehr oder weniger geworden")
    BENEFITS = "benefits", _("Andere Leistungen, zum Beispiel Kindergeld, Rente, Arbeitslosengeld")
    JOINED = "joined", _("Jemand ist bei mir eingezogen")
    LEFT = "left", _("Jemand ist ausgezogen oder gestorben")
    PREGNANCY = "pregnancy", _("Jemand ist schwanger")
    BIRTH = "birth", _("Ein Kind ist geboren")
    BANK = "bank", _("Konto für die Auszahlung")
    NAME = "name", _("Name oder Familienstand")
    EDUCATION = "education", _("Schule, Ausbildung oder Studium")
    INSURANCE = "insurance", _("Krankenversicherung")
    ABSENCE = "absence", _("Ich war nicht zu Hause und konnte keine Post lesen")
    ILLNESS = "illness", _("Krankheit, Krankenhaus, Kur oder Haft")
    OTHER = "other", _("Etwas anderes")


class BenefitState(TextChoices):
    """What has become of a benefit."""

    APPLIED = "applied", _("ist beantragt")
    STARTED = "started", _("wird jetzt gezahlt")
    CHANGED = "changed", _("ist mehr oder weniger geworden")
    ENDED = "ended", _("wird nicht mehr gezahlt")


class HandedIn(TextChoices):
    """Whether an objection has gone another way, too."""

    NO = "no", _("Nein, nur hier")
    SIGNED = "signed", _("Ja, unterschrieben: mit der Post, per Fax oder in den Briefkasten des Jobcenters")
    RECORDED = "recorded", _("Ja, ich war im Jobcenter und dort wurde er aufgeschrieben")


class Verdict(TextChoices):
    """What staff say to somebody who asks for consent."""

    AGREED = "agreed", _("Zustimmen")
    REFUSED = "refused", _("Nicht zustimmen")
    ASKED = "asked", _("Rückfrage")
