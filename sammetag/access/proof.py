"""Asks once more who somebody is, before what would hurt in the wrong hands: an export, a CPR number.

A log-in is a proof, and a proof holds for ten minutes of one session. Whoever is asked keeps what they were
posting: it stands in the page of the question, and goes on together with the answer.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from sammetag.access.log_in import PROVEN_AT, note_proof
from sammetag.access.proof_form import PREFIX, ProofForm
from sammetag.access.resuming import is_ours, posted

PROOF_HOLDS = timedelta(minutes=10)
V = TypeVar("V", bound=Callable[..., HttpResponse])


def proven_lately(view: V) -> V:
    """Opens the page only to somebody who has proven within ten minutes who they are; others are asked."""

    @wraps(view)
    def asked_first(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_proven(request) and (question := _asked(request)):
            return question
        return view(request, *args, **kwargs)

    return cast(V, asked_first)


def is_proven(request: HttpRequest) -> bool:
    """Whether whoever is logged in has proven who they are within the last ten minutes."""
    proven_at = request.session.get(PROVEN_AT, 0)
    return bool(timezone.now().timestamp() - proven_at < PROOF_HOLDS.total_seconds())


def _asked(request: HttpRequest) -> HttpResponse | None:
    """The question; none where this very request brings the right answer."""
    if request.headers.get("HX-Request"):
        # A fragment has no room for a question: the whole page goes there, and comes back.
        response = HttpResponse(status=204)
        response.headers["HX-Redirect"] = _question_for(_page_around(request))
        return response
    if request.method != "POST":
        return redirect(_question_for(request.get_full_path()))
    form = ProofForm(request)
    if form.is_bound and form.is_valid():
        note_proof(request)
        return None
    return asking(request, form, action=request.get_full_path(), fields=posted(request))


def asking(
    request: HttpRequest, form: ProofForm, *, action: str, fields: list[tuple[str, str]]
) -> HttpResponse:
    """The page with the question. The answer goes to `action`, with the fields that were on their way."""
    kept = [(name, text) for name, text in fields if not name.startswith(f"{PREFIX}-")]
    status = 422 if form.is_bound else 200
    return render(
        request, "access/prove.html", {"form": form, "action": action, "fields": kept}, status=status
    )


def _question_for(wanted: str) -> str:
    return f"{reverse('prove')}?{urlencode({'next': wanted})}"


def _page_around(request: HttpRequest) -> str:
    """The page that a fragment was asked from, as htmx tells of it."""
    told = urlsplit(request.headers.get("HX-Current-URL", ""))
    page = f"{told.path}?{told.query}" if told.query else told.path
    return page if is_ours(page, request) else "/"
