"""The office a page shows, and which jobcenter a postcode belongs to."""

from uuid import UUID

from msgspec import Struct

from portal.accounts.models import Jobcenter, Office
from portal.accounts.selectors.opening_hours import describe_opening_hours


class OfficeCard(Struct, frozen=True, kw_only=True):
    """How to reach an office in person: all a page needs, detached from the database."""

    name: str
    street: str
    postcode: str
    city: str
    phone: str
    phone_uri: str
    hours: tuple[str, ...]
    note: str
    access: tuple[str, ...]
    jobcenter_id: UUID
    jobcenter_name: str
    emergency_phone: str
    emergency_phone_uri: str


def jobcenter_for_page(jobcenter_id: UUID | None) -> Jobcenter | None:
    """Return the jobcenter whose name and texts a page shows; None if there is none at all.

    Without id or with an unknown one: the default jobcenter, else the first active one that has an office. One SQL.
    """
    candidates = {jobcenter.pk: jobcenter for jobcenter in Jobcenter.objects.filter(is_active=True)}
    if jobcenter_id in candidates:
        return candidates[jobcenter_id]
    return next((each for each in candidates.values() if each.is_default), next(iter(candidates.values()), None))


def office_for_page(jobcenter_id: UUID | None) -> OfficeCard | None:
    """Return the main office of the jobcenter (else of the default jobcenter) as a card; None when there is no office.

    Two SQL statements; pages keep the answer for a minute.
    """
    jobcenter = jobcenter_for_page(jobcenter_id)
    office = jobcenter and Office.objects.filter(jobcenter=jobcenter).first()  # the main office sorts first
    if not (jobcenter and office):
        return None
    phone = office.phone or jobcenter.phone
    return OfficeCard(
        name=office.name,
        street=office.street,
        postcode=office.postcode,
        city=office.city,
        phone=phone,
        phone_uri=phone_uri(phone),
        hours=describe_opening_hours(office.opening_hours),
        note=office.note,
        access=office.access,
        jobcenter_id=jobcenter.pk,
        jobcenter_name=jobcenter.name,
        emergency_phone=jobcenter.emergency_phone,
        emergency_phone_uri=phone_uri(jobcenter.emergency_phone),
    )


def phone_uri(phone: str) -> str:
    """Return ``tel:+49…`` (RFC 3966) for a German number as people write it; a number with + keeps its country."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    if phone.strip().startswith("+"):
        return f"tel:+{digits}"
    if digits.startswith("00"):
        return f"tel:+{digits[2:]}"
    return f"tel:+49{digits[1:]}" if digits.startswith("0") else f"tel:{digits}"


def jobcenters_for_postcode(postcode: str) -> list[Jobcenter]:
    """Return every active jobcenter that may be responsible: none, one, or several when the postcode is ambiguous."""
    return list(Jobcenter.objects.filter(is_active=True, postcode_areas__postcode=postcode.strip()).order_by("name"))
