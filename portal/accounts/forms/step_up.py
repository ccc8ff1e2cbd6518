"""The code from an e-mail, before something that matters."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from portal.accounts.forms.base import CodeForm


class StepUpCodeForm(CodeForm):
    """Asks for the code. ``is_right`` tries it, which counts as an attempt."""

    code = forms.CharField()

    def __init__(self, *args: Any, is_right: Callable[[str], bool], **kwargs: Any) -> None:
        """Take what a form takes, and the trial."""
        super().__init__(*args, **kwargs)
        self._is_right = is_right

    def clean_code(self) -> str:
        """Refuse a wrong code."""
        code: str = self.cleaned_data["code"]
        if not self._is_right(code):
            raise forms.ValidationError(
                _("Dieser Code stimmt nicht. Bitte prüfen Sie die Ziffern in unserer letzten E-Mail.")
            )
        return code
