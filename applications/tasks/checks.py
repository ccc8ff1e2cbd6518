"""The automatic checks after sending. They run beside the receipt: one being stuck never delays the other."""

from uuid import UUID

from applications.models import Application


def run_checks(subject_id: UUID) -> None:
    """Handle ``application.received`` and ``application.checks_wanted``: check this application. Idempotent."""
    # The web only needs the name of this task: the rules would be a twentieth of its start.
    from applications.domain.checks import check_application  # noqa: PLC0415

    check_application(Application.objects.select_related("submission", "case__jobcenter").get(pk=subject_id))


def check_matter(subject_id: UUID) -> None:
    """Handle ``application.added_to``: papers that came with it settle questions of what it belongs to. Idempotent."""
    from applications.domain.checks import check_what_it_adds_to  # noqa: PLC0415 -- as above

    check_what_it_adds_to(Application.objects.select_related("submission").get(pk=subject_id))
