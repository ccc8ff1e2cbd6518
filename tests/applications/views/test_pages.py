from datetime import date
from uuid import uuid4

from django.urls import reverse
from msgspec.structs import replace

from applications.catalogue.main_application import FORM
from applications.enums import FormKind
from applications.views.pages import counting_dates, step_url, tasks_url


def test_addresses_put_together_are_those_of_the_site():
    draft_id = uuid4()

    assert tasks_url(draft_id) == reverse("applications:tasks", args=[draft_id])
    assert step_url(draft_id, "geld-c1") == reverse("applications:step", args=[draft_id, "geld-c1"])
    assert f"{step_url(draft_id, 'personen')}entfernen/p1/" == reverse(
        "applications:remove", args=[draft_id, "personen", "p1"]
    )


def test_application_counts_from_the_first_of_its_month_and_a_request_from_no_day():
    today = date(2026, 11, 26)

    assert counting_dates(FORM, today, is_correction=True) == {}
    assert counting_dates(FORM, today) == {"counts_from": date(2026, 11, 1), "counts_until": date(2026, 11, 30)}
    assert counting_dates(replace(FORM, kind=FormKind.REQUEST), today) == {}
