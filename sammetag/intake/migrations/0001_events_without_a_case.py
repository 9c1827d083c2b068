"""An import is told in the journal without a case: by whoever did it, and read by them alone."""

from django.db import migrations

from sammetag.access.policies import APP

UP = f"""
CREATE POLICY journal_event_app_own ON journal_event FOR SELECT TO {APP}
    USING (case_id IS NULL AND by = (SELECT access_uid()));
CREATE POLICY journal_event_app_insert_own ON journal_event FOR INSERT TO {APP}
    WITH CHECK (case_id IS NULL AND by = (SELECT access_uid())
                AND municipality_id = (SELECT access_municipality()));
"""
BACK = """
DROP POLICY journal_event_app_own ON journal_event;
DROP POLICY journal_event_app_insert_own ON journal_event;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = [("journal", "0002_append_only"), ("cases", "0002_walls")]
    operations = [migrations.RunSQL(UP, BACK)]
