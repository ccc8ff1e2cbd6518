"""Invented users, jobcenters and staff."""

import datetime

import factory
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP

from portal.accounts.enums import OrganisationRole, StaffRole
from portal.accounts.models import (
    Absence,
    Jobcenter,
    LocalHoliday,
    Office,
    Organisation,
    OrganisationMembership,
    PostcodeArea,
    StaffMembership,
    Team,
    User,
)

PASSWORD = "Regen-Schirm-27"
APP_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # of every authenticator app here


class UserFactory(factory.django.DjangoModelFactory):
    """A user with a verified e-mail address who can sign in with ``PASSWORD``; staff have an authenticator app, too."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    password = factory.django.Password(PASSWORD)

    class Params:
        blocked = factory.Trait(is_active=False)
        without_password = factory.Trait(password=factory.django.Password(None))

    @factory.post_generation
    def verified(self, create, extracted, **_kwargs):
        if create and self.email:
            EmailAddress.objects.create(user=self, email=self.email, verified=extracted is not False, primary=True)

    @factory.post_generation
    def app(self, create, extracted, **_kwargs):
        if create and (self.is_staff if extracted is None else extracted):
            TOTP.activate(self, APP_SECRET)


class JobcenterFactory(factory.django.DjangoModelFactory):
    """An active jobcenter without office."""

    class Meta:
        model = Jobcenter

    name = factory.Sequence(lambda n: f"Jobcenter Kreis {n}")
    slug = factory.Sequence(lambda n: f"kreis-{n}")
    phone = "01234 5670"
    email = factory.LazyAttribute(lambda jobcenter: f"{jobcenter.slug}@example.org")
    emergency_phone = "01234 567112"
    legal_texts = factory.LazyFunction(
        lambda: {"imprint": "Anbieter", "privacy": "Hinweise", "data_protection_officer": "Stelle"}
    )
    housing_limits = factory.LazyFunction(lambda: {"1": "450.00", "2": "545.00", "3": "670.00", "further": "105.00"})
    housing_ceiling_per_sqm = "14.50"


class OfficeFactory(factory.django.DjangoModelFactory):
    """The main office of a jobcenter."""

    class Meta:
        model = Office

    jobcenter = factory.SubFactory(JobcenterFactory)
    name = "Haus am Markt"
    street = "Marktplatz 1"
    postcode = "00101"
    city = "Musterstadt"
    is_default = True
    opening_hours = factory.LazyFunction(
        lambda: [{"weekday": day, "opens": "08:00", "closes": "12:30"} for day in range(5)]
    )


class TeamFactory(factory.django.DjangoModelFactory):
    """A team without office."""

    class Meta:
        model = Team

    jobcenter = factory.SubFactory(JobcenterFactory)
    name = factory.Sequence(lambda n: f"Team {n}")


class PostcodeAreaFactory(factory.django.DjangoModelFactory):
    """A postcode of a jobcenter."""

    class Meta:
        model = PostcodeArea

    jobcenter = factory.SubFactory(JobcenterFactory)
    postcode = "00115"


class StaffMembershipFactory(factory.django.DjangoModelFactory):
    """A caseworker of today; traits ``team_lead``, ``administrator``, ``ended``, ``future``."""

    class Meta:
        model = StaffMembership

    user = factory.SubFactory(UserFactory, is_staff=True)
    jobcenter = factory.SubFactory(JobcenterFactory)
    role = StaffRole.CASEWORKER
    display_name = factory.Sequence(lambda n: f"Frau Beispiel {n}")
    valid_from = datetime.date(2020, 1, 1)

    class Params:
        with_team = factory.Trait(team=factory.SubFactory(TeamFactory, jobcenter=factory.SelfAttribute("..jobcenter")))
        team_lead = factory.Trait(role=StaffRole.TEAM_LEAD)
        administrator = factory.Trait(role=StaffRole.ADMINISTRATOR)
        ended = factory.Trait(valid_to=datetime.date(2020, 12, 31))
        future = factory.Trait(valid_from=datetime.date(2999, 1, 1))


class AbsenceFactory(factory.django.DjangoModelFactory):
    """Somebody who is away for a long time, without anybody instead."""

    class Meta:
        model = Absence

    membership = factory.SubFactory(StaffMembershipFactory)
    first_day = datetime.date(2020, 1, 1)
    last_day = datetime.date(2999, 12, 31)


class LocalHolidayFactory(factory.django.DjangoModelFactory):
    """A holiday of one town."""

    class Meta:
        model = LocalHoliday

    jobcenter = factory.SubFactory(JobcenterFactory)
    day = datetime.date(2026, 8, 8)
    name = "Friedensfest"


class OrganisationFactory(factory.django.DjangoModelFactory):
    """A checked advice centre."""

    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Beratungsstelle {n}")
    street = "Am Brunnen 3"
    postcode = "00115"
    city = "Musterstadt"
    phone = "030 555 010"
    confirmed_at = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


class OrganisationMembershipFactory(factory.django.DjangoModelFactory):
    """Somebody who works there; traits ``coordinator``, ``ended``, and of the organisation ``closed``, ``unchecked``."""

    class Meta:
        model = OrganisationMembership

    user = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    display_name = "Frau Yıldız"
    valid_from = datetime.date(2026, 1, 1)

    class Params:
        coordinator = factory.Trait(role=OrganisationRole.COORDINATOR)
        ended = factory.Trait(valid_to=datetime.date(2026, 1, 31))
        closed = factory.Trait(organisation=factory.SubFactory(OrganisationFactory, is_active=False))
        unchecked = factory.Trait(organisation=factory.SubFactory(OrganisationFactory, confirmed_at=None))
