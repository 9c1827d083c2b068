"""Checks the journal against its seals, within the database, as it stood at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from psycopg import IsolationLevel

from sammetag.journal.sealing.copies import Copy, File, Syslog
from sammetag.journal.sealing.findings import Fault, Finding, Told
from sammetag.journal.sealing.keys import PublicKeys
from sammetag.journal.sealing.leaves import TABLES, Sealed
from sammetag.journal.sealing.seal_check import Row
from sammetag.journal.sealing.settled import (
    OWN_NAMES_ALONE,
    Keeper,
    Moment,
    last_seal,
    last_shipped,
    sealed_before,
    this_moment,
)

# A row without a leaf is new, unless its transaction was over when the last seal was made, or is yet to come.
CHECK = """
    SELECT CASE WHEN r.here IS NULL THEN 'MISSING' WHEN l.row_id IS NOT NULL THEN 'ALTERED'
                WHEN r.xid < %(begin)s::text::xid8 THEN 'INSERTED' ELSE 'AHEAD' END,
           coalesce(l.row_id, r.id)::text
    FROM (SELECT true AS here, id, xid, {leaf} AS hash FROM {table}) AS r
    FULL JOIN (SELECT row_id, hash FROM public.journal_leaf WHERE kind = '{kind}') AS l ON l.row_id = r.id
    WHERE CASE WHEN l.row_id IS NULL
               THEN r.xid IS NULL OR r.xid < %(begin)s::text::xid8 OR r.xid >= %(to_come)s::text::xid8
               ELSE l.hash IS DISTINCT FROM r.hash END
"""
DOUBLED = "SELECT id::text FROM {table} GROUP BY id HAVING count(*) > 1"
UNSEALED = """
    SELECT count(*), count(*) FILTER (WHERE xid >= %(before)s::text::xid8),
           extract(epoch FROM clock_timestamp()) - min(extract(epoch FROM "{recorded}"))
    FROM {table} AS r
    WHERE xid >= %(begin)s::text::xid8 AND NOT EXISTS (
        SELECT FROM public.journal_leaf l WHERE l.kind = '{kind}' AND l.row_id = r.id)
"""
SINCE_LAST = """
    SELECT extract(epoch FROM clock_timestamp()) - extract(epoch FROM made_at)
    FROM public.journal_seal ORDER BY number DESC LIMIT 1
"""
# A view in a table's place, or a policy with a condition, would show the keeper less than people are shown.
OURS = "EXISTS (SELECT FROM unnest(polroles) AS r WHERE r = 0 OR pg_has_role(current_user, r, 'USAGE'))"
BLINDED = """
    SELECT name FROM unnest(%s::text[]) AS name LEFT JOIN pg_class AS c ON c.oid = to_regclass(name)
    WHERE c.oid IS NULL OR c.relkind <> 'r' OR c.relrowsecurity AND (
        NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid AND polpermissive AND polcmd IN ('r', '*')
                    AND pg_get_expr(polqual, polrelid) = 'true' AND {ours})
        OR EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid AND NOT polpermissive AND {ours}))
""".replace("{ours}", OURS)
# An altered row may say that it was recorded at no time that there is.
LONGEST = 1e10
READ = [one.table for one in TABLES] + ["public.journal_leaf", "public.journal_seal"]


@dataclass(frozen=True)
class Unsealed:
    """What no seal holds yet, how much of it waits for a transaction to end, and the age of the oldest."""

    rows: int = 0
    waiting: int = 0
    oldest: timedelta = timedelta()


@dataclass
class Verdict:
    """How much was checked and what came of it; `lost` are the seals that a restore left behind."""

    counted: dict[str, int] = field(default_factory=dict)
    leaves: int = 0
    seals: int = 0
    findings: int = 0
    not_sent: int = 0
    lost: list[tuple[int, int]] = field(default_factory=list)
    unsealed: Unsealed = field(default_factory=Unsealed)

    @property
    def nothing(self) -> bool:
        """Whether nothing is sealed at all; that is no proof of anything."""
        return self.leaves == 0

    @property
    def holds(self) -> bool:
        """Whether everything sealed is as it was sealed, and there is something."""
        return not self.nothing and not self.findings


def verify(connection: Keeper, keys: PublicKeys, copy: Copy | None, *, told: Told) -> Verdict:
    """Check everything as it stood at one moment; `told` gets each finding as it is found."""
    connection.isolation_level = IsolationLevel.REPEATABLE_READ
    connection.read_only = True
    with connection.transaction():
        return examine(connection, keys, copy, told=told)


def examine(connection: Keeper, keys: PublicKeys, copy: Copy | None, *, told: Told) -> Verdict:
    """The same within a transaction that is open already."""
    verdict = Verdict()

    def tell(finding: Finding) -> None:
        verdict.findings += 1
        told(finding)

    row = Row(connection, keys, tell)
    if isinstance(copy, File):
        # Before the first question, which settles what is seen: else a seal made meanwhile is in it alone.
        row.read_copy(copy)
    connection.execute(OWN_NAMES_ALONE)
    connection.execute("SET LOCAL work_mem = '64MB'")
    for (table,) in connection.execute(BLINDED, [READ]):
        tell(Finding(Fault.HIDDEN, "table", table))
    last, moment = last_seal(connection), this_moment(connection)
    begin = sealed_before(last, moment.cluster)
    row.check()
    verdict.seals, verdict.lost = row.seals, row.lost
    verdict.not_sent = row.not_sent if isinstance(copy, File) else 0
    if isinstance(copy, Syslog) and (sent := last_shipped(connection, copy.place)) > (
        last.number if last else 0
    ):
        tell(Finding(Fault.SENT_AND_GONE, "seal", str(sent)))
    for one in TABLES:
        _check_rows(connection, one, (begin, moment.to_come), tell)
        verdict.counted[one.kind] = _count(connection, one.table)
    verdict.leaves = _count(connection, "public.journal_leaf")
    verdict.unsealed = _unsealed(connection, begin, moment)
    return verdict


def _check_rows(connection: Keeper, one: Sealed, new: tuple[int, int], tell: Told) -> None:
    """Tells of each row and leaf that do not fit; `new` is between which transactions one may lack a leaf."""
    begin, to_come = new
    sentence = CHECK.format(leaf=one.leaf, table=one.table, kind=one.kind)
    with connection.cursor(name="rows") as cursor:
        cursor.itersize = 1000
        for fault, key in cursor.execute(sentence.encode(), {"begin": begin, "to_come": to_come}):
            tell(Finding(Fault[fault], one.kind, key))
    for (key,) in connection.execute(DOUBLED.format(table=one.table).encode()):
        tell(Finding(Fault.DOUBLED, one.kind, key))


def _count(connection: Keeper, table: str) -> int:
    found = connection.execute(f"SELECT count(*) FROM {table}".encode()).fetchone()  # noqa: S608 - our own names
    return int(found[0]) if found else 0


def _unsealed(connection: Keeper, begin: int, moment: Moment) -> Unsealed:
    """What came in lately with an old date is no older here than the last seal, which did not see it."""
    rows, waiting, oldest = 0, 0, 0.0
    for one in TABLES:
        sentence = UNSEALED.format(recorded=one.recorded, table=one.table, kind=one.kind)
        values = {"begin": begin, "before": moment.settled_before}
        found = connection.execute(sentence.encode(), values).fetchone() or (0, 0, None)
        rows, waiting, oldest = rows + found[0], waiting + found[1], max(oldest, float(found[2] or 0))
    since = connection.execute(SINCE_LAST).fetchone()
    seconds = min(oldest, float(since[0])) if since else oldest
    return Unsealed(
        rows, waiting, timedelta(seconds=min(max(seconds, 0), timedelta.max.total_seconds() // 2))
    )
