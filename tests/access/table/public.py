"""Pages that everybody may see, and how to reach the jobcenter."""

from tests.access.table.rows import OPEN, OWN_PAGE, Row, answers

TABLE: dict[str, Row | list[Row]] = {
    "pages:home": OPEN,
    "pages:contact": OPEN,
    "pages:imprint": OPEN,
    "pages:privacy": OPEN,
    "pages:accessibility": OPEN,
    "pages:health": OPEN,
    "pages:looks": OWN_PAGE,
    "pages:csp_report": Row(answers=answers(405)),
    "pages:robots": OPEN,
    "pages:offline": OPEN,
    "pages:service_worker": OPEN,
    "pages:manifest": OPEN,
    "pages:unread": OWN_PAGE,
    "pages:favicon": Row(answers=answers("redirect")),
    "appointments:contact": OPEN,
}
