import datetime

from portal.desk.forms.grant_period import GrantPeriodForm


def test_one_day_is_a_period():
    form = GrantPeriodForm({"starts_on": "2026-02-01", "ends_on": "2026-02-01"})

    assert form.is_valid()
    assert form.cleaned_data["ends_on"] == datetime.date(2026, 2, 1)


def test_end_before_the_beginning_is_named_at_the_end():
    assert list(GrantPeriodForm({"starts_on": "2026-02-02", "ends_on": "2026-02-01"}).errors) == ["ends_on"]
