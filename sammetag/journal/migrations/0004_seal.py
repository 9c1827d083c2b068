"""The seal: seals, leaves and what was shipped. The keeper adds to them and reads them; the app knows nothing of them.

They refuse to be changed as the journal does. Their rows hold hashes and counts, so they need no wall.
"""

from django.db import migrations, models

RIGHTS = """
REVOKE ALL ON journal_seal, journal_leaf, journal_shipment FROM sammetag_app;
GRANT SELECT, INSERT ON journal_seal, journal_leaf, journal_shipment TO sammetag_keeper;
"""
TABLES = ("journal_seal", "journal_leaf", "journal_shipment")
REFUSAL = "".join(
    f"""
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON {table} EXECUTE FUNCTION journal_refuse();
"""
    for table in TABLES
)
BACK = "".join(f"DROP TRIGGER append_only ON {one}; DROP TRIGGER never_emptied ON {one};" for one in TABLES)


class Migration(migrations.Migration):
    dependencies = [("journal", "0003_corrections")]
    operations = [
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("follows", models.BigIntegerField()),
                ("form", models.PositiveSmallIntegerField()),
                ("made_at", models.DateTimeField()),
                ("settled_before", models.BigIntegerField()),
                ("cluster", models.BigIntegerField()),
                ("events", models.BigIntegerField()),
                ("looks", models.BigIntegerField()),
                ("leaves", models.BinaryField()),
                ("previous", models.BinaryField()),
                ("key", models.CharField(max_length=16)),
                ("head", models.BinaryField()),
                ("signature", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Leaf",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "kind", "row_id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=8)),
                ("row_id", models.UUIDField()),
                ("seal", models.BigIntegerField()),
                ("place", models.PositiveIntegerField()),
                ("hash", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Shipment",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "place", "seal", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("place", models.CharField(max_length=200)),
                ("seal", models.BigIntegerField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.RunSQL(RIGHTS + REFUSAL, BACK),
    ]
