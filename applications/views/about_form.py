"""Before somebody begins a form: what it is for, how long it takes, what to have at hand."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from applications.catalogue.before_start import expected_papers
from applications.catalogue.compose import UnknownForm, compose, current_version
from applications.domain.draft import expiry
from applications.views.drafts import PURPOSE
from portal.cases.views.actor import known_actor_of


@login_not_required  # who wants to know what is coming need not sign in for it
@require_safe
def about_form(request: HttpRequest, key: str) -> HttpResponse:
    """Show it; the button begins the form. 404 for a form that there is not."""
    try:
        form = compose(key, current_version(key))
    except UnknownForm:
        raise Http404 from None
    actor, now = known_actor_of(request, purpose=PURPOSE), timezone.now()
    context = {
        "form": form,
        "papers": expected_papers(form),
        "is_stranger": actor is None,
        "draft_days": (expiry(now) - now).days,
    }
    return render(request, "applications/about_form.html", context)
