"""The office's texts: what is in force, the next version, how it looks with invented data."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mailbox import services
from mailbox.domain.texts import EXAMPLE, PLACEHOLDERS, fill
from mailbox.errors import AlreadyPublished, KeyTaken
from mailbox.models import TextTemplate, TextVersion
from mailbox.permissions import may_change_text, may_write_texts
from mailbox.selectors import own_before_general, texts_visible_to
from portal.cases.models import Actor
from portal.cases.views.actor import staff_actor_of
from portal.desk.forms.texts import LANGUAGES, BeginTextForm, TextForm
from portal.desk.views.page import desk_page

PURPOSE = "texts"


@require_safe
def texts(request: HttpRequest) -> HttpResponse:
    """List the texts that this house uses: its own, and those of all where it has none of its own."""
    actor = _writer(request)
    rows = [_row(actor, template) for template in own_before_general(texts_visible_to(actor))]
    return desk_page(request, "desk/texts.html", title=_("Textvorlagen"), context={"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a text of the house."""
    actor = _writer(request)
    form = BeginTextForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        data = form.cleaned_data
        try:
            made = services.begin_text(actor=actor, key=form.key(), purpose=data["purpose"], title=data["title"])
        except KeyTaken:
            form.add_error("title", _("So heißt schon ein Text. Bitte wählen Sie einen anderen Namen."))
        else:
            return HttpResponseRedirect(reverse("desk:text", args=[made.pk]))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return desk_page(request, "desk/new_text.html", title=_("Neuer Text"), context={"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def text(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: the text in one language, with its versions and a preview. POST: keep the next version as a draft."""
    actor = _writer(request)
    template = get_object_or_404(texts_visible_to(actor), pk=pk)
    if request.method != "POST":
        return _show(request, actor, template, None)
    if not may_change_text(actor, template.jobcenter_id):
        raise Http404
    form = TextForm(request.POST)
    if not form.is_valid():
        return _show(request, actor, template, form)
    data = form.cleaned_data
    services.change_text(actor=actor, template=template, title=data["title"], is_active=data["is_active"])
    services.save_version(actor=actor, template=template, language=data["language"], body=data["body"])
    messages.success(request, _("Gespeichert als Entwurf. Bis Sie ihn veröffentlichen, gilt die bisherige Fassung."))
    return HttpResponseRedirect(f"{reverse('desk:text', args=[pk])}?sprache={data['language']}")


@require_POST
def publish(request: HttpRequest, pk: UUID, version_pk: UUID) -> HttpResponse:
    """Put a draft into force."""
    actor = _writer(request)
    template = get_object_or_404(texts_visible_to(actor), pk=pk)
    version = get_object_or_404(TextVersion, pk=version_pk, template=template)
    if not may_change_text(actor, template.jobcenter_id):
        raise Http404
    try:
        services.publish_version(actor=actor, version=version)
    except AlreadyPublished:
        messages.info(request, _("Diese Fassung gilt schon."))
    else:
        messages.success(request, _("Veröffentlicht. Diese Fassung gilt ab jetzt und ändert sich nicht mehr."))
    return HttpResponseRedirect(f"{reverse('desk:text', args=[pk])}?sprache={version.language}")


@require_POST
def take_over(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make an own text of a general one."""
    actor = _writer(request)
    template = get_object_or_404(texts_visible_to(actor).filter(jobcenter__isnull=True), pk=pk)
    own = services.take_over_text(actor=actor, template=template)
    messages.success(request, _("Das ist jetzt der Text Ihres Jobcenters. Veröffentlichen Sie ihn, wenn er stimmt."))
    return HttpResponseRedirect(reverse("desk:text", args=[own.pk]))


def _writer(request: HttpRequest) -> Actor:
    actor = staff_actor_of(request, purpose=PURPOSE)
    if not may_write_texts(actor):
        raise PermissionDenied
    return actor


def _show(request: HttpRequest, actor: Actor, template: TextTemplate, refused: TextForm | None) -> HttpResponse:
    wanted = (refused.data.get("language") if refused else request.GET.get("sprache")) or "de"
    language = wanted if wanted in dict(LANGUAGES) else "de"
    versions = [version for version in template.versions.all() if version.language == language]
    draft = next((version for version in versions if version.published_at is None), None)
    in_force = next((version for version in versions if version.published_at is not None), None)
    body = (draft or in_force).body if draft or in_force else ""  # type: ignore[union-attr] # one of them is there
    initial = {"title": template.title, "is_active": template.is_active, "language": language, "body": body}
    context = {
        "template": template,
        "language": language,
        "languages": _languages(template, language),
        "versions": versions,
        "draft": draft,
        "in_force": in_force,
        "form": refused or TextForm(initial=initial),
        "preview": fill(body, EXAMPLE),
        "placeholders": PLACEHOLDERS.items(),
        "may_change": may_change_text(actor, template.jobcenter_id),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK
    return desk_page(request, "desk/text.html", title=_("Textvorlage"), context=context, status=status)


def _languages(template: TextTemplate, current: str) -> list[dict[str, Any]]:
    """Every language, with whether there is a version that is in force."""
    there = {version.language for version in template.versions.all() if version.published_at is not None}
    return [
        {"code": code, "label": label, "is_there": code in there, "current": code == current}
        for code, label in LANGUAGES
    ]


def _row(actor: Actor, template: TextTemplate) -> dict[str, Any]:
    versions = list(template.versions.all())
    published = [version for version in versions if version.published_at is not None]
    return {
        "template": template,
        "languages": ", ".join(sorted({str(dict(LANGUAGES).get(each.language, each.language)) for each in published})),
        "in_force": next((each for each in published if each.language == "de"), None),
        "has_draft": any(version.published_at is None for version in versions),
        "may_change": may_change_text(actor, template.jobcenter_id),
    }
