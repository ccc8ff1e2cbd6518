"""Named values of accounts and offices."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

# In the data of a session: by which standing somebody without an account is here (portal.cases.views.guest_session).
GUEST_STANDING: Final = "guest_standing"
GUEST_WITHOUT_CODE: Final = "guest_without_code"  # in the session: begun here without having been shown a code
GUEST_CASE: Final = "guest_case"  # in the session: whose case it is; stays the same when the code is renewed


class StaffRole(models.TextChoices):
    """What a member of staff does at a jobcenter."""

    CASEWORKER = "caseworker", _("Sachbearbeitung")
    TEAM_LEAD = "team_lead", _("Teamleitung")
    ADMINISTRATOR = "administrator", _("Verwaltung des Portals")


class OrganisationKind(models.TextChoices):
    """What kind of body helps people with their matters."""

    ADVICE_CENTRE = "advice_centre", _("Beratungsstelle")
    TRAINING_PROVIDER = "training", _("Maßnahmeträger")
    GUARDIANSHIP_SOCIETY = "guardianship", _("Betreuungsverein")
    OTHER = "other", _("andere Einrichtung")


class OrganisationRole(models.TextChoices):
    """What somebody may do in their organisation."""

    MEMBER = "member", _("berät")
    COORDINATOR = "coordinator", _("berät und verwaltet die Mitglieder")


class Land(models.TextChoices):
    """The 16 Länder; the codes are those of ISO 3166-2:DE, as the package `holidays` knows them."""

    BB = "BB", _("Brandenburg")
    BE = "BE", _("Berlin")
    BW = "BW", _("Baden-Württemberg")
    BY = "BY", _("Bayern")
    HB = "HB", _("Bremen")
    HE = "HE", _("Hessen")
    HH = "HH", _("Hamburg")
    MV = "MV", _("Mecklenburg-Vorpommern")
    NI = "NI", _("Niedersachsen")
    NW = "NW", _("Nordrhein-Westfalen")
    RP = "RP", _("Rheinland-Pfalz")
    SH = "SH", _("Schleswig-Holstein")
    SL = "SL", _("Saarland")
    SN = "SN", _("Sachsen")
    ST = "ST", _("Sachsen-Anhalt")
    TH = "TH", _("Thüringen")


class JobcenterKind(models.TextChoices):
    """The two organisational forms of § 6d SGB II."""

    JOINT = "joint", _("Gemeinsame Einrichtung")
    MUNICIPAL = "municipal", _("Zugelassener kommunaler Träger")


class Weekday(models.IntegerChoices):
    """Days of the week as in :meth:`datetime.date.weekday`: Monday is 0."""

    MONDAY = 0, _("Montag")
    TUESDAY = 1, _("Dienstag")
    WEDNESDAY = 2, _("Mittwoch")
    THURSDAY = 3, _("Donnerstag")
    FRIDAY = 4, _("Freitag")
    SATURDAY = 5, _("Samstag")
    SUNDAY = 6, _("Sonntag")


class TrustLevel(models.IntegerChoices):
    """How surely a person proved who they are: the STORK levels that BundID names (BSI TR-03107-1)."""

    LOW = 1, _("niedrig")  # user name and password
    SUBSTANTIAL = 3, _("substanziell")  # ELSTER certificate
    HIGH = 4, _("hoch")  # identity card, residence permit, EU card


class IdentityProcess(models.TextChoices):
    """What somebody is sent to an identity provider for. The first two are django-allauth's own words."""

    SIGN_IN = "login"
    CONNECT = "connect"
    STEP_UP = "step_up"


BUNDID_PROVIDER: Final = "bundid"  # SocialAccount.provider
BY_EMPLOYER: Final = "employer"  # type of a record of method "mfa": the employer's service asked for two factors
STAFF_PROVIDER: Final = "dienst"
