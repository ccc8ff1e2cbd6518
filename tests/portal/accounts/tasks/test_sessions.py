from datetime import timedelta

import pytest
from django.utils import timezone

from portal.accounts.models import Session
from portal.accounts.services.sessions import SessionStore
from portal.accounts.tasks.sessions import clear_sessions

pytestmark = pytest.mark.django_db


def test_old_sessions_are_cleared():
    SessionStore().create()
    Session.objects.update(expire_date=timezone.now() - timedelta(days=2))
    assert clear_sessions() == 1
