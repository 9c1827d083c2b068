"""Of which transaction the journal told last in a case is found at once: pages ask it of every case they show."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("journal", "0004_seal")]
    operations = [
        migrations.RunSQL(
            "CREATE INDEX event_by_case_and_transaction ON journal_event (case_id, xid)",
            "DROP INDEX event_by_case_and_transaction",
        )
    ]
