"""Who coordinates a case is changed by cases_hand_over alone, as its unit and its key are.

The function asks whether the caller may and the successor can; a column that the app may write would let
whoever is let into the case, a mentor too, pass by both. When a case was closed stays the app's to write.
"""

from django.db import migrations

from sammetag.access.policies import APP

UP = f"REVOKE UPDATE (coordinator_id) ON cases_case FROM {APP};"
BACK = f"GRANT UPDATE (coordinator_id) ON cases_case TO {APP};"


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_hand_over_walls")]
    operations = [migrations.RunSQL(UP, BACK)]
