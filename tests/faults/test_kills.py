"""One kill -9 of each kind while four people write: `python -m bench faults` does it twenty times."""

from __future__ import annotations

import pytest

from bench.faults.gone import WAYS, absence
from bench.faults.jobs import killed_workers
from bench.faults.kills import VICTIMS, campaign
from bench.faults.reckoning import reckon
from bench.faults.world import World
from bench.faults.writers import Account

# A machine that runs tests is busy; the time itself is measured by the bench.
GENEROUS = 15.0
TWIN = "CREATE TEMP TABLE twin AS SELECT * FROM journal_event WHERE subject_id = %s"
COLUMNS = """
    SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute
    WHERE attrelid = 'journal_event'::regclass AND attnum > 0 AND attidentity = '' AND NOT attisdropped
"""


@pytest.mark.parametrize("victim", VICTIMS)
def test_no_acknowledged_write_is_lost_or_doubled(victim: str, broken_in: World) -> None:
    done = campaign(broken_in, victim, kills=1, between=1.0)

    assert done.acknowledged
    assert done.reckoning.faultless, done.reckoning


def test_what_a_killed_worker_was_asked_for_is_done_once_all_the_same(broken_in: World) -> None:
    done = killed_workers(broken_in, kills=1)

    assert done.jobs.faultless, done.jobs


@pytest.mark.parametrize("way", WAYS)
def test_while_the_database_is_gone_a_plain_page_says_so_and_then_it_recovers_alone(
    way: str, broken_in: World
) -> None:
    done = absence(broken_in, way, seconds=4)

    assert done.pages
    assert done.unlike == 0
    assert done.slowest < GENEROUS
    assert done.reckoning.faultless, done.reckoning


def test_the_reckoning_notices_what_is_lost_doubled_or_nobodys(broken_in: World) -> None:
    """A reckoning that finds nothing wrong must be able to."""
    desk, account = broken_in.desks[0], Account()
    lost, half = next(desk.writes), next(desk.writes)
    desk.send(half)
    account.acknowledged += [(0.0, lost), (0.0, half)]
    with broken_in.superuser() as superuser:
        superuser.execute("UPDATE talks_talk SET notes = '', agenda = '' WHERE id = %s", [half.token])
        superuser.execute(TWIN, [half.token])
        superuser.execute("UPDATE twin SET id = gen_random_uuid()")
        found = superuser.execute(COLUMNS).fetchone()
        columns = found[0] if found else ""
        superuser.execute(f"INSERT INTO journal_event ({columns}) SELECT {columns} FROM twin".encode())  # noqa: S608
        desk.sent.discard(half.token)

    reckoning = reckon(broken_in, account)

    assert (reckoning.lost, reckoning.doubled, reckoning.strangers, reckoning.half) == (1, 1, 1, 1)
