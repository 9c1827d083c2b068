"""Visits pages at a given pace whatever the server does, or one after the other; says how long each took."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bench.report import Seen

HOST = "127.0.0.1"
GIVE_UP = 30.0
GOOD = b"200"


@dataclass(frozen=True)
class Visit:
    """One page for one person: what it is called, its path, and the session in which it is asked for."""

    page: str
    path: str
    session: str


@dataclass
class Connections:
    """Connections that stay open, as many as visits are under way at once."""

    port: int
    idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = field(default_factory=list)

    async def ask(self, visit: Visit) -> bool:
        """Whether the visit got its page, whole."""
        while self.idle:
            try:
                return await self._ask(visit, *self.idle.pop())
            except asyncio.IncompleteReadError as ended:
                # A server closes what was idle for long. Every browser asks again then, and so does this.
                if ended.partial:
                    raise
            except ConnectionError:
                continue
        return await self._ask(visit, *await asyncio.open_connection(HOST, self.port))

    async def _ask(self, visit: Visit, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        try:
            head = f"Host: localhost\r\nCookie: sessionid={visit.session}\r\n\r\n"
            writer.write(f"GET {visit.path} HTTP/1.1\r\n{head}".encode())
            status, headers = await _head(reader)
            await reader.readexactly(int(headers[b"content-length"]))
        except BaseException:
            writer.close()
            raise
        self.idle.append((reader, writer))
        return status == GOOD

    def close(self) -> None:
        """Closes what is open."""
        for _reader, writer in self.idle:
            writer.close()


def open_loop(port: int, visits: Iterator[Visit], due: Sequence[float]) -> list[Seen]:
    """Begins a visit whenever one is due, however many are still under way."""
    return asyncio.run(_open_loop(port, visits, due))


def closed_loop(port: int, visits: Iterator[Visit], *, at_once: int, seconds: float) -> list[Seen]:
    """So many connections, each of which asks again as soon as it is answered."""
    return asyncio.run(_closed_loop(port, visits, at_once, seconds))


async def _open_loop(port: int, visits: Iterator[Visit], due: Sequence[float]) -> list[Seen]:
    connections, begun = Connections(port), time.perf_counter()
    under_way: list[asyncio.Task[Seen]] = []
    for moment in due:
        await asyncio.sleep(max(0.0, begun + moment - time.perf_counter()))
        under_way.append(asyncio.create_task(_seen(connections, next(visits), begun + moment)))
    found = await asyncio.gather(*under_way)
    connections.close()
    return list(found)


async def _closed_loop(port: int, visits: Iterator[Visit], at_once: int, seconds: float) -> list[Seen]:
    connections, until = Connections(port), time.perf_counter() + seconds
    found: list[Seen] = []

    async def keep_asking() -> None:
        while (now := time.perf_counter()) < until:
            found.append(await _seen(connections, next(visits), now))

    await asyncio.gather(*(keep_asking() for _ in range(at_once)))
    connections.close()
    return found


async def _seen(connections: Connections, visit: Visit, due: float) -> Seen:
    try:
        good = await asyncio.wait_for(connections.ask(visit), GIVE_UP)
    except (OSError, EOFError, TimeoutError, ValueError, KeyError):
        good = False
    return Seen(visit.page, due, time.perf_counter(), good)


async def _head(reader: asyncio.StreamReader) -> tuple[bytes, dict[bytes, bytes]]:
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).split(b"\r\n")
    pairs = (line.partition(b":") for line in lines if line)
    return first.split()[1], {name.strip().lower(): value.strip() for name, _colon, value in pairs}
