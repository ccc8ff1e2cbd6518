"""Named values of cases, standings and actors."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(StrEnum):
    """In which function somebody acts; written to every audit event."""

    CLAIMANT = "claimant"
    HELPER = "helper"
    GUEST = "guest"
    CASEWORKER = "caseworker"
    TEAM_LEAD = "team_lead"
    ADMINISTRATOR = "administrator"
    SYSTEM = "system"


STAFF_ROLES = frozenset({Role.CASEWORKER, Role.TEAM_LEAD, Role.ADMINISTRATOR})
CITIZEN_ROLES = frozenset({Role.CLAIMANT, Role.HELPER, Role.GUEST})


class Scope(StrEnum):
    """What a standing allows. Each is given on its own: "upload" does not include reading."""

    FILL_IN = "fill_in"
    SEND = "send"
    UPLOAD = "upload"
    READ_POSTBOX = "read_postbox"
    READ_DECISIONS = "read_decisions"
    APPOINTMENTS = "appointments"


ALL_SCOPES = frozenset(Scope)


class CaseStatus(models.TextChoices):
    """Life of a case. Before the first submission it is prospective and invisible to staff."""

    PROSPECTIVE = "prospective", _("in Vorbereitung")
    OPEN = "open", _("offen")
    CLOSED = "closed", _("geschlossen")


class StandingKind(models.TextChoices):
    """Why somebody may act on a case."""

    OWN = "own", _("eigener Fall")
    MEMBER = "member", _("Mitglied der Bedarfsgemeinschaft")
    HELPER = "helper", _("Hilfe durch eine andere Person")
    GUARDIAN = "guardian", _("rechtliche Vertretung oder Betreuung")
    STAFF = "staff", _("Zugriff einer beschäftigten Person im Einzelfall")
