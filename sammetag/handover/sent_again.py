"""A second click on what is done already: the case may be out of reach by then, and nothing went wrong."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

REMEMBERED = "handed-over"


def remember(request: HttpRequest, of: UUID, sent: UUID) -> None:
    """Keep what was carried out last: the case or the colleague, and what names the form that was sent."""
    request.session[REMEMBERED] = [str(of), str(sent)]


def is_sent_again(request: HttpRequest, of: UUID, *sent: str) -> bool:
    """Whether one of these names the form that was carried out last."""
    kept = request.session.get(REMEMBERED)
    return kept is not None and kept[0] == str(of) and kept[1] in sent
