"""The wall of the municipality around what it decides itself. Nobody changes it, and nobody signs for another."""

from django.db import migrations

from sammetag.access.policies import APP, down, force

TABLES = ["practice_decidedreading", "practice_decidedlimit"]
OURS = "municipality_id = (SELECT access_municipality())"


def walls(table: str) -> str:
    return f"""{force(table)}
        CREATE POLICY {table}_app ON {table} FOR SELECT TO {APP} USING ({OURS});
        CREATE POLICY {table}_app_insert ON {table} FOR INSERT TO {APP}
            WITH CHECK ({OURS} AND written_by_id = (SELECT access_staff()));
        REVOKE UPDATE, DELETE ON {table} FROM {APP};
    """


BACK = "".join(f"DROP POLICY IF EXISTS {table}_app_insert ON {table};" + down(table) for table in TABLES)


class Migration(migrations.Migration):
    dependencies = [("practice", "0001_first"), ("access", "0002_keys_and_walls")]
    operations = [migrations.RunSQL("".join(walls(table) for table in TABLES), BACK)]
