"""Which static files the pages need, and whether those collected are the newest."""

from __future__ import annotations

import fcntl
import hashlib
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.management.commands import collectstatic
from django.core.management import call_command
from whitenoise.storage import (  # type: ignore[import-untyped]
    CompressedManifestStaticFilesStorage,
)

# The design system brings fonts in four forms and itself in five; browsers of this decade need one.
LEFT_OUT = [
    *("scss", "ext", "split", "otf", "ttf", "eot", "*.map", "*.md", "*.gz", "*.ts"),
    *("dkfds.css", "dkfds.js", "dkfds-borgerdk*", "dkfds-virkdk*", "logo-borgerdk.svg", "logo_virk.svg"),
    *("htmx.js", "htmx.amd.js", "htmx.cjs.js", "htmx.esm.js"),
]
NAMED_BUT_LEFT_OUT = (".map", ".eot", ".ttf")


class NeededFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Gives files hashed names; a font form or source map that was left out keeps its own."""

    def hashed_name(self, name: str, content: Any = None, filename: str | None = None) -> str:
        if name.split("#")[0].split("?")[0].endswith(NAMED_BUT_LEFT_OUT):
            return name
        return str(super().hashed_name(name, content, filename))


def collect_if_changed() -> bool:
    """Collects what the pages need into STATIC_ROOT; answers whether anything had changed."""
    target = Path(settings.STATIC_ROOT)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.with_name(f"{target.name}.lock").open("w") as lock:
        # Tests start two at a time.
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _collect_if_changed(target)


def _collect_if_changed(target: Path) -> bool:
    stamp = target.with_name(f"{target.name}.stamp")
    fingerprint = _fingerprint()
    if stamp.exists() and stamp.read_text() == fingerprint and (target / "staticfiles.json").exists():
        return False
    stamp.unlink(missing_ok=True)
    # What a former version left would be served for ever.
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    command = collectstatic.Command()
    command.storage = NeededFiles()
    call_command(command, interactive=False, verbosity=0, ignore_patterns=LEFT_OUT)
    stamp.write_text(fingerprint)
    return True


def _fingerprint() -> str:
    """Changes when a file comes, goes or is written."""
    lines = []
    for finder in get_finders():
        for name, storage in finder.list(LEFT_OUT):
            state = Path(storage.path(name)).stat()
            lines.append(f"{storage.path(name)} {state.st_size} {state.st_mtime_ns}")
    lines.append(Path(__file__).read_text())
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
