"""The wall of the case around its talks. Nothing of a case is deleted by the app."""

from django.db import migrations

from sammetag.access.policies import APP, down, wall_by_case

TABLES = ["talks_talk", "talks_participant", "talks_noteversion"]


class Migration(migrations.Migration):
    dependencies = [("talks", "0001_first"), ("cases", "0002_walls")]
    operations = [
        migrations.RunSQL(
            "".join(wall_by_case(table) for table in TABLES) + f"REVOKE DELETE ON {', '.join(TABLES)} FROM {APP};"
            f"REVOKE UPDATE ON talks_noteversion FROM {APP};",
            "".join(down(table) for table in TABLES),
        )
    ]
