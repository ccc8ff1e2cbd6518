"""One small world: two jobcenters, a household that has sent an application, two helpers, a stranger, the staff."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from allauth.mfa.models import Authenticator
from django.utils import timezone

from applications.domain.draft_answers import store_answers
from applications.models import Application, Draft
from applications.services.draft import start_draft
from applications.services.submit import submit_draft
from appointments.enums import AppointmentStatus
from appointments.models import Appointment, Offer, Participant, Summons, Wish
from mailbox.models import Attachment, Decision, MessageDraft, TextTemplate, Thread
from portal.accounts.enums import StaffRole
from portal.accounts.models import Jobcenter, OrganisationMembership, PostcodeArea, StaffMembership, User
from portal.audit.models import AuditEvent
from portal.cases.domain.guest_code import code_index, new_code
from portal.cases.enums import ALL_SCOPES, Scope
from portal.cases.models import AccessLetter, Actor, Case, Invitation, Person, Standing
from portal.cases.selectors import actor_acting_for, actor_for_user
from portal.cases.services import begin_as_guest, prepare_renewal
from portal.documents.models import Document, HandOver
from portal.documents.services import mark_handed_in, open_hand_over
from portal.notices.enums import Template
from portal.notices.models import Dispatch
from portal.outbox.models import OutboxMessage
from portal.outbox.services import deliver_due
from portal.submissions.models import Submission
from portal.ui.formats import format_date
from tests.browser import Browser
from tests.factories.accounts import (
    AbsenceFactory,
    JobcenterFactory,
    LocalHolidayFactory,
    OfficeFactory,
    OrganisationFactory,
    OrganisationMembershipFactory,
    PostcodeAreaFactory,
    StaffMembershipFactory,
    TeamFactory,
    UserFactory,
)
from tests.factories.appointments import AppointmentFactory, OfferFactory, SummonsFactory, WishFactory
from tests.factories.cases import AccessLetterFactory, PersonFactory, StandingFactory
from tests.factories.decisions import House, released
from tests.factories.desk_postbox import TextTemplateFactory, TopicRouteFactory
from tests.factories.documents import DocumentFactory
from tests.factories.invitations import begun, make_ask, offered
from tests.factories.local_settings import LocalSettingsFactory
from tests.factories.mailbox import MessageFactory, begin_message, send_as_claimant
from tests.factories.organisations import Team, signed
from tests.factories.personas import P02, fresh
from tests.factories.renewals import GrantPeriodFactory
from tests.factories.representations import RepresentationFactory
from tests.soft_passkey import SoftPasskey

FORM = "main_application"
GRANTED_UNTIL = datetime.date(2027, 8, 31)  # a day that stands nowhere else


@dataclass(kw_only=True)
class World:
    """Everybody and everything that addresses can name."""

    users: dict[str, User]  # who signs in for a role of the table; anonymous has none
    draft: Draft
    submission: Submission
    application: Application
    document: Document
    hand_over: HandOver  # the claimant takes photos with a phone
    thread: Thread
    attachment: Attachment  # of a message of the claimant
    begun_message: MessageDraft  # of `helper`, for the claimant
    decision: Decision  # released, in the portal
    conversation: Thread  # the claimant has written, and waits
    summons: Summons  # for the claimant to come, in the future, with an agreed step
    text: TextTemplate  # of the jobcenter, with a draft
    letter: AccessLetter
    passkey: Authenticator
    representation: Standing
    list_slug: str  # a list of people in the draft
    codes: dict[str, str]  # what a guest's role types in
    administered: dict[str, Any]  # keys of objects of the jobcenter, by the model's name in addresses of the desk
    keys: tuple[bytes, ...]  # of all that is the claimant's: who must know nothing must not even see one in a link
    helping: Standing  # by which `helper` may act
    offer: Invitation  # the claimant's question to somebody else
    client: Standing  # of the adviser's organisation
    member: OrganisationMembership  # who works there
    paper: Invitation  # a signed Vollmacht for it, on the claimant's case
    wish: Wish  # the claimant would like to talk
    times: Offer  # the claimant is invited, with a time
    begun: Standing  # of `helper`, on a case that nobody has taken yet
    appointment: Appointment  # of the claimant, agreed
    held: Appointment  # what the claimant is booking
    participant: Participant  # comes along to the former
    browsers: dict[str, Browser] = field(default_factory=dict)

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """Words, in small letters, that would say who somebody is or what it is about."""
        household = [P02["you"], *P02["people"]["persons"]]
        names = {person[key] for person in household for key in ("first_name", "last_name") if person.get(key)}
        found = names | {user.email for user in self.users.values()} | {P02["bank"]["iban"]}
        return tuple(sorted(word.lower() for word in found))


def actor(user: User) -> Actor:
    return actor_for_user(user, purpose="own_case")


def acting(user: User, case: Case) -> Actor:
    found = actor_acting_for(user, case.pk, purpose="own_case")
    assert found is not None
    return found


def message_with_file(case: Case) -> Attachment:
    """A message of the claimant with a file."""
    sent = send_as_claimant(case, files=[DocumentFactory(case=case, name="Foto.pdf")])
    found: Attachment = sent.attachments.get()
    return found


def filled_draft(user: User, answers: Mapping[str, Any]) -> Draft:
    """A draft of the main application with these answers."""
    draft = start_draft(actor=actor(user), form_key=FORM)
    assert store_answers(draft=draft, answers={**draft.answers, **fresh(answers)}, slug="", at=draft.created_at)
    return Draft.objects.get(pk=draft.pk)


def helper(person: Person, scopes: Iterable[Scope]) -> User:
    """Somebody who may act for this person, in these things."""
    user: User = StandingFactory(helper=True, person=person, scopes=sorted(scopes)).user
    return user


def code_for(case: Case) -> str:
    """A code that opens this case. It hangs on somebody without an account: the applicant's would have ended."""
    code = new_code()
    StandingFactory(
        person=Person.objects.filter(case=case, user=None).first(), user=None, guest_key_hash=code_index(code)
    )
    return code


def build_world(answers: Mapping[str, Any] = P02) -> World:
    """Everything goes through the services that the pages use. ``answers``: what the claimant sends and fills in."""
    jobcenter = JobcenterFactory()
    area = PostcodeAreaFactory(jobcenter=jobcenter, postcode="00123")
    foreign = JobcenterFactory()
    staff = {
        "caseworker": StaffMembershipFactory(jobcenter=jobcenter, role=StaffRole.CASEWORKER),
        "team_lead": StaffMembershipFactory(jobcenter=jobcenter, role=StaffRole.TEAM_LEAD),
        "administrator": StaffMembershipFactory(jobcenter=jobcenter, role=StaffRole.ADMINISTRATOR),
        "foreign_caseworker": StaffMembershipFactory(jobcenter=foreign, role=StaffRole.CASEWORKER),
        "foreign_team_lead": StaffMembershipFactory(jobcenter=foreign, role=StaffRole.TEAM_LEAD),
        "foreign_administrator": StaffMembershipFactory(jobcenter=foreign, role=StaffRole.ADMINISTRATOR),
    }
    claimant = UserFactory()
    sent = filled_draft(claimant, answers)
    submission = submit_draft(actor=actor(claimant), draft=sent)
    deliver_due()
    application = Application.objects.get(submission=submission)
    citizens = {
        "claimant": claimant,
        "helper": helper(application.person, ALL_SCOPES),
        "helper_without_scope": helper(application.person, {Scope.APPOINTMENTS}),  # a standing has at least one
        "stranger": UserFactory(),
        "blocked": StandingFactory(person=application.person, user=UserFactory(is_active=False)).user,
    }
    citizens |= who_acts(application.person)
    citizens["helper_outside"] = citizens["helper"]
    works_there = OrganisationMembership.objects.get(user=citizens["adviser"])
    advising = Standing.objects.get(organisation=works_there.organisation)
    document = DocumentFactory(case=submission.case)
    mark_handed_in(documents=[document], at=document.created_at)
    hand_over = open_hand_over(
        actor=actor(claimant), case=submission.case, person=None, title="Mietvertrag", place="-", back="/antrag/"
    )
    thread = Thread.objects.get(submission=submission)
    draft = filled_draft(claimant, answers)
    letter = AccessLetterFactory(person=application.person, printed_by=staff["caseworker"])
    representation = RepresentationFactory(person=application.person, unchecked=True)
    GrantPeriodFactory(case=submission.case, ends_on=GRANTED_UNTIL, entered_by=staff["caseworker"])
    decision = decision_for(application.person, staff["caseworker"])
    appointment = appointment_for(application.person, days=10, topic="Grasmücke")
    held = appointment_for(
        application.person,
        days=11,
        status=AppointmentStatus.HELD,
        booked_at=None,
        held_until=timezone.now() + datetime.timedelta(hours=1),
    )
    summons = summons_for(application.person, staff["caseworker"])
    mine = (
        draft,
        submission,
        application,
        document,
        thread,
        decision,
        application.person,
        letter,
    )
    return World(
        users=citizens | {role: membership.user for role, membership in staff.items()},
        draft=draft,
        submission=submission,
        application=application,
        document=document,
        hand_over=hand_over,
        thread=thread,
        attachment=message_with_file(submission.case),
        begun_message=begin_message(submission.case, actor=acting(citizens["helper"], submission.case)),
        decision=decision,
        summons=summons,
        conversation=MessageFactory(
            thread__person=application.person, thread__waiting_since=timezone.now(), from_claimant=True
        ).thread,
        text=TextTemplateFactory(jobcenter=jobcenter, draft="Guten Tag {name}"),
        letter=letter,
        representation=representation,
        list_slug="personen",
        codes={"guest": code_for(application.case), "guest_elsewhere": begin_as_guest().code},
        keys=(*(str(each.pk).encode() for each in mine), format_date(GRANTED_UNTIL).encode()),
        administered=administered(jobcenter, area, staff["team_lead"], submission),
        passkey=SoftPasskey().belong_to(claimant),
        helping=Standing.objects.get(user=citizens["helper"]),
        offer=offered(Standing.objects.own().get(user=claimant)).invitation,
        wish=WishFactory(person=application.person, topic="Rohrdommel"),
        times=times_for(application.person, staff["caseworker"]),
        begun=begun(citizens["helper"]),
        client=advising,
        member=works_there,
        paper=paper_on(works_there, advising),
        appointment=appointment,
        held=held,
        participant=Participant.objects.create(appointment=appointment, name="Frau Begleitung"),
    )


def appointment_for(person: Person, *, days: int, **facts: Any) -> Appointment:
    """An appointment of this person some days ahead."""
    found: Appointment = AppointmentFactory(
        person=person, starts=timezone.now() + datetime.timedelta(days=days), **facts
    )
    return found


def decision_for(person: Person, author: StaffMembership) -> Decision:
    """A decision in the portal, released by somebody who has no other part here: who has may look at it again."""
    return released(House(person, author, StaffMembershipFactory(jobcenter=author.jobcenter)))


def times_for(person: Person, sender: StaffMembership) -> Offer:
    """An invitation with one time, by somebody who has no other part here."""
    colleague = StaffMembershipFactory(jobcenter=sender.jobcenter)
    until = timezone.now() + datetime.timedelta(days=7)
    offer: Offer = OfferFactory(person=person, sent_by=colleague, words="Sumpfmeise", until=until)
    AppointmentFactory(
        person=person,
        service=offer.service,
        membership=colleague,
        offer=offer,
        starts=until + datetime.timedelta(days=1),
        status=AppointmentStatus.OFFERED,
        held_until=until,
    )
    return offer


def summons_for(person: Person, membership: StaffMembership) -> Summons:
    """The person is called to come, long from now; a step was agreed already."""
    starts = timezone.now().replace(microsecond=0) + datetime.timedelta(days=3650)
    appointment = AppointmentFactory(person=person, membership=membership, starts=starts, origin="summoned")
    appointment.agreed_steps.create(text="Lebenslauf schicken")
    called: Summons = SummonsFactory(appointment=appointment)
    return called


def who_acts(person: Person) -> dict[str, User]:
    """Who else has, or had, something to do with this person's case."""
    past = timezone.now() - datetime.timedelta(days=1)
    everything = {"person": person, "scopes": sorted(ALL_SCOPES)}
    adviser = OrganisationMembershipFactory()
    former = OrganisationMembershipFactory(organisation=adviser.organisation, ended=True)
    StandingFactory(adviser=True, organisation=adviser.organisation, **everything)
    member = Person.objects.get(case=person.case, answer_id="c1")
    member.user = UserFactory()
    member.save()
    minor = PersonFactory(case=person.case, is_applicant=False, name="Lea Sander")
    return {
        "adviser": adviser.user,
        "former_adviser": former.user,
        "representative": StandingFactory(helper=True, kind="representative", **everything).user,
        "guardian": StandingFactory(helper=True, kind="guardian", **everything).user,
        "revoked_helper": StandingFactory(helper=True, revoked_at=past, **everything).user,
        "expired_helper": StandingFactory(helper=True, valid_to=past, **everything).user,
        "member": StandingFactory(person=member, kind="member", scopes=["own_part"]).user,
        "minor": StandingFactory(person=minor, kind="member", scopes=["own_part"]).user,
    }


def paper_on(membership: OrganisationMembership, standing: Standing) -> Invitation:
    """A new Vollmacht for a client, signed and uploaded."""
    there = Team(membership.organisation, membership.user, membership)
    renewal = prepare_renewal(actor=there.actor, standing=standing, ask=make_ask())
    return signed(there, renewal)


def dispatch_about(submission: Submission) -> Dispatch:
    """The record of a notice to the claimant that waits for the mail server."""
    about = {"case": submission.case, "subject_id": submission.pk}
    return Dispatch.objects.create(template=Template.NEW_MESSAGE, key="world", error="450", **about)


def administered(
    jobcenter: Jobcenter, area: PostcodeArea, membership: StaffMembership, submission: Submission
) -> dict[str, Any]:
    """One object of each class that the desk's set-up shows."""
    return {
        "accounts_jobcenter": jobcenter.pk,
        "accounts_office": OfficeFactory(jobcenter=jobcenter).pk,
        "accounts_team": TeamFactory(jobcenter=jobcenter).pk,
        "accounts_staffmembership": membership.pk,
        "accounts_postcodearea": area.pk,
        "accounts_absence": AbsenceFactory(membership=membership).pk,
        "accounts_localholiday": LocalHolidayFactory(jobcenter=jobcenter).pk,
        "mailbox_topicroute": TopicRouteFactory(jobcenter=jobcenter).pk,
        "accounts_organisation": OrganisationFactory().pk,
        "applications_localsettings": LocalSettingsFactory(jobcenter=jobcenter, key="haus-1").pk,
        "audit_auditevent": AuditEvent.objects.filter(case_id=submission.case_id).latest("id").pk,
        "notices_dispatch": dispatch_about(submission).pk,
        "outbox_outboxmessage": OutboxMessage.objects.filter(fact="message.posted").latest("id").pk,
        "submissions_submission": submission.pk,
    }
