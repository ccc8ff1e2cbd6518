"""Invented questions between people who need help and people who help, asked like any other."""

import datetime
from types import SimpleNamespace

from django.utils import timezone

from portal.cases.enums import Scope
from portal.cases.models import Actor, Standing
from portal.cases.selectors import actor_for_user
from portal.cases.services import Ask, Sent, begin_for_somebody, hand_over_draft, invite_helper, offer_help
from tests.factories.accounts import UserFactory
from tests.factories.cases import StandingFactory

WORK = frozenset({Scope.FILL_IN, Scope.UPLOAD})


def user_actor(user) -> Actor:
    """The user in their own affairs, as of now."""
    return actor_for_user(user, purpose="test")


def make_ask(**changes) -> Ask:
    """Miriam asks Julia to fill in for half a year."""
    values = {
        "scopes": WORK,
        "ends_at": timezone.now() + datetime.timedelta(days=180),
        "inviter_name": "Miriam",
        "invitee_name": "Julia",
    }
    return Ask(**(values | changes))


def offered(own: Standing | None = None, **changes) -> Sent:
    """An invitation by a person (their own standing, a new one by default) to somebody who is to help."""
    own = own or StandingFactory()
    actor = user_actor(own.user)
    return invite_helper(actor=actor, case=own.case, person=own.person, ask=make_ask(**changes))


def requested(user=None, **changes) -> Sent:
    """A helper's question to a person; the names stand the other way round."""
    names = {"inviter_name": "Julia", "invitee_name": "Miriam"}
    return offer_help(actor=user_actor(user or UserFactory()), ask=make_ask(**(names | changes)))


def begun(user=None, **changes) -> Standing:
    """A case that a daughter has begun for her father, who has no account."""
    names = {"known_as": "Papa", "helper_name": "Julia"}
    ends_at = timezone.now() + datetime.timedelta(days=180)
    return begin_for_somebody(actor=user_actor(user or UserFactory()), ends_at=ends_at, **(names | changes))


def handed_over(standing: Standing | None = None) -> SimpleNamespace:
    """Such a case, handed over: ``standing`` of the helper, ``invitation``, ``token`` and ``code``."""
    standing = standing or begun()
    sent = hand_over_draft(actor=user_actor(standing.user), standing=standing)
    return SimpleNamespace(standing=standing, invitation=sent.invitation, token=sent.token, code=sent.code)
