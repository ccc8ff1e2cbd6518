"""What somebody does with an application after sending it: add to it, correct it. Taking it back: `withdraw`."""

from django.db import transaction
from django.utils import timezone

from applications.catalogue.compose import compose, current_version
from applications.domain.draft import answers_to_correct
from applications.domain.on_file import papers_on_file
from applications.domain.wanted import wanted
from applications.errors import NotAllowed
from applications.models import Application, Draft
from applications.permissions.application import may_follow_up
from applications.selectors.application import last_said
from applications.selectors.matter import ids_of_matter, papers_still_to_come
from applications.selectors.sent_before import sent_before
from applications.services.draft import begin_draft, open_draft, owner_of_new_draft, start_draft
from portal.cases.models import Actor
from portal.law.dates import day_of

SUPPLEMENT = "supplement"


def add_to_application(*, actor: Actor, application: Application) -> Draft:
    """The open draft in which something is added to an application that the actor may see. Raises NotAllowed.

    A new one has a line for every paper that the application still lacks.
    """
    if not may_follow_up(actor=actor, application=application):
        raise NotAllowed("add")
    first = {SUPPLEMENT: {"reference": application.submission.reference}, **wanted(papers_still_to_come(application))}
    return start_draft(actor=actor, form_key=SUPPLEMENT, follows=application, first=first)


@transaction.atomic
def correct_application(*, actor: Actor, application: Application) -> Draft:
    """The open correction of an application that the actor may see; begins one with everything as it was last said.

    Of a correction the application that it corrects is corrected once more. Raises NotAllowed, also when its answers
    were not kept.
    """
    root = application.follows if application.is_correction and application.follows else application
    case, person_id = owner_of_new_draft(actor, root)
    found = open_draft(case.pk, root.form_key, root, is_correction=True)
    if found is not None:
        return found
    said = last_said(root)
    if said is None:
        raise NotAllowed("correct")
    form = compose(root.form_key, current_version(root.form_key), said.overlay_version)
    now = timezone.now()
    first = answers_to_correct(now, said)
    matter = ids_of_matter(root)
    sent = sent_before(actor, person_id, matter) if form.asks_for_papers else []
    first |= papers_on_file(form, first, sent=sent, on=day_of(now), matter=matter)
    return begin_draft(actor, case.pk, person_id, form, first, follows=root, is_correction=True)
