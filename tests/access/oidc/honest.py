"""An honest provider as a process of its own, which ends with the test run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sammetag.access.oidc.provider import NSIS

CLIENT, SECRET = "sammetag", "not-much-of-a-secret"
PROGRAM = Path(__file__).with_name("provider.mjs")
SUBSTANTIAL, HIGH = NSIS[:2]
# How sure the provider is of them; of anybody else it says nothing.
ASSURANCES = {
    "person-1": SUBSTANTIAL,
    "person-2": HIGH,
    "stranger": HIGH,
    "easy-going": "https://data.gov.dk/concept/core/nsis/Low",
}


@contextmanager
def started(*back_to: str) -> Iterator[str]:
    """The address of the provider, which sends its answers to those addresses and to no others."""
    client = {"client_id": CLIENT, "client_secret": SECRET, "redirect_uris": back_to}
    told = json.dumps({"client": client, "assurances": ASSURANCES})
    # Where the machine has no Node, `make install` has put one beside Python.
    path = f"{os.environ['PATH']}{os.pathsep}{Path(sys.executable).parent}"
    node = shutil.which("node", path=path)
    assert node, "Node is missing: make install"
    with subprocess.Popen(  # noqa: S603 - our own program
        [node, str(PROGRAM), told], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdin and process.stdout
        try:
            issuer = process.stdout.readline().decode().strip()
            assert issuer, "the provider did not start: npm ci"
            yield issuer
        finally:
            process.kill()
