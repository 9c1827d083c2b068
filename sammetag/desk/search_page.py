"""Finds a citizen by name or case number. By POST, so that no name ends up in an address or a log."""

from __future__ import annotations

import hashlib
import hmac
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sammetag.access.signed_in import signed_in
from sammetag.access.wall import Request
from sammetag.cases.queries import search
from sammetag.journal.actions import look
from sammetag.people.danish import search_key

SHORTEST, LONGEST = 2, 80


@require_http_methods(["GET", "POST"])
def search_page(request: HttpRequest) -> HttpResponse:
    """The citizens whose name or case number holds what was typed, among those the person may see."""
    person = signed_in(request)
    if request.method == "GET":
        return redirect("my-day")
    term = request.POST.get("term", "").strip()[:LONGEST]
    too_short = len(term) < SHORTEST
    found = [] if too_short else list(search(person, term))
    if not too_short:
        # A search that finds nobody is written down too: fishing for names must be seen.
        look(
            by=person,
            page="search",
            purpose="search",
            cases=[case.id for case in found],
            request_id=cast(Request, request).request_id,
            term=_keyed_hash(term),
        )
    template = "desk/search.html#results" if request.headers.get("HX-Request") else "desk/search.html"
    context = {"term": term, "found": found, "too_short": too_short}
    return render(request, template, context)


def _keyed_hash(term: str) -> str:
    """The term as the log may keep it: alike for like terms, and not to be read back without our key."""
    key = hashlib.sha256(b"search-term" + settings.SECRET_KEY.encode()).digest()
    return hmac.new(key, search_key(term).encode(), hashlib.sha256).hexdigest()
