"""The page of its own on which somebody proves who they are, on the way to another page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from sammetag.access.log_in import note_proof
from sammetag.access.proof import asking
from sammetag.access.proof_form import ProofForm
from sammetag.access.resuming import carried, is_ours
from sammetag.access.signed_in import open_without_factor


@open_without_factor
@sensitive_post_parameters("proof-password", "proof-code", "proof-passkey")
@require_http_methods(["GET", "POST"])
def prove(request: HttpRequest) -> HttpResponse:
    """Asks who somebody is, and leads on to the page that they were on the way to."""
    wanted = carried(request)["next"]
    form = ProofForm(request)
    if form.is_bound and form.is_valid():
        note_proof(request)
        return redirect(wanted if is_ours(wanted, request) else reverse("front"))
    return asking(request, form, action=reverse("prove"), fields=[("next", wanted)])
