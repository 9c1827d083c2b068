"""The wall of the case around its interventions. Nothing of a case is deleted by the app."""

from django.db import migrations

from sammetag.access.policies import APP, down, wall_by_case

TABLES = ["interventions_intervention", "interventions_stretch"]


class Migration(migrations.Migration):
    dependencies = [("interventions", "0001_first"), ("cases", "0002_walls")]
    operations = [
        migrations.RunSQL(
            "".join(wall_by_case(table) for table in TABLES) + f"REVOKE DELETE ON {', '.join(TABLES)} FROM {APP};",
            "".join(down(table) for table in TABLES),
        )
    ]
