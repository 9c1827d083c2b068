"""`sammetag keys reseal` brings all that is sealed under the newest keys, however often it is broken off."""

from __future__ import annotations

import base64
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connections
from django.urls import reverse

from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import load
from sammetag.cases.models import Case
from sammetag.config import command
from sammetag.config.database import OWNER
from sammetag.config.resealing import PLACES, lying_under, reseal
from sammetag.config.roles import as_role
from sammetag.keyring import installed, ring
from sammetag.people.models import Citizen, Cpr
from sammetag.people.sealed_cpr import marks_of, reveal, seal
from sammetag.studies.actions.study import close
from sammetag.studies.followed import arms_shown
from tests.access.walls import Superuser
from tests.people.numbers import OWN, number, turn
from tests.studies.deeds import frozen_study_in
from tests.town import Town

MANY = 400


@pytest.fixture
def keys(tmp_path: Path, settings: Any) -> Iterator[Path]:
    """A file of keys of this test's own."""
    file = tmp_path / "keys"
    settings.KEYS = str(file)
    assert command.main(["keys", "new", str(file)]) == 0
    yield file
    installed._read.cache_clear()


def add_keys(file: Path) -> None:
    """A newer key of each kind, and a restart."""
    assert command.main(["keys", "add", str(file)]) == 0
    installed._read.cache_clear()


def drop_older(file: Path) -> None:
    """Leaves the newest key of each kind alone."""
    held = installed.ring()
    newest = {kind: [base64.b64encode(getattr(held, kind)[0]).decode()] for kind in ring.KINDS}
    ring.write(file, newest)
    installed._read.cache_clear()


def give_number(town: Town, superuser: Superuser, case: str = "own", count: int = 0) -> UUID:
    """Seals a number for the citizen of a case under the keys of today."""
    by = {"own": "astrid", "other-unit": "dorte"}[case]
    with behind_the_wall(town.account(by)):
        one = Case.objects.scoped("test").get(pk=town.cases[case])
        load(
            rows=[
                seal(
                    turn(count) if count else number(),
                    citizen_id=one.citizen_id,
                    municipality_id=one.municipality_id,
                )
            ]
        )
    return one.citizen_id


def many_numbers(town: Town) -> None:
    """As many citizens of Astrid's with a number each."""
    here = town.units["north"]
    citizens = [
        Citizen(
            municipality_id=here.municipality_id,
            given_name="Bo",
            family_name=str(count),
            born_on=number().born_on,
        )
        for count in range(MANY)
    ]
    cases = [
        Case(
            municipality_id=here.municipality_id,
            unit=here,
            acl=here.key,
            number=f"2027-{count:04}",
            citizen=one,
            opened_on=number().born_on,
        )
        for count, one in enumerate(citizens)
    ]
    rows = [
        seal(turn(count), citizen_id=one.id, municipality_id=here.municipality_id)
        for count, one in enumerate(citizens, start=2000)
    ]
    with behind_the_wall(town.account("astrid")):
        for table in (citizens, cases, rows):
            load(rows=table)


def run(*, size: int = 7) -> tuple[int, str]:
    said: list[str] = []
    with as_role(OWNER):
        left = reseal(installed.ring(), size=size, say=said.append)
    return left, "".join(said)


def test_all_is_brought_under_the_newest_keys_and_the_old_ones_can_go(
    keys: Path, committed: Town, superuser: Superuser
) -> None:
    many_numbers(committed)
    add_keys(keys)

    left, said = run()
    drop_older(keys)

    assert left == 0 and f"CPR-numre: {MANY} forseglet på ny, 0 tilbage." in said
    with behind_the_wall(committed.account("astrid")):
        rows = list(Cpr.objects.scoped("test"))
    assert {reveal(row).digits for row in rows} == {turn(count).digits for count in range(2000, 2000 + MANY)}
    assert all(bytes(row.mark) in marks_of(reveal(row).digits, row.municipality_id) for row in rows)
    assert {row.version for row in rows} == {1}
    assert run()[1].startswith("CPR-numre: 0 forseglet på ny, 0 tilbage.")


PROGRAM = """
import os, sys, time
from sammetag.people import actions
write = actions._write
def slowly(*arguments):
    time.sleep(0.05)
    write(*arguments)
actions._write = slowly
from sammetag.config import command
sys.exit(command.main(["keys", "reseal", "--batch", "10"]))
"""


def resealing(keys: Path) -> subprocess.Popen[bytes]:
    settings = connections["default"].settings_dict
    environment = os.environ | {
        "DATABASE_HOST": settings["HOST"],
        "DATABASE_PORT": str(settings["PORT"]),
        "DATABASE_NAME": settings["NAME"],
        "SAMMETAG_KEYS": str(keys),
        "DJANGO_SETTINGS_MODULE": "sammetag.config.settings",
    }
    return subprocess.Popen([sys.executable, "-c", PROGRAM], env=environment, stdout=subprocess.PIPE)  # noqa: S603


def test_killed_in_the_middle_and_run_again_it_ends_complete(
    keys: Path, committed: Town, superuser: Superuser
) -> None:
    many_numbers(committed)
    add_keys(keys)
    newest = bytes(ring.fingerprint(installed.ring().sealing[0]))

    def done() -> int:
        query = "SELECT count(*) FROM people_cpr WHERE substr(sealed, 2, 8) = %s"
        found: Any = superuser.execute(query, [newest]).fetchone()
        return int(found[0])

    killed = resealing(keys)
    wait_for(lambda: done() > 0 or killed.poll() is not None)
    killed.send_signal(signal.SIGKILL)
    killed.communicate(timeout=30)
    half_way = done()
    with behind_the_wall(committed.account("astrid")):
        readable = [reveal(row) for row in Cpr.objects.scoped("test")]
    again = resealing(keys)
    said = again.communicate(timeout=120)[0].decode()

    assert 0 < half_way < MANY and half_way % 10 == 0
    assert len(readable) == MANY
    assert again.returncode == 0 and f"CPR-numre: {MANY - half_way} forseglet på ny, 0 tilbage." in said
    assert done() == MANY


def wait_for(happened: Callable[[], bool]) -> None:
    give_up = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < give_up
        time.sleep(0.01)


def test_what_lies_under_a_key_that_is_missing_is_left_and_counted(
    keys: Path, committed: Town, superuser: Superuser
) -> None:
    give_number(committed, superuser)
    lost = ring.fingerprint(installed.ring().sealing[0]).hex()
    ring.write(keys, ring.new_keys())
    installed._read.cache_clear()
    give_number(committed, superuser, "other-unit", 1002)

    left, said = run()

    assert left == 1
    assert "CPR-numre: 0 forseglet på ny, 1 tilbage." in said and f"1 under nøglen {lost}" in said


def test_what_was_changed_in_the_database_is_left_and_named_by_its_id(
    keys: Path, committed: Town, superuser: Superuser
) -> None:
    citizen_id = give_number(committed, superuser)
    superuser.execute("UPDATE people_cpr SET sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1)")
    add_keys(keys)

    left, said = run()

    assert left == 1 and f"{citizen_id} er ikke, som det blev forseglet" in said


def test_two_citizens_with_one_number_from_the_time_of_two_keys_are_both_left_to_be_found(
    keys: Path, committed: Town, superuser: Superuser
) -> None:
    old = give_number(committed, superuser)
    add_keys(keys)
    # As a server would write it whose file does not hold the older key.
    give_number(committed, superuser, "other-unit")

    left, said = run()

    assert left == 1 and f"{old} har samme nummer som en anden" in said
    with behind_the_wall(committed.account("astrid")):
        row = Cpr.objects.scoped("test").get(citizen_id=old)
        assert reveal(row).whole == OWN
        assert bytes(row.mark) in marks_of(number().digits, row.municipality_id)
        assert installed.ring().is_newest(bytes(row.sealed))


def test_the_secret_of_an_app_is_sealed_anew_too(keys: Path, committed: Town, superuser: Superuser) -> None:
    place, factor_id = PLACES["apper til log ind"], UUID(int=7)
    sealed = installed.ring().seal(b"secret", purpose=place.purpose, about=str(factor_id))
    superuser.execute(
        "INSERT INTO access_factor (id, account_id, kind, name, secret, sign_count, step, made_at)"
        " VALUES (%s, %s, 'app', 'x', %s, 0, 0, now()),"
        " (gen_random_uuid(), %s, 'recovery', '', 'hash', 0, 0, now())",
        [factor_id, committed.account("astrid"), sealed, committed.account("astrid")],
    )
    add_keys(keys)

    assert run()[0] == 0
    drop_older(keys)

    found: Any = superuser.execute("SELECT secret FROM access_factor WHERE id = %s", [factor_id]).fetchone()
    opened = installed.ring().open(bytes(found[0]), purpose=place.purpose, about=str(factor_id))
    assert opened == b"secret"
    kept = superuser.execute("SELECT secret FROM access_factor WHERE kind = 'recovery'").fetchone()
    assert kept == (b"hash",)


def test_the_owner_sees_how_much_lies_under_which_key(
    keys: Path, committed: Town, superuser: Superuser
) -> None:
    give_number(committed, superuser)
    old = ring.fingerprint(installed.ring().sealing[0]).hex()
    add_keys(keys)

    with as_role(OWNER):
        sealing, finding = lying_under()
        unasked = Cpr.objects.scoped("test").count()

    assert sealing == {old: 1} and finding.total() == 1
    assert unasked == 0


def test_a_page_that_is_open_meanwhile_saves_afterwards(
    keys: Path, committed: Town, superuser: Superuser, browse: Any
) -> None:
    give_number(committed, superuser)
    add_keys(keys)
    run()

    url = reverse("case-cpr", args=[committed.cases["own"]])
    saved = browse("astrid").post(url, {"cpr": turn(1002).whole, "version": "1"})

    assert saved.status_code == 302


def test_without_keys_nothing_is_served_and_the_sentence_says_why(
    tmp_path: Path, settings: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from_file = tmp_path / "gone"
    settings.KEYS = str(from_file)
    monkeypatch.setattr("sammetag.config.commands.serving.roles.refuse_unsafe_role", lambda connection: None)
    monkeypatch.setattr("sammetag.config.preparation.tables_are_new", lambda: True)
    monkeypatch.setenv("SAMMETAG_DEMO", "False")
    monkeypatch.setenv("SAMMETAG_SECRET_KEY", "x" * 60)
    monkeypatch.setenv("DATABASE_HOST", "/nonexistent")

    assert command.main(["serve", "--port", "18931"]) == 1

    assert f"Nøglerne kan ikke læses i {from_file}" in capsys.readouterr().err


def test_the_seed_of_a_trial_outlives_its_key_and_no_letter_moves(committed: Town, keys: Path) -> None:
    study_id = frozen_study_in(committed)
    with behind_the_wall(committed.account("eva")):
        before = arms_shown(study_id)
    add_keys(keys)

    assert run()[0] == 0
    drop_older(keys)

    with behind_the_wall(committed.account("eva")):
        assert arms_shown(study_id) == before
    with behind_the_wall(committed.account("lis")):
        assert close(by=committed.person("lis"), study_id=study_id, version=2).revealed
