"""For everybody: what may be blacked out on papers, with a picture."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from applications.claim.matrix import MATRIX
from applications.enums import DocumentClass


@login_not_required  # holds nothing about anybody, and who is at the copier has no account
@require_safe
def blackening(request: HttpRequest) -> HttpResponse:
    """Show it."""
    context = {
        "notice": MATRIX[DocumentClass.BANK_STATEMENT].notice,
        "others": [(kind.label, paper.hide) for kind, paper in MATRIX.items() if paper.hide],
    }
    return render(request, "applications/blackening.html", context)
