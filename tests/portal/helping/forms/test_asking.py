import datetime

import pytest
import time_machine
from django.utils import timezone

from portal.cases.enums import Scope
from portal.helping.forms import InviteForm, OfferForm

TYPED = {"invitee_name": "Julia", "inviter_name": "Papa", "work": "fill_in", "months": "6"}


@pytest.mark.parametrize("form_class", [InviteForm, OfferForm])
def test_what_is_chosen_becomes_the_question(form_class):
    form = form_class(TYPED | {"further": ["post"], "bound_email": "julia@example.org"})
    assert form.is_valid()
    ask = form.ask()
    assert ask.scopes == {Scope.UPLOAD, Scope.FILL_IN, Scope.READ_POSTBOX}
    assert (ask.inviter_name, ask.invitee_name, ask.bound_email) == ("Papa", "Julia", "julia@example.org")


@time_machine.travel(datetime.datetime(2026, 11, 26, 12, 0, tzinfo=datetime.UTC), tick=False)
def test_time_ends_with_a_day():
    form = InviteForm(TYPED)
    assert form.is_valid()
    assert timezone.localtime(form.ask().ends_at).isoformat() == "2027-05-26T23:59:59+02:00"


def test_half_a_year_is_suggested():
    assert InviteForm().fields["months"].initial == "6"


def test_something_has_to_be_allowed():
    form = InviteForm(TYPED | {"work": "none"})
    assert form.errors["work"] == ["Bitte wählen Sie aus, was die Person tun darf."]
    assert InviteForm(TYPED | {"work": "none", "further": ["post"]}).is_valid()


@pytest.mark.parametrize("field", ["invitee_name", "inviter_name", "work", "months"])
def test_missing_answer_is_named(field):
    form = InviteForm({name: value for name, value in TYPED.items() if name != field})
    assert str(form.fields[field].label) in form.errors[field][0]


def test_own_part_cannot_be_asked_for():
    assert not InviteForm(TYPED | {"further": ["own_part"]}).is_valid()
