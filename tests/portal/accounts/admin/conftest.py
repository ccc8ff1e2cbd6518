"""An AdminSite of its own: portal.desk owns the real one."""

import pytest
from django.contrib.admin import AdminSite
from django.test import RequestFactory

from portal.accounts.admin import ADMIN_CLASSES


@pytest.fixture
def site():
    site = AdminSite()
    for model, admin_class in ADMIN_CLASSES.items():
        site.register(model, admin_class)
    return site


@pytest.fixture
def request_of():
    def build(user):
        request = RequestFactory().get("/verwaltung/")
        request.user = user
        return request

    return build
