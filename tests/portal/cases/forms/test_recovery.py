import datetime

import pytest

from portal.accounts.models import User
from portal.cases.forms.recovery import EmailCodeForm, EmailForm, LetterForm, NewPasswordForm


def letter(code, day=("25", "1", "1997")):
    return LetterForm({"code": code, "birth_date_0": day[0], "birth_date_1": day[1], "birth_date_2": day[2]})


def test_code_and_birth_date_are_read():
    form = letter("7kq4 92fd xm3p trb8")

    assert form.is_valid()
    assert form.cleaned_data == {"code": "7KQ492FDXM3PTRB8", "birth_date": datetime.date(1997, 1, 25)}


def test_typing_error_says_which_signs_there_are():
    (message,) = letter("7KQ4-92FD-XM3P-TRBO").errors["code"]

    assert "Er hat 16 Zeichen." in message


def test_address_is_lowered():
    form = EmailForm({"email": "Neu@Example.org"})

    assert form.is_valid()
    assert form.cleaned_data["email"] == "neu@example.org"


def test_dash_in_the_code_of_the_mail_does_not_count():
    form = EmailCodeForm({"code": "1234-5678"})

    assert form.is_valid()
    assert form.cleaned_data["code"] == "12345678"


@pytest.mark.parametrize("password", ["", "kurz", "qwertyuiop", "neu@example.org"])
def test_weak_password_is_refused(password):
    assert NewPasswordForm({"password1": password}, user=User(email="neu@example.org")).errors["password1"]
