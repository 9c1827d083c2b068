"""The wall of the case around granted periods, exemptions and answers to the guarantee."""

from django.db import migrations

from sammetag.access.policies import APP, down, wall_by_case

TABLES = [
    "interventions_grantedperiod",
    "interventions_exemption",
    "interventions_guaranteeanswer",
]


class Migration(migrations.Migration):
    dependencies = [("interventions", "0003_life"), ("cases", "0002_walls")]
    operations = [
        migrations.RunSQL(
            "".join(wall_by_case(table) for table in TABLES) + f"REVOKE DELETE ON {', '.join(TABLES)} FROM {APP};"
            f"REVOKE UPDATE ON interventions_guaranteeanswer FROM {APP};",
            "".join(down(table) for table in TABLES),
        )
    ]
