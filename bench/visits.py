"""Visits pages of a server that runs, and says how long each took."""

from __future__ import annotations

import http.client
import re
import statistics
import threading
import time
from dataclasses import dataclass
from urllib.parse import urlencode

HOST = "localhost"
WARM_UP, VISITS, CLIENTS, SECONDS = 20, 200, 4, 5.0
HIDDEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Pace:
    """How quick one page is: milliseconds of one visitor, pages a second of four at once, and its size."""

    median: float
    slowest_twentieth: float
    each_second: float
    kilobytes: float


class Visitor:
    """One browser: a connection that stays open, and its cookies."""

    def __init__(self, port: int, cookies: dict[str, str] | None = None) -> None:
        self.connection = http.client.HTTPConnection(HOST, port, timeout=60)
        self.port = port
        self.cookies = dict(cookies or {})

    def get(self, path: str) -> tuple[int, bytes]:
        """The status and the body of a page."""
        return self._ask("GET", path)

    def log_in(self, username: str, password: str) -> None:
        """Logs in as one does by hand; raises RuntimeError where that fails."""
        _status, page = self.get("/log-in/password/")
        token = HIDDEN.search(page.decode())
        if token is None:
            raise RuntimeError("the log-in page has no form")
        fields = {"csrfmiddlewaretoken": token.group(1), "username": username, "password": password}
        status, _page = self._ask("POST", "/log-in/password/", urlencode(fields))
        if status != http.client.FOUND:
            raise RuntimeError(f"{username} could not log in: {status}")

    def another(self) -> Visitor:
        """A second window of the same browser."""
        return Visitor(self.port, self.cookies)

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, bytes]:
        headers = {
            "Host": HOST,
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        page = answer.read()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _equals, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, page


def pace(visitor: Visitor, path: str) -> Pace:
    """The pace of one page; raises RuntimeError where it is not a page."""
    for _ in range(WARM_UP):
        size = _visit(visitor, path)
    spent = sorted(_timed(visitor, path) for _ in range(VISITS))
    return Pace(
        median=statistics.median(spent) * 1000,
        slowest_twentieth=spent[int(len(spent) * 0.95)] * 1000,
        each_second=_each_second(visitor, path),
        kilobytes=size / 1024,
    )


def _visit(visitor: Visitor, path: str) -> int:
    status, page = visitor.get(path)
    if status != http.client.OK:
        raise RuntimeError(f"{path} answers {status}")
    return len(page)


def _timed(visitor: Visitor, path: str) -> float:
    begun = time.perf_counter()
    _visit(visitor, path)
    return time.perf_counter() - begun


def _each_second(visitor: Visitor, path: str) -> float:
    """Pages a second of several visitors who each ask again as soon as they are answered."""
    until = time.perf_counter() + SECONDS
    counts = [0] * CLIENTS

    def keep_asking(number: int) -> None:
        one = visitor.another()
        while time.perf_counter() < until:
            _visit(one, path)
            counts[number] += 1

    threads = [threading.Thread(target=keep_asking, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / SECONDS
