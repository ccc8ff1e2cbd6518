"""Every form, from its beginning to the receipt over HTTP, with every condition true and false at least once."""

import pytest

from applications.catalogue.compose import compose, current_version, forms
from tests.walks.going import assert_exactly_what_applies_has_arrived, go_everywhere, send

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
FORMS = sorted({key for key, _version in forms()})


@pytest.mark.parametrize("key", FORMS)
def test_every_condition_is_met_and_exactly_what_applies_arrives(key, client, on_the_day):
    for visit, user in go_everywhere(client, compose(key, current_version(key))):
        arrived = send(visit, user)

        assert_exactly_what_applies_has_arrived(visit, arrived)
        visit.draft.refresh_from_db()
        assert visit.draft.answers == {}
