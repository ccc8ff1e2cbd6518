import pytest
from django.core.exceptions import ValidationError

from portal.accounts.forms.office import HoursField, OfficeForm
from portal.accounts.models import Office
from tests.factories.accounts import JobcenterFactory, OfficeFactory

ADDRESS = {"name": "Haus", "street": "Marktplatz 1", "postcode": "00101", "city": "Musterstadt"}


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        ("", []),
        ("8:00–12:30", [("08:00", "12:30")]),
        ("8-12", [("08:00", "12:00")]),
        ("14.00 bis 16.00 Uhr und 8.00 bis 12.30 Uhr", [("08:00", "12:30"), ("14:00", "16:00")]),
        ("08:00 - 12:30; 14:00 - 24:00", [("08:00", "12:30"), ("14:00", "24:00")]),
    ],
)
def test_hours_are_read_as_people_write_them(typed, spans):
    assert HoursField(required=False).clean(typed) == spans


@pytest.mark.parametrize("typed", ["geschlossen", "8", "12–8", "8:00–12:75", "8–25", "8–12, 11–14"])
def test_other_texts_are_refused(typed):
    with pytest.raises(ValidationError, match="Bitte schreiben Sie die Zeiten so"):
        HoursField(required=False).clean(typed)


@pytest.mark.django_db
def test_form_shows_and_stores_the_hours():
    office = OfficeFactory(opening_hours=[{"weekday": 0, "opens": "08:00", "closes": "12:30"}])
    shown = OfficeForm(instance=office)
    assert shown["hours_0"].value() == "08:00–12:30"
    assert shown["hours_1"].value() == ""

    data = ADDRESS | {"jobcenter": office.jobcenter_id, "hours_0": shown["hours_0"].value(), "hours_4": "9–11"}
    form = OfficeForm(data, instance=office)
    form.save()

    assert Office.objects.get().opening_hours == [
        {"weekday": 0, "opens": "08:00", "closes": "12:30"},
        {"weekday": 4, "opens": "09:00", "closes": "11:00"},
    ]


@pytest.mark.django_db
def test_wrong_hours_are_said_at_their_day():
    form = OfficeForm(ADDRESS | {"jobcenter": JobcenterFactory().pk, "hours_2": "vormittags"})

    assert set(form.errors) == {"hours_2"}
