"""Every failure as a page with a plain sentence: what happened, what to do, and that nothing is lost."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from psycopg.errors import DeadlockDetected, DiskFull, LockNotAvailable, QueryCanceled
from psycopg_pool import PoolTimeout

from sammetag.access.resuming import WRITTEN
from sammetag.errors import SammetagError, Sentence
from sammetag.law.errors import LawError

log = logging.getLogger(__name__)

AWAY = (OperationalError, InterfaceError, PoolTimeout)
_TOGETHER = gettext_lazy(
    "En anden er ved at gemme i det samme lige nu, så vi har ikke gemt noget. Vent et øjeblik, og prøv igen."
)
# What the database says by number, where it is there and still cannot do what it was asked.
_TROUBLES: dict[str | None, Sentence] = {
    QueryCanceled.sqlstate: gettext_lazy(
        "Det tog for lang tid, så vi stoppede. Der er ikke gemt noget. Vent et øjeblik, og prøv igen."
    ),
    LockNotAvailable.sqlstate: _TOGETHER,
    DeadlockDetected.sqlstate: _TOGETHER,
    DiskFull.sqlstate: gettext_lazy(
        "Der er ikke plads til mere på vores server lige nu, så vi har ikke gemt noget. "
        "Sig det til dem, der driver Sammetag, og prøv igen senere."
    ),
}


def failure_page(request: HttpRequest, sentence: Sentence, status: int) -> HttpResponse:
    """The page that tells of a failure; what the person typed stands on it, so that nothing is lost."""
    texts = [request.POST.get(name, "") for name in WRITTEN]
    typed = [text for text in texts if isinstance(text, str) and text.strip()]
    return render(request, "config/failure.html", {"sentence": sentence, "typed": typed}, status=status)


class PlainSentences:
    """Turns a foreseen failure into its page. The wall has seen it first, and rolls back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            page = failure_page(request, _("Siden kan ikke åbnes på den måde. Gå til forsiden."), 405)
            page.headers["Allow"] = response.headers["Allow"]
            return page
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, SammetagError):
            log.info("%s: %s", type(exception).__name__, exception)
            return failure_page(request, exception.sentence, exception.status)
        if isinstance(exception, LawError):
            log.info("%s: %s", type(exception).__name__, exception)
            return failure_page(request, exception.sentence.in_language(get_language() or "da"), 409)
        return None


class DatabaseAway:
    """Answers for a page that the database fails; the next request tries again.

    Left to Django, the complaint would stand in the log, and with it what was asked. Where the database is
    missed before any page begins, `went_wrong` answers.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return away(request, exception) if isinstance(exception, AWAY) else None


def away(request: HttpRequest, fault: Exception) -> HttpResponse:
    """The page for a database that cannot be reached, or cannot do what it is asked, right now."""
    state = getattr(fault.__cause__ or fault, "sqlstate", None) or ""
    log.error("database away: %s %s", type(fault).__name__, state)
    sentence = _TROUBLES.get(
        state, _("Vi kan ikke nå vores database lige nu. Vent et øjeblik, og prøv igen.")
    )
    response = failure_page(request, sentence, 503)
    response.headers["Retry-After"] = "10"
    return response


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for an address that does not exist: the same as for a case that is not one's own."""
    sentence = _("Siden findes ikke. Måske er adressen forkert, eller også har du ikke adgang til sagen.")
    return failure_page(request, sentence, 404)


def went_wrong(request: HttpRequest) -> HttpResponse:
    """The page for a fault of ours that nobody foresaw.

    Django sends here what fails inside a middleware too, and that is where the database is first missed.
    """
    fault = sys.exc_info()[1]
    if isinstance(fault, AWAY):
        return away(request, fault)
    return failure_page(request, _("Noget gik galt hos os. Der er ikke gemt noget forkert. Prøv igen."), 500)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for a request that the browser sent in a form we do not take, such as one too large."""
    sentence = _("Det, der blev sendt, var for stort eller ikke til at læse. Del teksten op, og prøv igen.")
    return render(request, "config/failure.html", {"sentence": sentence, "typed": []}, status=400)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form that was opened before somebody logged in or out in the same browser."""
    sentence = _(
        "Siden har stået åben, mens du loggede ind eller ud. "
        "Vi har ikke gemt noget. Kopiér din tekst, åbn siden igen, og sæt teksten ind."
    )
    return failure_page(request, sentence, 403)
