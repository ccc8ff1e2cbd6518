"""Who has come in by the signed link of one appointment, and what of the case that lets them see."""

from typing import Final

from portal.cases.models import Actor

BY_LINK: Final = "appointment_link"  # the purpose such an actor has; it also stands in the audit trail


def is_by_link(actor: Actor) -> bool:
    """Whether the actor holds a link to one appointment and nothing else; ``key`` is the appointment then."""
    return actor.purpose == BY_LINK and actor.key is not None
