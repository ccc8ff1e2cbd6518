"""What apps above do with notices, without those apps."""

from portal.cases.models import Person
from portal.notices.services import send_decision_notice


def notify_of_decision(subject_id):
    """A decision about the person, whose number is the person's here."""
    person = Person.objects.get(pk=subject_id)
    send_decision_notice(user_id=person.user_id, case_id=person.case_id, subject_id=person.pk)
