"""The web server: whether its port is free, when it answers, and how it stops."""

from __future__ import annotations

# Named here, so that no thread is half-way through importing it when a worker is forked: the worker would
# wait for ever for a thread that it does not have.
import encodings.idna  # noqa: F401
import errno
import gc
import http.client
import importlib
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

LOOPBACK = "127.0.0.1"
NAMES_OF_OURSELVES = {"localhost": LOOPBACK}
# Of one worker: so many can wait at once for a database that is away before the next queues for a thread.
BLOCKING_THREADS = 4
PATIENCE = 60.0
# So many new things before the collector looks for what is left over: a page makes some thousands.
COLLECT_AFTER = 10_000


class PortTaken(RuntimeError):
    """Somebody else has the port, or we may not have it."""


def refuse_taken_port(host: str, port: int) -> None:
    """Stops before anything is started when the port cannot be had, on either kind of local address."""
    address = NAMES_OF_OURSELVES.get(host, host)
    _try(socket.AF_INET6 if ":" in address else socket.AF_INET, address, port)
    # A browser asks ::1 first when it looks for localhost: a stranger there would be taken for Sammetag.
    if address == LOOPBACK and socket.has_ipv6:
        _try(socket.AF_INET6, "::1", port)


def serve(host: str, port: int, *, workers: int, quiet: bool, answering: Callable[[], None]) -> None:
    """Serves until somebody says stop; `answering` is called once the first page has come."""
    server = Server(
        "sammetag.config.wsgi:application",
        address=NAMES_OF_OURSELVES.get(host, host),
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=BLOCKING_THREADS,
        workers_kill_timeout=5,
        respawn_failed_workers=True,
        websockets=False,
        log_level=LogLevels.critical if quiet else LogLevels.warning,
    )
    stopped = threading.Event()

    def listen_to_the_terminal() -> None:
        # A closed terminal means stop; granian takes it for 'read the program again'.
        signal.signal(signal.SIGHUP, server.signal_handler_interrupt)
        threading.Thread(target=_announce, args=(port, stopped, answering), daemon=True).start()

    server.on_startup(listen_to_the_terminal)
    try:
        server.serve(target_loader=_load)
    except SystemExit:
        # Ctrl-C reaches the workers too, and granian calls it a crash when they are the quicker ones.
        if not server.interrupt_signal:
            raise
    finally:
        stopped.set()


def _load(target: str) -> Any:
    """Loads the application in a worker, which must hear of the end from its parent alone.

    Ctrl-C in a terminal reaches a whole group of processes, and a worker that is told twice hangs.
    """
    os.setpgid(0, 0)
    threading.Thread(target=_follow, args=(os.getppid(),), daemon=True).start()
    module, _colon, name = target.partition(":")
    application = getattr(importlib.import_module(module), name)
    importlib.import_module("sammetag.config.urls")
    _settle()
    return application


def _settle() -> None:
    """Spares the collector all that is loaded: looking through it again took a tenth of each page."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER)


def _follow(parent: int) -> None:
    """Ends a worker whose parent was killed, so that it does not hold the port."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os.kill(os.getpid(), signal.SIGTERM)


def _announce(port: int, stopped: threading.Event, answering: Callable[[], None]) -> None:
    give_up = time.monotonic() + PATIENCE
    while not stopped.is_set() and time.monotonic() < give_up:
        connection = http.client.HTTPConnection(LOOPBACK, port, timeout=PATIENCE)
        try:
            connection.request("GET", "/", headers={"Host": "localhost"})
            connection.getresponse().read()
            return answering()
        except OSError:
            stopped.wait(0.05)
        finally:
            connection.close()


def _try(family: socket.AddressFamily, address: str, port: int) -> None:
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as fault:
            if fault.errno == errno.EADDRINUSE:
                raise PortTaken(
                    f"Port {port} er optaget af et andet program. Prøv: make demo PORT={_other(port)}\n"
                    f"Port {port} is taken by another program. Try: make demo PORT={_other(port)}"
                ) from fault
            if fault.errno == errno.EACCES:
                raise PortTaken(
                    f"Port {port} må kun bruges af administratoren. Vælg en anden: make demo PORT=8000\n"
                    f"Port {port} is for administrators only. Choose another: make demo PORT=8000"
                ) from fault
            if family != socket.AF_INET6:
                raise


def _other(port: int) -> int:
    return port + 1 if port < 65535 else 8000
