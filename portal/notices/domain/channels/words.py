"""The one line a notice says where there is no room for a letter: on a screen, in an SMS."""

from django.template.loader import render_to_string

from portal.notices.enums import Template


def short_words(template: Template) -> str:
    """Return the subject of the e-mail, in the language that is active: that something is there, nothing else."""
    return render_to_string(f"notices/{template}_subject.txt").strip()
