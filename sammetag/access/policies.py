"""The sentences of SQL with which a room puts its tables behind the wall, for use in migrations."""

from __future__ import annotations

APP, KEEPER, OWNER = "sammetag_app", "sammetag_keeper", "sammetag_owner"


def force(table: str) -> str:
    """Row security on the table, also for its owner, and every row open to the keeper for reading."""
    return f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY {table}_keeper ON {table} FOR SELECT TO {KEEPER} USING (true);
    """


def wall(table: str, condition: str) -> str:
    """The table behind the wall: the app sees and writes the rows for which the condition holds."""
    return f"""{force(table)}
        CREATE POLICY {table}_app ON {table} TO {APP} USING ({condition}) WITH CHECK ({condition});
    """


def wall_by_case(table: str, column: str = "case_id") -> str:
    """The table behind the wall of its case: what a person may see of the case decides, row by row."""
    seen = f"EXISTS (SELECT 1 FROM cases_case c WHERE c.id = {table}.{column})"  # noqa: S608 - our own names
    return wall(table, seen)


def down(table: str) -> str:
    """Takes the wall away again."""
    return f"""
        DROP POLICY IF EXISTS {table}_app ON {table};
        DROP POLICY IF EXISTS {table}_keeper ON {table};
        ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
    """
