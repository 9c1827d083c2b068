"""A folder that the server's user can enter, and a server of its own in it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sammetag.config import embedded
from sammetag.config.embedded import Server


@pytest.fixture
def place() -> Iterator[Path]:
    # pytest's own temporary folder is closed to the user that root lends the server.
    folder = Path(tempfile.mkdtemp(prefix="sammetag-test-"))
    folder.chmod(0o755)
    yield folder / "home"
    embedded.halt("test", home=folder / "home")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def server(place: Path) -> Server:
    return embedded.start("test", home=place)
