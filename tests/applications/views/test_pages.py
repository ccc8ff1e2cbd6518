from uuid import uuid4

from django.urls import reverse

from applications.views.pages import step_url, tasks_url


def test_addresses_put_together_are_those_of_the_site():
    draft_id = uuid4()

    assert tasks_url(draft_id) == reverse("applications:tasks", args=[draft_id])
    assert step_url(draft_id, "geld-c1") == reverse("applications:step", args=[draft_id, "geld-c1"])
    assert f"{step_url(draft_id, 'personen')}entfernen/p1/" == reverse(
        "applications:remove", args=[draft_id, "personen", "p1"]
    )
