from urllib.parse import unquote

import pytest
from django.urls import reverse

from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory, UserFactory
from tests.factories.cases import CaseFactory
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db
PAGES = ["/verwaltung/", "/verwaltung/antraege/", "/verwaltung/einrichtung/", "/verwaltung/audit/auditevent/"]


@pytest.mark.parametrize("page", PAGES)
def test_nobody_signed_in_goes_to_the_one_sign_in(client, page):
    hops = [url for url, _status in client.get(page, follow=True).redirect_chain]

    assert unquote(hops[-1]) == f"{reverse('account_login')}?next={page}"


def test_old_sign_in_of_the_admin_leads_to_the_one_sign_in(client):
    assert (
        client.get("/verwaltung/login/?next=/verwaltung/antraege/").url
        == f"{reverse('account_login')}?next=%2Fverwaltung%2Fantraege%2F"
    )


@pytest.mark.parametrize("page", [*PAGES, "/verwaltung/login/"])
@pytest.mark.parametrize(
    "person",
    [
        UserFactory,
        lambda: UserFactory(is_staff=True),
        lambda: UserFactory(is_superuser=True, is_staff=True),
        lambda: StaffMembershipFactory(ended=True).user,
        lambda: StaffMembershipFactory(future=True).user,
        lambda: StaffMembershipFactory(user__is_staff=False).user,
        lambda: StaffMembershipFactory(jobcenter__is_active=False).user,
    ],
    ids=["claimant", "flag only", "superuser", "ended", "future", "no flag", "closed house"],
)
def test_without_a_membership_of_today_nobody_enters(client, page, person):
    client.force_login(person())

    assert client.get(page).status_code == 403


@pytest.mark.parametrize(("trait", "status"), [({}, 403), ({"team_lead": True}, 403), ({"administrator": True}, 200)])
@pytest.mark.parametrize("page", PAGES[2:])
def test_set_up_is_for_administrators(desk_of, jobcenter, page, trait, status):
    assert desk_of(StaffMembershipFactory(jobcenter=jobcenter, **trait)).get(page).status_code == status


def test_overview_shows_urgent_and_mine(desk_of, worker, jobcenter):
    mine = ApplicationFactory(case=CaseFactory(jobcenter=jobcenter))
    mine.assigned_to = worker
    mine.save()
    ApplicationFactory(case=CaseFactory(jobcenter=JobcenterFactory()))

    context = desk_of(worker).get("/verwaltung/").context

    assert [row.application for row in context["my_rows"]] == [mine]
    assert (context["counts"]["mine"], context["counts"]["open"], context["urgent_rows"]) == (1, 1, [])


def test_set_up_lists_tables_and_says_what_got_stuck(desk_of, administrator):
    from django.utils import timezone

    from portal.outbox.models import OutboxMessage

    OutboxMessage.objects.create(fact="x", handler="y", subject_id=administrator.pk, dead_at=timezone.now())

    page = desk_of(administrator).get("/verwaltung/einrichtung/").content.decode()

    assert "1 Aufgabe im Hintergrund ist stecken geblieben." in page
    for path in (
        "accounts/team/",
        "accounts/office/",
        "outbox/outboxmessage/",
        "submissions/submission/",
        "audit/auditevent/",
    ):
        assert f'href="/verwaltung/{path}"' in page


def test_policy_allows_nothing_unsafe(desk_of, worker):
    policy = desk_of(worker).get("/verwaltung/").headers["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


def test_signing_out_and_passwords_are_the_portals_own(desk_of, worker):
    desk = desk_of(worker)

    assert desk.post("/verwaltung/logout/").url == reverse("account_logout")
    assert desk.get("/verwaltung/password_change/").url == reverse("account_change_password")
