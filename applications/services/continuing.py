"""From the short application to the whole one, and from a whole one that is not finished back to the short one."""

from django.db import transaction

from applications.catalogue.continuing import answers_shared, form_continuing, short_form_of
from applications.domain.draft import course_of
from applications.errors import DraftClosed, NotAllowed
from applications.models import Application, Draft
from applications.permissions.draft import may_fill_in
from applications.selectors.continuing import may_go_on_with
from applications.services.draft import start_draft, take_answers
from portal.cases.models import Actor


def continue_application(*, actor: Actor, application: Application) -> Draft:
    """The draft of the whole application that goes on with this short one; its answers and its date are taken over.

    Raises NotAllowed where nothing can be continued any more, and for who may not fill in.
    """
    form = form_continuing(application.form_key)
    if form is None or not may_go_on_with(actor, application):
        raise NotAllowed
    return start_draft(actor=actor, form_key=form.key, follows=application)


@transaction.atomic
def secure_date(*, actor: Actor, draft: Draft) -> Draft:
    """The draft of the short application for a whole one that is not finished, filled in with what stands there.

    The whole application could be sent incomplete as well. But then its draft is closed and everything that follows is
    a correction, and staff get a form full of gaps. With the short one the date is safe at once, and this draft stays
    open and goes on with it. Nobody sends unseen: the short application is shown before.

    Where the short one was begun before, what was saved later counts. Answers of pages that no longer apply stay
    behind. Raises NotAllowed, DraftClosed.
    """
    if not may_fill_in(actor=actor, draft=draft):
        raise NotAllowed
    if not draft.is_open:
        raise DraftClosed
    course = course_of(draft)
    form = short_form_of(course.form)
    if form is None:
        raise NotAllowed
    short = start_draft(actor=actor, form_key=form.key)
    if short.case_id != draft.case_id:  # somebody with two cases of their own
        raise NotAllowed
    if short.version and short.updated_at > draft.updated_at:
        return short
    return take_answers(actor=actor, draft=short, answers=answers_shared(form, course.counted))
