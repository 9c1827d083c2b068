"""The law as a citizen can read it: each rule in a few plain sentences, without section numbers."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sammetag.access.signed_in import signed_in
from sammetag.law import Words
from sammetag.lawbook.for_citizens import for_citizens, is_unsure_for_all, plainly, unsure_schemes
from sammetag.lawbook.shelves import OTHER, SHELVES, Shelf, topics_on


@dataclass(frozen=True)
class Plain:
    """One rule as a citizen reads it; `unsure` are the schemes for which its text of today was not read."""

    title: Words
    sentences: tuple[str, ...]
    unsure: tuple[str, ...]
    unsure_for_all: bool


@require_GET
def citizens_page(request: HttpRequest) -> HttpResponse:
    """Everything that the law book can tell a citizen today."""
    signed_in(request)
    today = timezone.localdate()
    parts: list[tuple[Shelf, list[Plain]]] = []
    for shelf in (*SHELVES, OTHER):
        told = [
            Plain(
                plainly()[one.name].title,
                sentences,
                unsure_schemes(one.name, today),
                is_unsure_for_all(one.name, today),
            )
            for one in topics_on(shelf)
            if (sentences := for_citizens(one.name, today))
        ]
        if told:
            parts.append((shelf, told))
    return render(request, "lawbook/citizens.html", {"parts": parts, "today": today})
