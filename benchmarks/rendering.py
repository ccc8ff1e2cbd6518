"""Both receipt PDFs beside bare WeasyPrint with the same HTML, variant, fonts and style sheets; prints ms as JSON.

Processor time: rendering waits for nothing, and what else the machine does must not count. Who goes first changes with
every round, for the second finds the processor warm.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import django

django.setup()

from portal.pdf.services import rendering
from portal.submissions.domain.facts import gather_facts
from portal.submissions.domain.receipt_files import confirmation_html, copy_html
from portal.submissions.models import Submission

ROUNDS = 20


def main() -> None:
    """Interleaved A B B A."""
    submission = (
        Submission.objects.select_related("receipt", "case", "person").prefetch_related("files").latest("received_at")
    )
    facts = gather_facts(submission)
    pages = {"confirmation": confirmation_html(facts), "copy": copy_html(facts, submission)}
    result = {}
    for name, html in pages.items():
        ours: list[float] = []
        floor: list[float] = []
        for round_number in range(ROUNDS + 2):
            kinds: list[tuple[list[float], Callable[[str], object]]] = [(ours, rendering.render_pdf), (floor, _bare)]
            for series, work in kinds if round_number % 2 else reversed(kinds):
                elapsed = _ms(work, html)
                if round_number > 1:
                    series.append(elapsed)
        result[name] = [ours, floor]
    print(json.dumps(result))


def _bare(html: str) -> None:
    kit = rendering._kit()
    kit.html(string=html, url_fetcher=kit.fetcher).write_pdf(
        font_config=kit.fonts, stylesheets=kit.stylesheets, pdf_variant=rendering.VARIANT
    )


def _ms(work: Callable[[str], object], html: str) -> float:
    began = time.process_time()
    work(html)
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    main()
