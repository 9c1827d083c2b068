"""`sammetag export programmes`: the export of the page, from a terminal."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from django.utils.translation import override

from sammetag.config.importing import acting_as
from sammetag.config.refusal import Refused
from sammetag.errors import NotAllowed
from sammetag.intake.exports.actions import asking
from sammetag.intake.exports.actions.asking import Wish
from sammetag.intake.exports.kinds import Form, Reason
from sammetag.intake.models import Export


def programmes(file: Path, username: str, *, reason: str, with_cpr: bool, say: Callable[[str], None]) -> None:
    """Write the running programmes that somebody leads to a new file; raises Refused, with sentences."""
    form = next((one for one in Form if file.suffix.lower() == f".{one}"), None)
    if form is None:
        raise Refused("Filens navn skal ende på .xlsx eller .csv.")
    with override("da"):
        wish = Wish(Reason(reason), form, "da", with_cpr)
        # Made first: what nobody could be given is not to be written down as fetched.
        place = _new_file(file)
        try:
            with os.fdopen(place, "wb") as opened:
                export, content = _fetched(wish, username)
                opened.write(content)
        except BaseException:
            # Half a file about people is worse than none.
            file.unlink()
            raise
        say(
            f"{export.programmes} forløb på {export.rows} rækker står i {file}. Slet den, når den er brugt.\n"
        )


def _new_file(file: Path) -> int:
    """A file that only this user reads, and that was not there before."""
    try:
        return os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as fault:
        raise Refused(f"Filen {file} er der allerede. Vælg et andet navn.") from fault
    except OSError as fault:
        raise Refused(f"Filen {file} kan ikke skrives: {fault.strerror}.") from fault


def _fetched(wish: Wish, username: str) -> tuple[Export, bytes]:
    """The export and its file, of which nothing is kept on the server."""
    with acting_as(username) as person:
        try:
            export = asking.ask(by=person, wish=wish, token=uuid4(), now=True)
        except NotAllowed as refusal:
            raise Refused(f"Brugeren {username} leder ingen enhed, og kan ikke hente forløb ud.") from refusal
        fetched = asking.fetch(by=person, export_id=export.id, request_id=uuid4())
        asking.throw_away(by=person, export_id=export.id)
        return fetched
