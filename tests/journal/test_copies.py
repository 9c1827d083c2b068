"""The second place: what it is sent, what it still gets after a fault, and what only it can show."""

from __future__ import annotations

import json
import random
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from sammetag.config.database import DatabaseServer
from sammetag.journal.sealing.actions import seal_once
from sammetag.journal.sealing.copies import File, Syslog
from sammetag.journal.sealing.copies import named as place_of
from sammetag.journal.sealing.refusals import SealRefused
from sammetag.journal.sealing.seals import Seal
from tests.access.walls import Superuser
from tests.journal.sealing import SIGNER, Connection, check, connected, named, seal_all, write_events
from tests.town import Town

DICE = random.Random(5)  # noqa: S311 - chance for a test


@pytest.fixture
def keeper(committed: Town, superuser: Superuser, database_server: DatabaseServer) -> Iterator[Connection]:
    with connected(superuser, database_server) as connection:
        yield connection


@pytest.fixture
def copy(tmp_path: Path) -> File:
    return File(tmp_path / "seals")


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as opened:
        opened.bind(("127.0.0.1", 0))
        opened.settimeout(10)
        yield opened


def seal_some(superuser: Superuser, keeper: Connection, copy: File | Syslog | None, times: int = 1) -> None:
    for _ in range(times):
        write_events(superuser, 1, DICE)
        seal_all(keeper, copy)


def cut(superuser: Superuser, number: int) -> None:
    """Removes the seals from this number on, as an owner can who takes the triggers away."""
    superuser.execute("SET session_replication_role = replica")
    superuser.execute("DELETE FROM journal_seal WHERE number >= %s", [number])
    superuser.execute(
        "DELETE FROM journal_event WHERE id IN (SELECT row_id FROM journal_leaf WHERE seal >= %s)", [number]
    )
    superuser.execute("DELETE FROM journal_leaf WHERE seal >= %s", [number])
    superuser.execute("SET session_replication_role = DEFAULT")


def test_each_seal_stands_in_the_file_and_says_nothing_of_anybody(
    keeper: Connection, superuser: Superuser, copy: File
) -> None:
    seal_some(superuser, keeper, copy, times=3)

    told = [json.loads(line) for line in copy.path.read_text().splitlines()]
    assert [one["number"] for one in told] == list(range(1, len(told) + 1))
    assert set(told[0]) == {
        *("form", "number", "follows", "made_at", "settled_before", "cluster", "events", "looks"),
        *("leaves", "previous", "key", "head", "signature"),
    }
    assert check(keeper, copy)[1] == []


def test_what_was_not_sent_is_sent_the_next_time(
    keeper: Connection, superuser: Superuser, tmp_path: Path
) -> None:
    copy = File(tmp_path / "not there yet" / "seals")
    write_events(superuser, 1, DICE)
    with pytest.raises(SealRefused, match="could not be sent"):
        seal_all(keeper, copy)
    copy.path.parent.mkdir()
    with pytest.raises(SealRefused, match="findes ikke"):
        check(keeper, copy)

    seal_some(superuser, keeper, copy)

    verdict, found = check(keeper, copy)
    assert (verdict.not_sent, found) == (0, [])


def test_half_a_line_is_written_again_and_does_no_harm(
    keeper: Connection, superuser: Superuser, copy: File
) -> None:
    seal_some(superuser, keeper, copy, times=2)
    whole = copy.path.read_bytes()
    copy.path.write_bytes(whole[:-40])

    seal_some(superuser, keeper, copy)

    verdict, found = check(keeper, copy)
    assert (verdict.not_sent, found) == (0, [])
    assert copy.path.read_bytes().startswith(whole[:-40])


@pytest.mark.parametrize("damage", ["garbled", "removed", "altered"])
def test_a_line_that_was_altered_in_the_copy_is_named(
    *, damage: str, keeper: Connection, superuser: Superuser, copy: File
) -> None:
    seal_some(superuser, keeper, copy, times=3)
    lines = copy.path.read_text().splitlines(keepends=True)
    one = json.loads(lines[1])
    others = {"garbled": "x" + lines[1], "removed": "", "altered": json.dumps(one | {"events": 99}) + "\n"}
    copy.path.write_text("".join([lines[0], others[damage], *lines[2:]]))

    found = named(check(keeper, copy)[1])

    assert (
        found
        == {
            "garbled": {("UNREADABLE", "line", "2"), ("NOT_IN_COPY", "seal", "2")},
            "removed": {("NOT_IN_COPY", "seal", "2")},
            "altered": {("NOT_AS_COPIED", "seal", "2")},
        }[damage]
    )


def test_a_tail_that_was_cut_is_seen_by_the_copy_alone_and_nothing_is_sealed_over_it(
    keeper: Connection, superuser: Superuser, copy: File
) -> None:
    seal_some(superuser, keeper, copy, times=3)
    last = len(copy.path.read_text().splitlines())
    cut(superuser, last)

    assert check(keeper)[1] == []
    assert named(check(keeper, copy)[1]) == {("ONLY_IN_COPY", "seal", str(last))}
    write_events(superuser, 1, DICE)
    with pytest.raises(SealRefused, match=f"The copy knows seal {last}"):
        seal_once(keeper, SIGNER, copy)


def test_what_is_sealed_while_it_is_checked_is_no_finding(
    keeper: Connection, superuser: Superuser, database_server: DatabaseServer, copy: File
) -> None:
    class Busy(File):
        def read(self) -> Iterator[tuple[int, Seal | None]]:
            """Another seal is made and sent just before this is read."""
            with connected(superuser, database_server) as other:
                seal_some(superuser, other, copy)
            return super().read()

    seal_some(superuser, keeper, copy)
    before = check(keeper, copy)[0].seals

    verdict, found = check(keeper, Busy(copy.path))

    assert (found, verdict.seals > before) == ([], True)


def test_a_copy_that_cannot_be_read_is_told_and_not_passed_over(
    keeper: Connection, superuser: Superuser, copy: File
) -> None:
    seal_some(superuser, keeper, None)
    copy.path.mkdir()

    with pytest.raises(SealRefused, match="The copy of the seals cannot be read"):
        check(keeper, copy)


def test_who_sealed_on_without_the_copy_is_found_when_it_is_back(
    keeper: Connection, superuser: Superuser, copy: File
) -> None:
    seal_some(superuser, keeper, copy, times=3)
    last = len(copy.path.read_text().splitlines())
    cut(superuser, last)
    seal_some(superuser, keeper, None)

    assert ("NOT_AS_COPIED", "seal", str(last)) in named(check(keeper, copy)[1])
    with pytest.raises(SealRefused, match="another than"):
        seal_once(keeper, SIGNER, copy)


def test_seals_go_to_the_system_log_once_each(
    keeper: Connection, superuser: Superuser, listener: socket.socket
) -> None:
    log = Syslog(("127.0.0.1", listener.getsockname()[1]))
    seal_some(superuser, keeper, None)
    seal_some(superuser, keeper, log)
    seal_once(keeper, SIGNER, log)

    seals = check(keeper)[0].seals
    heard = [listener.recv(4096).decode() for _ in range(seals)]
    listener.settimeout(0.2)
    with pytest.raises(TimeoutError):
        listener.recv(4096)
    assert all(one.startswith("<110>1 20") and " sammetag " in one for one in heard)
    told = [json.loads(one[one.index("{") :])["number"] for one in heard]
    assert told == list(range(1, seals + 1))


def test_what_went_to_the_log_and_is_gone_is_named(
    keeper: Connection, superuser: Superuser, listener: socket.socket
) -> None:
    log = Syslog(("127.0.0.1", listener.getsockname()[1]))
    seal_some(superuser, keeper, log, times=2)
    last = check(keeper)[0].seals
    cut(superuser, last)

    assert named(check(keeper, log)[1]) == {("SENT_AND_GONE", "seal", str(last))}


def test_a_log_that_nobody_listens_at_is_told_and_tried_again(
    keeper: Connection, superuser: Superuser, tmp_path: Path
) -> None:
    log = Syslog(str(tmp_path / "log"))
    write_events(superuser, 1, DICE)
    with pytest.raises(SealRefused, match="could not be sent"):
        seal_all(keeper, log)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(tmp_path / "log"))
        listener.settimeout(10)

        seal_once(keeper, SIGNER, log)

        assert '"number": 1' in listener.recv(4096).decode()


@pytest.mark.parametrize(
    ("what", "place"),
    [
        ("", None),
        ("file:/var/seals", File(Path("/var/seals"))),
        ("syslog:log.example:5514", Syslog(("log.example", 5514))),
        ("syslog:log.example", Syslog(("log.example", 514))),
        ("syslog:/dev/log", Syslog("/dev/log")),
    ],
)
def test_a_place_is_named_by_its_kind_and_where_it_is(what: str, place: File | Syslog | None) -> None:
    assert place_of(what) == place


@pytest.mark.parametrize("what", ["seals", "file:seals", "file:", "syslog:", "syslog:host:x", "https://x"])
def test_a_place_that_is_none_is_refused_with_what_it_may_be(what: str) -> None:
    with pytest.raises(SealRefused, match="must be file:/PATH"):
        place_of(what)


def test_a_copy_that_is_gone_does_not_look_like_one_that_agrees(
    superuser: Superuser, keeper: Connection, copy: File
) -> None:
    seal_some(superuser, keeper, copy, times=2)
    copy.path.unlink()

    with pytest.raises(SealRefused, match="findes ikke"):
        check(keeper, copy=copy)
