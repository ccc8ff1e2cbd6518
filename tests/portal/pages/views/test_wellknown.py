def test_robots_see_public_pages_only(client):
    lines = client.get("/robots.txt").text.splitlines()
    assert lines[-1] == "Disallow: /"
    assert "Allow: /kontakt/" in lines


def test_favicon_leads_to_the_icon(client):
    response = client.get("/favicon.ico")
    assert (response.status_code, response.url) == (301, "/static/ui/icon.svg")
