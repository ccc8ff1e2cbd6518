"""``manage.py load_demo``: two invented jobcenters and people who can sign in. Running it again changes nothing."""

import datetime
from dataclasses import dataclass
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from portal.accounts.enums import JobcenterKind, Land, StaffRole, Weekday
from portal.accounts.models import Jobcenter, Office, PostcodeArea, StaffMembership, Team, User
from portal.desk.management.calendar import load_appointments, load_offer
from portal.desk.management.conversations import load_conversations, load_routes, load_texts
from portal.desk.management.samples import (
    load_application,
    load_helper,
    load_organisation,
    load_request,
    sample_households,
)
from portal.notices.enums import ConsentKind
from portal.notices.services import give_consent

PASSWORD = "Regen-Schirm-27"  # noqa: S105 -- of invented people; the command runs in the demo and in tests only
APP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 -- in the authenticator app of every employee
EMPLOYED_SINCE = datetime.date(2024, 1, 1)
MORNINGS = (Weekday.MONDAY, Weekday.TUESDAY, Weekday.THURSDAY, Weekday.FRIDAY)

# Numbers kept free for films and examples by the Bundesnetzagentur, so that nobody is called by accident.
MUSTERKREIS = {
    "slug": "musterkreis",
    "name": "Jobcenter Musterkreis",
    "kind": JobcenterKind.JOINT,
    "land": Land.BE,
    "phone": "030 23125 100",
    "emergency_phone": "030 23125 112",
    "email": "kontakt@jobcenter-musterkreis.example",
    "housing_limits": {
        "1": "450.00",
        "2": "545.00",
        "3": "670.00",
        "4": "755.00",
        "5": "905.00",
        "further": "105.00",
    },
    "housing_ceiling_per_sqm": "14.50",
    "is_default": True,
    "legal_texts": {
        "imprint": "Jobcenter Musterkreis\nMarktplatz 1\n00100 Musterstadt\n\nVertreten durch die Geschäftsführung.",
        "privacy": "Verantwortlich ist das Jobcenter Musterkreis, Marktplatz 1, 00100 Musterstadt.",
        "data_protection_officer": (
            "Behördliche Datenschutzbeauftragte des Jobcenters Musterkreis\nMarktplatz 1, 00100 Musterstadt\n"
            "datenschutz@jobcenter-musterkreis.example"
        ),
    },
}
NEBENSTADT = {
    "slug": "nebenstadt",
    "name": "Jobcenter Nebenstadt",
    "kind": JobcenterKind.MUNICIPAL,
    "phone": "030 23125 200",
    "emergency_phone": "030 23125 212",
    "email": "kontakt@jobcenter-nebenstadt.example",
    "housing_limits": {"1": "430.00", "2": "520.00", "3": "640.00", "further": "95.00"},
    "legal_texts": {
        "imprint": "Jobcenter Nebenstadt\nBahnhofstraße 20\n00200 Nebenstadt\n\nVertreten durch die Stadt Nebenstadt.",
        "privacy": "Verantwortlich ist die Stadt Nebenstadt, Jobcenter, Bahnhofstraße 20, 00200 Nebenstadt.",
        "data_protection_officer": (
            "Behördlicher Datenschutzbeauftragter der Stadt Nebenstadt\nBahnhofstraße 20, 00200 Nebenstadt\n"
            "datenschutz@jobcenter-nebenstadt.example"
        ),
    },
}
AMBIGUOUS_POSTCODE = "00199"  # both are possible: the case goes to the clearing list (JUR-02)


@dataclass(frozen=True, slots=True, kw_only=True)
class Employee:
    """Somebody who works at a jobcenter of the demo."""

    email: str
    name: str
    role: StaffRole
    jobcenter: str
    team: str = ""
    phone: str = ""
    reachable: str = ""


EMPLOYEES = (
    Employee(
        email="sachbearbeitung@example.org",
        name="Frau Ahrens",
        role=StaffRole.CASEWORKER,
        jobcenter="musterkreis",
        team="Team Nord",
        phone="030 23125 101",
        reachable="Montag bis Donnerstag, 9 bis 12 Uhr",
    ),
    Employee(
        email="teamleitung@example.org",
        name="Herr Brückner",
        role=StaffRole.TEAM_LEAD,
        jobcenter="musterkreis",
        team="Team Nord",
    ),
    Employee(email="verwaltung@example.org", name="Frau Celik", role=StaffRole.ADMINISTRATOR, jobcenter="musterkreis"),
    Employee(email="nebenstadt@example.org", name="Herr Dorn", role=StaffRole.CASEWORKER, jobcenter="nebenstadt"),
)
CLAIMANT = "miriam.sander@example.org"  # has a draft that is nearly done
ADVISER, CLIENT = "beratung@example.org", "petra.reuter@example.org"
CALLER, ANSWERED = "jonas.albers@example.org", "farid.haddad@example.org"
HELPER, HELPED = "tochter@example.org", "renate.grenz@example.org"


class Command(BaseCommand):
    """Loads the base of the demo and prints who can sign in."""

    help = "Lädt erfundene Jobcenter und Konten für die Vorführung. Mehrfach ausführbar."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load everything in one transaction. Raises CommandError outside of the demo."""
        if not settings.PORTAL_IS_DEMO:
            raise CommandError("load_demo makes accounts with a known password: it runs in the demo only.")
        with transaction.atomic():
            load_jobcenters()
            load_people()
            load_applications()
            load_helper(_user(HELPER), _user(HELPED))
            load_organisation(_user(ADVISER), client=_user(CLIENT))
            load_request(_user(EMPLOYEES[0].email), claimant=_user(CLIENT))
            load_postbox()
            load_offer(Jobcenter.objects.filter(slug__in=("musterkreis", "nebenstadt")))
            load_appointments(
                staff=_user(EMPLOYEES[0].email), booked=_user(CLIENT), called=_user(CALLER), invited=_user(ANSWERED)
            )
        self.stdout.write(f"Passwort aller Konten: {PASSWORD}")
        self.stdout.write(f"  {CLAIMANT}  (Antragstellerin)")
        self.stdout.write(f"  {CLIENT}  (wurde um drei Unterlagen gebeten)")
        self.stdout.write(f"  {ANSWERED}  (kann unter drei Zeiten für ein Gespräch wählen)")
        self.stdout.write(f"  {HELPER}  (hilft {HELPED} und einer Person ohne Konto)")
        self.stdout.write(f"  {ADVISER}  (Beratungsstelle Brückenhaus, mit {CLIENT} und einer Person ohne Konto)")
        for employee in EMPLOYEES:
            self.stdout.write(f"  {employee.email}  ({StaffRole(employee.role).label}, {employee.jobcenter})")
        self.stdout.write("Zweiter Schritt der Beschäftigten: Der Code steht auf der Seite mit den E-Mails der Demo.")
        self.stdout.write(f"  Oder mit einer Authenticator-App und diesem Schlüssel: {APP_SECRET}")


def load_jobcenters() -> None:
    """Store both jobcenters with offices, teams and postcodes."""
    musterkreis = _jobcenter(MUSTERKREIS)
    _office(
        musterkreis,
        name="Haus am Markt",
        street="Marktplatz 1",
        postcode="00100",
        city="Musterstadt",
        opening_hours=[_hours(day, "08:00", "12:30") for day in MORNINGS]
        + [_hours(Weekday.THURSDAY, "14:00", "18:00")],
        note="Barrierefreies WC im Erdgeschoss",
        has_lift=True,
    )
    for team in ("Team Nord", "Team Süd"):
        Team.objects.get_or_create(jobcenter=musterkreis, name=team)
    nebenstadt = _jobcenter(NEBENSTADT)
    _office(
        nebenstadt,
        name="Rathaus Nebenstadt",
        street="Bahnhofstraße 20",
        postcode="00200",
        city="Nebenstadt",
        opening_hours=[_hours(day, "09:00", "12:00") for day in (Weekday.MONDAY, Weekday.WEDNESDAY)],
    )
    Team.objects.get_or_create(jobcenter=nebenstadt, name="Leistung")
    _postcodes(musterkreis, range(100, 200))
    _postcodes(nebenstadt, [*range(200, 210), int(AMBIGUOUS_POSTCODE)])


def load_applications() -> None:
    """Store what the invented households have filled in or sent, with their accounts."""
    for household in sample_households():
        load_application(_user(household["email"]), household["answers"], still_open=household["open"])


def load_postbox() -> None:
    """Store texts, whose topics are whose, and some conversations."""
    musterkreis = Jobcenter.objects.get(slug="musterkreis")
    load_texts()
    load_routes(musterkreis)
    load_conversations(
        waiting=_user(CLIENT),
        answered=_user(ANSWERED),
        called=_user(CALLER),
        staff=StaffMembership.objects.get(user__email=EMPLOYEES[0].email, jobcenter=musterkreis),
    )


def load_people() -> None:
    """Store the accounts, with confirmed addresses, and the staff memberships, with an authenticator app each."""
    _user(CLAIMANT)
    for employee in EMPLOYEES:
        jobcenter = Jobcenter.objects.get(slug=employee.jobcenter)
        StaffMembership.objects.update_or_create(
            user=_user(employee.email, is_staff=True),
            jobcenter=jobcenter,
            valid_to=None,
            defaults={
                "team": Team.objects.filter(jobcenter=jobcenter, name=employee.team).first(),
                "role": employee.role,
                "display_name": employee.name,
                "phone": employee.phone,
                "reachable": employee.reachable,
                "valid_from": EMPLOYED_SINCE,
            },
        )


def _jobcenter(data: dict[str, Any]) -> Jobcenter:
    jobcenter, _created = Jobcenter.objects.update_or_create(slug=data["slug"], defaults=data)
    return jobcenter


def _office(jobcenter: Jobcenter, **data: Any) -> None:
    Office.objects.update_or_create(jobcenter=jobcenter, is_default=True, defaults=data)


def _hours(day: Weekday, opens: str, closes: str) -> dict[str, Any]:
    return {"weekday": int(day), "opens": opens, "closes": closes}


def _postcodes(jobcenter: Jobcenter, numbers: Any) -> None:
    PostcodeArea.objects.bulk_create(
        [PostcodeArea(jobcenter=jobcenter, postcode=f"{number:05}") for number in numbers], ignore_conflicts=True
    )


def _user(email: str, *, is_staff: bool = False) -> User:
    user = User.objects.filter(email=email).first()
    if user is None:
        user = User.objects.create_user(email, PASSWORD, is_staff=is_staff)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        if not is_staff:
            give_consent(user=user, kind=ConsentKind.EMAIL)
    if is_staff and not Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists():
        TOTP.activate(user, APP_SECRET)
    return user
