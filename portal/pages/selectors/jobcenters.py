"""Jobcenters and their offices as the contact page and the legal pages show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from msgspec import Struct

from portal.accounts.enums import JobcenterKind
from portal.accounts.models import Jobcenter, Office
from portal.accounts.selectors import describe_opening_hours
from portal.accounts.selectors.office import phone_uri

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_SUPERVISION = {
    JobcenterKind.JOINT: _(
        "Die Bundesbeauftragte für den Datenschutz und die Informationsfreiheit, Graurheindorfer Straße 153, "
        "53117 Bonn, www.bfdi.bund.de"
    ),
    JobcenterKind.MUNICIPAL: _(
        "Die oder der Landesbeauftragte für den Datenschutz des Bundeslandes, in dem das Jobcenter liegt"
    ),
}


class OfficeEntry(Struct, frozen=True, kw_only=True):
    """One office on the contact page."""

    name: str
    street: str
    postcode: str
    city: str
    phone: str
    phone_uri: str
    hours: tuple[str, ...]
    note: str
    access: tuple[str, ...]


class JobcenterEntry(Struct, frozen=True, kw_only=True):
    """One jobcenter on the contact and legal pages. The texts are plain text; empty when the jobcenter gave none."""

    name: str
    kind_label: str
    supervision: str | _StrPromise
    phone: str
    phone_uri: str
    emergency_phone: str
    emergency_phone_uri: str
    email: str
    imprint: str
    privacy: str
    data_protection_officer: str
    offices: tuple[OfficeEntry, ...]

    @property
    def main_office(self) -> OfficeEntry | None:
        """Return the office for letters."""
        return self.offices[0] if self.offices else None


def jobcenters_with_offices() -> list[JobcenterEntry]:
    """Return every active jobcenter with its offices, the main office first. Two SQL statements."""
    return [
        _jobcenter_entry(jobcenter)
        for jobcenter in Jobcenter.objects.filter(is_active=True).prefetch_related("offices")
    ]


def _jobcenter_entry(jobcenter: Jobcenter) -> JobcenterEntry:
    texts: dict[str, str] = jobcenter.legal_texts
    return JobcenterEntry(
        name=jobcenter.name,
        kind_label=str(JobcenterKind(jobcenter.kind).label),
        supervision=_SUPERVISION[JobcenterKind(jobcenter.kind)],
        phone=jobcenter.phone,
        phone_uri=phone_uri(jobcenter.phone),
        emergency_phone=jobcenter.emergency_phone,
        emergency_phone_uri=phone_uri(jobcenter.emergency_phone),
        email=jobcenter.email,
        imprint=texts.get("imprint", ""),
        privacy=texts.get("privacy", ""),
        data_protection_officer=texts.get("data_protection_officer", ""),
        offices=tuple(_office_entry(office, jobcenter) for office in jobcenter.offices.all()),
    )


def _office_entry(office: Office, jobcenter: Jobcenter) -> OfficeEntry:
    phone = office.phone or jobcenter.phone
    return OfficeEntry(
        name=office.name,
        street=office.street,
        postcode=office.postcode,
        city=office.city,
        phone=phone,
        phone_uri=phone_uri(phone),
        hours=describe_opening_hours(office.opening_hours),
        note=office.note,
        access=office.access,
    )
