import pytest

from appointments.domain.safe_link import safe_link
from appointments.errors import LinkNotSafe


@pytest.mark.parametrize(
    "link", ["https://www.arbeitsagentur.de/jobsuche/?was=Koch", "https://kurse.example/a#b", "https://example.org"]
)
def test_ordinary_addresses_stay_as_they_are(link):
    assert safe_link(f"  {link} ") == link


def test_nothing_is_no_link():
    assert safe_link("  ") == ""


@pytest.mark.parametrize(
    "link",
    [
        "http://example.org/",
        "javascript:alert(1)",
        "//example.org/",
        "example.org",
        "https://arbeitsagentur.de@boese.example/",
        "https://example.org:8443/",
        "https://localhost/",
        "https://192.0.2.1/",
        "https://[2001:db8::1]/",
        "https://аrbeitsagentur.de/",
        "https://example.org\\@boese.example/",
        "https://example.org/ und mehr",
        "https://",
        "https://example.org/" + "a" * 500,
    ],
)
def test_whatever_could_lead_astray_is_refused(link):
    with pytest.raises(LinkNotSafe):
        safe_link(link)
