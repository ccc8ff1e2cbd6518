from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from portal.desk.site import desk
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory, UserFactory
from tests.factories.cases import CaseFactory
from tests.factories.documents import DocumentFactory
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


@pytest.mark.parametrize("page", [*PAGES, "/verwaltung/login/", "/verwaltung/logout/", "/verwaltung/jsi18n/"])
@pytest.mark.parametrize("traits", [{}, {"user__is_superuser": True}], ids=["staff", "superuser"])
def test_without_a_second_factor_in_this_session_nobody_enters(page, traits):
    browser = Client()
    browser.force_login(StaffMembershipFactory(administrator=True, **traits).user)

    assert browser.get(page).url.startswith("/konto/erneut-anmelden/app/?next=")


def test_every_page_of_the_desk_asks_for_the_second_factor(administrator):
    browser = Client()
    browser.force_login(administrator.user)
    open_to_it = {
        pattern.name
        for pattern in desk.get_urls()
        if isinstance(pattern, URLPattern)
        and not pattern.pattern.regex.groups
        and browser.get(reverse(f"desk:{pattern.name}")).status_code not in {302, 405}
    }

    assert open_to_it == set()


def test_file_of_a_case_is_not_read_without_a_second_factor(worker):
    document = DocumentFactory(case=CaseFactory(jobcenter=worker.jobcenter))
    browser = Client()
    browser.force_login(worker.user)

    assert browser.get(reverse("documents:download", args=[document.pk])).status_code == 403


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
        "termine/einrichtung/anliegen/",
        "termine/einrichtung/raeume/",
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
