"""The demo's log-in page: pick the person you want to be. Everybody on it is invented."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from sammetag.access.login_page import where_one_was_going
from sammetag.access.resuming import carried
from sammetag.access.signed_in import open_to_all
from sammetag.demo.people import PICK, Pick
from sammetag.errors import NotAllowed
from sammetag.people.models import Account


@dataclass(frozen=True)
class Card:
    """One person as a card: the two letters stand where a picture would."""

    pick: Pick

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in self.pick.name.split())


@open_to_all
@require_http_methods(["GET", "POST"])
def pick_a_person(request: HttpRequest) -> HttpResponse:
    """The page of cards; a posted user name from a card logs that person in, any other is NotAllowed."""
    if request.method == "POST" and "username" in request.POST:
        login(
            request, _account(request.POST["username"]), backend="django.contrib.auth.backends.ModelBackend"
        )
        return where_one_was_going(request)
    cards = [Card(pick) for pick in PICK]
    return render(request, "demo/log_in.html", {"cards": cards, **carried(request)})


def _account(username: str) -> Account:
    """The account of a person on the page; nobody else comes in without a password."""
    if username not in {pick.username for pick in PICK}:
        raise NotAllowed("log-in as somebody who is not on the demo's page")
    account = Account.objects.filter(username=username, is_active=True).first()
    if account is None:
        raise NotAllowed("the demo's page shows a person who was not loaded")
    return account
