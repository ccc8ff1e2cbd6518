"""Which application a longer form goes on with, so that its date counts."""

from uuid import UUID

from django.db.models import Exists, OuterRef

from applications.catalogue.continuing import continuing_keys, form_continuing
from applications.catalogue.structure import ApplicationType
from applications.enums import ENDED, ApplicationStatus
from applications.models import Application
from portal.cases.enums import Scope
from portal.cases.models import Actor


def application_to_continue(case_id: UUID, person_id: UUID, form: ApplicationType) -> Application | None:
    """The first of the person's applications in this case that ``form`` goes on with: the earliest date counts.

    Not those that have ended, nor those that somebody has gone on with. No SQL for a form that continues none. For the
    case's own use, whoever acts: what comes of it is a date.
    """
    if not form.continues:
        return None
    waiting = Application.objects.filter(case_id=case_id, person_id=person_id, form_key__in=form.continues)
    return waiting.exclude(status__in=ENDED).exclude(is_continued()).order_by("received_at", "id").first()


def is_continued() -> Exists:
    """Whether a longer application that goes on with this one has come in, for a query of applications."""
    return Exists(Application.objects.filter(follows=OuterRef("pk"), form_key__in=continuing_keys()))


def goes_on_in_longer() -> Exists:
    """The same, for who reads where things stand: while that longer application is not withdrawn, they stand there."""
    longer = Application.objects.filter(follows=OuterRef("pk"), form_key__in=continuing_keys())
    return Exists(longer.exclude(status=ApplicationStatus.WITHDRAWN))


def may_go_on_with(actor: Actor, application: Application, *, continued: bool | None = None) -> bool:
    """Whether the whole application can still be filled in after this short one.

    ``continued``: what `is_continued` says, where that is known; it saves a query.
    """
    if form_continuing(application.form_key) is None or application.status in ENDED:
        return False
    if not actor.may(Scope.FILL_IN, application.case_id):
        return False
    if continued is None:
        continued = application.followed_by.filter(form_key__in=continuing_keys()).exists()
    return not continued
