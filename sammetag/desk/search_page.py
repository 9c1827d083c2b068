"""Finds a citizen by name, case number or CPR number. By POST, so that none of them ends up in an address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from sammetag.access.person import Person
from sammetag.access.signed_in import signed_in
from sammetag.access.wall import Request
from sammetag.cases.cpr_queries import cases_with_number, masks_of
from sammetag.cases.models import Case
from sammetag.cases.queries import LONGEST_LIST, search
from sammetag.errors import Sentence
from sammetag.journal.actions import look
from sammetag.keyring.installed import ring
from sammetag.people.cpr import WrongNumber, bare, looks_like, read
from sammetag.people.danish import search_key

SHORTEST, LONGEST = 2, 80


@dataclass(frozen=True)
class Found:
    """One case that a search found; with the mask of its citizen's number where that was searched for."""

    case: Case
    masked: str = ""


@sensitive_post_parameters("term")
@require_http_methods(["GET", "POST"])
def search_page(request: HttpRequest) -> HttpResponse:
    """The citizens whose name or number holds what was typed, among those the person may see."""
    person = signed_in(request)
    if request.method == "GET":
        return redirect("my-day")
    term = request.POST.get("term", "").strip()[:LONGEST]
    too_short = len(term) < SHORTEST
    found = [] if too_short else _find(person, term)
    if not too_short:
        # A search that finds nobody is written down too: fishing for names must be seen.
        look(
            by=person,
            page="search",
            purpose="search",
            cases=[one.case.id for one in found],
            request_id=cast(Request, request).request_id,
            term=_keyed_hash(person, term),
        )
    template = "desk/search.html#results" if request.headers.get("HX-Request") else "desk/search.html"
    # A CPR number is not repeated, not even to whoever typed it.
    shown = "" if looks_like(term) else term
    context = {"term": shown, "found": found, "too_short": too_short, "wrong": _what_is_wrong(term)}
    return render(request, template, context)


def _find(person: Person, term: str) -> list[Found]:
    """By CPR number first, where it looks like one; a case number may look like one too."""
    by_number = list(cases_with_number(person, bare(term))[:LONGEST_LIST]) if looks_like(term) else []
    masks = masks_of(by_number)
    found = {case.id: Found(case, masks.get(case.citizen_id, "")) for case in by_number}
    for case in search(person, term):
        found.setdefault(case.id, Found(case))
    return list(found.values())[:LONGEST_LIST]


def _what_is_wrong(term: str) -> Sentence:
    """Why what looks like a CPR number can be none; nothing for everything else."""
    if not looks_like(term):
        return ""
    try:
        read(term, timezone.localdate())
    except WrongNumber as wrong:
        return wrong.what
    return ""


def _keyed_hash(person: Person, term: str) -> str:
    """The term as the log may keep it: alike for like terms, and not to be read back without our key."""
    words = bare(term) if looks_like(term) else search_key(term)
    mark = ring().mark(words, purpose="search-term", about=str(person.municipality_id))
    # Without the fingerprint of its key, which would take the place of the hash itself.
    return mark[-32:].hex()
