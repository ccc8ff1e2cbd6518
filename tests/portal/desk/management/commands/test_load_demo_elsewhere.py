import pytest
from django.core.management import CommandError, call_command

from portal.accounts.models import User

pytestmark = pytest.mark.django_db


def test_demo_is_refused_elsewhere(settings):
    settings.PORTAL_IS_DEMO = False
    with pytest.raises(CommandError):
        call_command("load_demo")
    assert User.objects.count() == 0
