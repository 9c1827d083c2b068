"""The wall asks what Python asks: only whoever leads today writes what the municipality decides itself."""

from django.db import migrations

TABLES = ["practice_decidedreading", "practice_decidedlimit"]
OWN = "municipality_id = (SELECT access_municipality()) AND written_by_id = (SELECT access_staff())"
# As in Python, a role opens what it opens by its unit; the app reads its own roles here.
LEADS = """EXISTS (
    SELECT 1 FROM access_roleheld r
    WHERE r.staff_id = (SELECT access_staff()) AND r.role = 'leader' AND r.unit_id IS NOT NULL
      AND (now() AT TIME ZONE 'Europe/Copenhagen')::date BETWEEN r.since AND coalesce(r.until, 'infinity'::date)
)"""


def demand(condition: str) -> str:
    return "".join(
        f"ALTER POLICY {table}_app_insert ON {table} WITH CHECK ({condition});" for table in TABLES
    )


class Migration(migrations.Migration):
    dependencies = [("practice", "0002_walls"), ("access", "0002_keys_and_walls")]
    operations = [migrations.RunSQL(demand(f"{OWN} AND {LEADS}"), demand(OWN))]
