"""Coordinators who write without pause, send again what was not answered, and remember what was."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count, pairwise
from urllib.parse import urlencode
from uuid import UUID, uuid4

from bench.visits import HIDDEN

HOST = "localhost"
LONGEST = 20.0
HALF_HOURS = 20
AGAIN_AFTER = 0.1
# What a browser may meet while something is broken: no answer at all, or the page that says so.
NO_ANSWER, AWAY = 0, http.client.SERVICE_UNAVAILABLE


@dataclass
class Write:
    """One form that somebody sends: a talk that is agreed, or one that was held with its note."""

    path: str
    fields: dict[str, str]
    sent: int = 0
    begun: float = 0.0

    @property
    def words(self) -> str:
        """The field in which something is written."""
        return "notes" if "notes" in self.fields else "agenda"

    @property
    def token(self) -> UUID:
        """The form's own sign."""
        return UUID(self.fields["token"])


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    page: str = ""
    location: str = ""


@dataclass
class Desk:
    """One coordinator's browser, logged in, with one case."""

    port: int
    session: str
    case: str
    form: dict[str, str] = field(default_factory=dict)
    csrf: str = ""
    sent: set[UUID] = field(default_factory=set)

    def __post_init__(self) -> None:
        # One row of half hours for all that this desk ever does: a time can be taken once only.
        self.writes = self._writes()

    def opens(self) -> bool:
        """Whether the form can be opened now; its sign against forgery is kept."""
        answer = self.ask("GET", f"/cases/{self.case}/talks/book/")
        found = HIDDEN.search(answer.page)
        if answer.status == http.client.OK and found:
            self.form = {"csrfmiddlewaretoken": found.group(1)}
        return answer.status == http.client.OK

    def send(self, write: Write) -> Answer:
        """Sends a form, as if for the first time."""
        write.sent += 1
        self.sent.add(write.token)
        write.begun = time.monotonic()
        return self.ask("POST", write.path, write.fields | self.form)

    def ask(self, method: str, path: str, fields: dict[str, str] | None = None) -> Answer:
        """The answer to one request on a connection of its own."""
        cookie = f"sessionid={self.session}; csrftoken={self.csrf}"
        headers = {"Host": HOST, "Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        connection = http.client.HTTPConnection(HOST, self.port, timeout=LONGEST)
        try:
            connection.request(method, path, urlencode(fields or {}) or None, headers)
            answer = connection.getresponse()
            page = answer.read().decode()
        except (OSError, http.client.HTTPException):
            return Answer(NO_ANSWER)
        finally:
            connection.close()
        for one in answer.headers.get_all("Set-Cookie") or []:
            if one.startswith("csrftoken="):
                self.csrf = one.partition(";")[0].removeprefix("csrftoken=")
        return Answer(answer.status, page, answer.headers.get("Location", ""))

    def _writes(self) -> Iterator[Write]:
        """Endless forms, each for another half hour: agreed ones ahead, and held ones in the past."""
        today = date.today()  # noqa: DTZ011 - the machine's own day
        for number in count():
            held, slot = number % 2 == 1, number // 2
            days, half = 3 + slot // HALF_HOURS, slot % HALF_HOURS
            day = today - timedelta(days=days) if held else today + timedelta(days=days)
            token = str(uuid4())
            yield Write(
                f"/cases/{self.case}/talks/{'held' if held else 'book'}/",
                {
                    "token": token,
                    "version": "0",
                    "day": day.isoformat(),
                    "clock": f"{8 + half // 2:02}:{30 * (half % 2):02}",
                    "minutes": "30",
                    "form": "phone",
                    "place": "",
                    "notes" if held else "agenda": f"Det, der står i {token}",
                },
            )


@dataclass
class Account:
    """What all writers together were told: that it was saved, or something else than 'not now'."""

    acknowledged: list[tuple[float, Write]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def writes_since(self, moment: float) -> bool:
        """Whether something was acknowledged that was begun after a moment."""
        return any(write.begun >= moment for _, write in list(self.acknowledged))

    def longest_gap(self, begun: float, ended: float) -> float:
        """The longest time between two moments in which nothing was acknowledged."""
        moments = sorted(at for at, _ in self.acknowledged if begun < at < ended)
        return max(later - earlier for earlier, later in pairwise([begun, *moments, ended]))


def saved(desk: Desk, answer: Answer) -> bool:
    """Whether an answer says that what was sent is saved: it leads to the case."""
    return answer.location == f"/cases/{desk.case}/"


class Writer(threading.Thread):
    """One coordinator who writes until told to stop."""

    def __init__(self, desk: Desk, account: Account, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.desk, self.account, self.stop = desk, account, stop

    def run(self) -> None:
        """Writes form after form; one that is not answered is sent again until it is."""
        for write in self.desk.writes:
            while not self.stop.is_set():
                answer = self.desk.send(write)
                if saved(self.desk, answer):
                    self.account.acknowledged.append((time.monotonic(), write))
                    break
                if answer.status not in (NO_ANSWER, AWAY):
                    self.account.wrong.append(f"{answer.status} {write.path} {answer.location}")
                self.stop.wait(AGAIN_AFTER)
            if self.stop.is_set():
                return
