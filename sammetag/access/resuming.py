"""Takes up again what was being saved when the log-in, or a question, came between."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

UNKEPT = {"csrfmiddlewaretoken", "password"}


def kept(request: HttpRequest) -> dict[str, str]:
    """What a page must carry, hidden, so that this post can be sent again: its address and its fields."""
    fields = {name: request.POST.getlist(name) for name in request.POST if name not in UNKEPT}
    return {"resume_path": request.path, "resume_fields": json.dumps(fields)}


def carried(request: HttpRequest) -> dict[str, str]:
    """What came along from the page before: where one was going, and what one was saving."""
    source = request.POST if request.method == "POST" else request.GET
    return {name: source.get(name, "") for name in ("next", "resume_path", "resume_fields")}


def resumed(request: HttpRequest) -> HttpResponse | None:
    """The page that offers to send what was being saved; none where nothing was."""
    along = carried(request)
    fields = _fields(along["resume_fields"])
    if not fields or not is_ours(along["resume_path"], request):
        return None
    return render(request, "access/resume.html", {"path": along["resume_path"], "fields": fields})


def is_ours(path: str, request: HttpRequest) -> bool:
    """Whether an address that a form brought along is a page of this very site."""
    return path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts={request.get_host()})


def _fields(text: str) -> list[tuple[str, str]]:
    """The fields of the form as pairs; nothing, where the text is not what we wrote."""
    try:
        pairs = [(name, value) for name, values in json.loads(text).items() for value in values]
        # Half a character, as a script may send it, cannot be written on a page.
        return [(name, value) for name, value in pairs if value.encode()]
    except (ValueError, AttributeError, TypeError):
        return []
