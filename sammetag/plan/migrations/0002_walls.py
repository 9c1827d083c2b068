"""The wall of the case around its plan. Nothing is deleted, and what was once written is never changed."""

from django.db import migrations

from sammetag.access.policies import APP, down, wall_by_case

TABLES = [
    "plan_plan", "plan_goal", "plan_subgoal", "plan_wording", "plan_planversion", "plan_rating",
]


class Migration(migrations.Migration):
    dependencies = [("plan", "0001_first"), ("cases", "0002_walls")]
    operations = [
        migrations.RunSQL(
            "".join(wall_by_case(table) for table in TABLES) + f"REVOKE DELETE ON {', '.join(TABLES)} FROM {APP};"
            f"REVOKE UPDATE ON plan_wording, plan_rating FROM {APP};",
            "".join(down(table) for table in TABLES),
        )
    ]
