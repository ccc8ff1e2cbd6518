"""Invented people who represent somebody by right."""

import factory
from django.utils import timezone

from portal.cases.domain.representation import Proof, scopes_for
from portal.cases.enums import ProofKind, StandingKind
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import StandingFactory


class RepresentationFactory(StandingFactory):
    """A guardian for all matters with a checked proof; traits ``authorised`` (by Vollmacht) and ``unchecked``."""

    user = factory.SubFactory(UserFactory)
    kind = StandingKind.GUARDIAN
    tasks = ["everything"]
    holder_name = "Frau Berger"
    proof = factory.LazyFunction(lambda: Proof(ProofKind.GUARDIAN_CARD, "AG Musterstadt").as_text())
    proof_checked_at = factory.LazyFunction(timezone.now)
    proof_checked_by = factory.SubFactory(
        StaffMembershipFactory, jobcenter=factory.SelfAttribute("..case.jobcenter"), display_name="Frau Yıldız"
    )
    scopes = factory.LazyAttribute(
        lambda standing: sorted(
            scopes_for(standing.kind, standing.tasks, is_checked=standing.proof_checked_at is not None)
        )
    )

    class Params:
        authorised = factory.Trait(
            kind=StandingKind.REPRESENTATIVE,
            tasks=[],
            proof=Proof(ProofKind.POWER_OF_ATTORNEY).as_text(),
        )
        unchecked = factory.Trait(proof=None, proof_checked_at=None, proof_checked_by=None)
