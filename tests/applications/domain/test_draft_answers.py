import pytest
from django.utils import timezone

from applications.domain.draft_answers import clear_answers, clear_expired_drafts, store_answers
from applications.models import Draft
from portal.audit.models import AuditEvent
from tests.factories.applications import DraftFactory

pytestmark = pytest.mark.django_db


def test_store_answers_refuses_what_was_read_too_early():
    early, late = DraftFactory(), Draft.objects.get()
    now = timezone.now()

    assert store_answers(draft=early, answers={"a": {"b": 1}}, slug="name", at=now) is True
    assert store_answers(draft=late, answers={"a": {"b": 2}}, slug="name", at=now) is False
    assert Draft.objects.get().answers == {"a": {"b": 1}}


def test_clear_answers_leaves_a_trace():
    draft, now = DraftFactory(answers={"you": {"first_name": "Miriam"}}), timezone.now()

    clear_answers(draft=draft, at=now)

    stored = Draft.objects.get()
    assert (stored.answers, stored.cleared_at, stored.is_open, stored.submission) == ({}, now, False, None)


def test_clear_expired_drafts_clears_only_those():
    over, running = DraftFactory(expired=True), DraftFactory()

    assert clear_expired_drafts(now=timezone.now()) == 1
    assert clear_expired_drafts(now=timezone.now()) == 0
    assert Draft.objects.get(pk=over.pk).answers == {}
    assert Draft.objects.get(pk=running.pk).is_open
    assert AuditEvent.objects.get(event="draft.expired").subject_id == str(over.pk)
