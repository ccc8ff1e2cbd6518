"""Short applications as people send them."""

import datetime

from django.utils import timezone

from applications.catalogue.compose import compose
from applications.catalogue.quick_application import FORM
from applications.domain.application import register_application
from applications.domain.draft import Course
from tests.factories.cases import CaseFactory
from tests.factories.submissions import SubmissionFactory

ANSWERS = {
    "urgent": {"dangers": []},
    "you": {"first_name": "Łucja", "last_name": "Đặng", "birth_date": "1990-03-04", "phone": None, "email": None},
    "home": {
        "no_fixed_dwelling": False,
        "street": "Lindenweg 7",
        "address_extra": None,
        "postcode": "00123",
        "city": "Musterstadt",
        "care_of": None,
    },
    "quick": {"only_me": True, "others": None, "own_words": None},
}
# What a browser sends on each page.
PAGES = {
    "hilfe": {},
    "sie": {
        "first_name": "Łucja",
        "last_name": "Đặng",
        "birth_date_0": "4",
        "birth_date_1": "3",
        "birth_date_2": "1990",
    },
    "adresse": {
        "no_fixed_dwelling": "no",
        "street": "Lindenweg 7",
        "postcode": "00123",
        "city": "Musterstadt",
    },
    "antrag": {"only_me": "yes"},
}
MONTHS_AGO = datetime.timedelta(days=62)


def short_application(case=None, received_at=None, answers=ANSWERS):
    """One that came in two months ago, or at ``received_at``."""
    case, at = case or CaseFactory(), received_at or timezone.now() - MONTHS_AGO
    course = Course(compose(FORM.key, FORM.version), answers)
    claim = course.claim(received_at=at)
    submission = SubmissionFactory(case=case, data=claim.model_dump(mode="json"), received_at=at)
    return register_application(
        submission=submission, case=case, person=submission.person, claim=claim, course=course, at=at
    )


def fill_in(client, pages=PAGES):
    """From the first page to the review, as the portal leads; returns where it has led."""
    address = client.post("/antrag/datum-sichern/").headers["Location"]
    for slug, fields in pages.items():
        assert address.endswith(f"/{slug}/"), address
        response = client.post(address, {"wizard-current_step": slug, "go": "next", **fields})
        assert response.status_code == 302, response.content.decode()
        address = response.headers["Location"]
    return address


def send(client, pages=PAGES):
    """The whole way; returns the answer to sending."""
    review = fill_in(client, pages)
    return client.post(review.replace("pruefen", "absenden"))
