"""The law as a citizen can read it: each rule in a few plain sentences, without section numbers."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sammetag.access.signed_in import signed_in
from sammetag.law import Topic
from sammetag.lawbook.for_citizens import for_citizens, is_unsure
from sammetag.lawbook.shelves import OTHER, SHELVES, Shelf, topics_on


@dataclass(frozen=True)
class Plain:
    """One rule as a citizen reads it; `unsure` where nobody has read the text of today."""

    topic: Topic
    sentences: tuple[str, ...]
    unsure: bool


@require_GET
def citizens_page(request: HttpRequest) -> HttpResponse:
    """Everything that the law book can tell a citizen today."""
    signed_in(request)
    today = timezone.localdate()
    parts: list[tuple[Shelf, list[Plain]]] = []
    for shelf in (*SHELVES, OTHER):
        told = [
            Plain(one, sentences, is_unsure(one.name, today))
            for one in topics_on(shelf)
            if (sentences := for_citizens(one.name, today))
        ]
        if told:
            parts.append((shelf, told))
    return render(request, "lawbook/citizens.html", {"parts": parts, "today": today})
