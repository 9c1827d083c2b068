"""Takes up again what was being saved when the log-in, or a question, came between."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TypeVar
from uuid import UUID

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

V = TypeVar("V", bound=Callable[..., HttpResponse])

# What somebody proves who they are with is never carried along.
PROOFS = {"csrfmiddlewaretoken", "password", "proof-password", "proof-code", "proof-passkey"}
# Nor, over the end of a session, a CPR number or what was searched for.
UNKEPT = PROOFS | {"cpr", "term"}
LONGEST = 500_000
WRITTEN = ("notes", "agenda", "reason", "correction", "job_goal", "title", "disagreement")


def keeps_nothing(view: V) -> V:
    """Marks a page that answers what one types and keeps nothing of it: after a log-in it is asked again."""
    view.keeps_nothing = True  # type: ignore[attr-defined]
    return view


def is_kept(path: str) -> bool:
    """Whether what is sent to an address is saved there."""
    try:
        return not getattr(resolve(path).func, "keeps_nothing", False)
    except Resolver404:
        return True


def kept(request: HttpRequest) -> dict[str, str]:
    """What a page must carry, hidden, so that this post can be sent again: its address and its fields."""
    fields: dict[str, list[str]] = {}
    for name, text in posted(request):
        if name not in UNKEPT:
            fields.setdefault(name, []).append(text)
    return {"resume_path": request.path, "resume_fields": json.dumps(fields)}


def posted(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of a post as pairs, without those in which somebody proved who they are."""
    return [(name, text) for name, texts in request.POST.lists() if name not in PROOFS for text in texts]


def writer_mark(account_id: UUID) -> str:
    """The sign of whoever a form is shown to, signed: what they write in it is nobody else's to take up."""
    return signing.dumps(str(account_id), salt="writer")


def carried(request: HttpRequest) -> dict[str, str]:
    """What came along from the page before: where one was going, and what one was saving.

    Only a post can bring what was being saved: a link that somebody made must not fill in a form.
    """
    wanted = (request.POST if request.method == "POST" else request.GET).get("next", "")
    saving = {name: request.POST.get(name, "") for name in ("resume_path", "resume_fields")}
    return {"next": wanted, **saving}


def resumed(request: HttpRequest, along: Mapping[str, str] | None = None) -> HttpResponse | None:
    """The page that offers to send what was being saved; none where there is nothing of theirs."""
    along = carried(request) if along is None else along
    fields = _fields(along["resume_fields"])
    if not is_ours(along["resume_path"], request) or not _is_writer(request, dict(fields).get("writer", "")):
        return None
    written = [text for name, text in fields if name in WRITTEN and text.strip()]
    path = along["resume_path"]
    context = {"path": path, "fields": fields, "written": written, "is_kept": is_kept(path)}
    return render(request, "access/resume.html", context)


def that_may_wait(along: Mapping[str, str], *, within_session: bool) -> dict[str, str]:
    """What of it may wait in the session while somebody is with the identity provider: a form wholly, or not.

    A CPR number waits nowhere. A form from before the log-in bears the mark of its writer, or it would never
    be sent again.
    """
    fields = _fields(along["resume_fields"])
    is_free = bool(fields) and not UNKEPT & {name for name, _ in fields}
    if along["resume_path"] and is_free and (within_session or _writer(dict(fields).get("writer", ""))):
        return dict(along)
    return {"next": along["next"], "resume_path": "", "resume_fields": ""}


def fields_of(along: Mapping[str, str], request: HttpRequest) -> list[tuple[str, str]]:
    """The form that was carried along as pairs; nothing, where it is not for a page of ours."""
    return _fields(along["resume_fields"]) if is_ours(along["resume_path"], request) else []


def _is_writer(request: HttpRequest, mark: str) -> bool:
    return _writer(mark) == str(request.user.pk)


def _writer(mark: str) -> str:
    try:
        return str(signing.loads(mark, salt="writer"))
    except signing.BadSignature:
        return ""


def is_ours(path: str, request: HttpRequest) -> bool:
    """Whether an address that a form brought along is a page of this very site."""
    return path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts={request.get_host()})


def _fields(text: str) -> list[tuple[str, str]]:
    """The fields of the form as pairs; nothing, where the text is not what we wrote."""
    if len(text) > LONGEST:
        return []
    try:
        pairs = [(name, value) for name, values in json.loads(text).items() for value in values]
        # Half a character, as a script may send it, cannot be written on a page.
        return [(name, value) for name, value in pairs if value.encode()]
    except (ValueError, AttributeError, TypeError, RecursionError):
        return []
