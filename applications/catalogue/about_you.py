"""Who writes and how to reach them: two sections that every form shares with the main application, key by key."""

from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from applications.catalogue.main_application.home import ADDRESS
from applications.catalogue.main_application.you import CONTACT, PERSON
from applications.catalogue.structure import APPLICANT, Section, Step, Subject
from applications.claim.answers import Answers

_NAME = tuple(question for question in PERSON.questions if question.key != "birth_name")

WHO = Step("name", _("Wie heißen Sie?"), _NAME)
REACH = Step("kontakt", CONTACT.title, CONTACT.questions, intro=CONTACT.intro)
ABOUT_YOU = Section("you", _("Sie"), (WHO, REACH), carried=True)
YOUR_ADDRESS = Section("home", _("Ihre Adresse"), (Step("adresse", ADDRESS.title, ADDRESS.questions),), carried=True)


def only_you(answers: Answers) -> tuple[Subject, ...]:
    """The person who writes, for forms in which nobody else is referred to."""
    you = answers.you
    return (
        Subject(APPLICANT, " ".join(part for part in (you.first_name, you.last_name) if part) or _text("Sie selbst")),
    )
