"""Who is logged in; and what happens to whoever is not, or no longer is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from sammetag.access.log_in import LACKS_FACTOR
from sammetag.access.person import Person
from sammetag.access.resuming import is_kept, kept
from sammetag.access.wall import Request
from sammetag.errors import SammetagError

V = TypeVar("V", bound=Callable[..., HttpResponse])


class NoRole(SammetagError):
    """The account is real, but its person holds no role today."""

    status = 403


def open_to_all(view: V) -> V:
    """Marks a page that also serves people who have not logged in. Every other page is closed to them."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view


def open_without_factor(view: V) -> V:
    """Marks a page that serves people who must get a second factor. Every other page leads them there."""
    view.open_without_factor = True  # type: ignore[attr-defined]
    return view


def signed_in(request: HttpRequest) -> Person:
    """The person behind the request; raises NoRole for an account whose person holds no role today."""
    person = cast(Request, request).person
    if person is None:
        raise NoRole(
            _("Din bruger har ingen rolle i Sammetag i dag. Bed din leder om at give dig en."),
            "account without a role",
        )
    return person


class LogInFirst:
    """Sends whoever is not logged in to the log-in page, and carries along what they had typed.

    A session can end while somebody writes. What the form posted then stands, hidden, in the log-in page,
    and after log-in one click sends it where it was going.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if getattr(view, "open_to_all", False):
            return None
        if request.user.is_authenticated:
            opens = getattr(view, "open_without_factor", False) or not request.session.get(LACKS_FACTOR)
            return None if opens else _factor_first(request)
        if request.headers.get("HX-Request"):
            return render(request, "access/logged_out_fragment.html", status=401)
        if request.method == "POST":
            return ask_again(request)
        return redirect(f"{reverse('log-in')}?{urlencode({'next': request.get_full_path()})}")


def _factor_first(request: HttpRequest) -> HttpResponse:
    """Leads somebody who has no second factor to get one, with what they had typed."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": reverse("first-factor")})
    if request.method == "POST":
        return render(request, "access/first_factor.html", kept(request))
    return redirect(f"{reverse('first-factor')}?{urlencode({'next': request.get_full_path()})}")


def ask_again(request: HttpRequest) -> HttpResponse:
    """The page for a post whose session is gone: it keeps the fields and leads to log-in."""
    context = {**kept(request), "is_kept": is_kept(request.path)}
    return render(request, "access/logged_out.html", context, status=401)
