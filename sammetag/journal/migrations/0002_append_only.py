"""Events and looks can be added and read, by nobody changed: not by the app, and not in passing by the owner.

`position` orders what was recorded within one moment. `xid` is the transaction that wrote the row: the seal
takes only rows of transactions that are over, since by id range it would miss a slow commit.
"""

from django.db import migrations

COLUMNS = """
ALTER TABLE journal_event
    ADD COLUMN position bigint GENERATED ALWAYS AS IDENTITY,
    ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE journal_look
    ADD COLUMN position bigint GENERATED ALWAYS AS IDENTITY,
    ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX event_by_transaction ON journal_event (xid);
CREATE INDEX look_by_transaction ON journal_look (xid);
"""

REFUSAL = """
CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The journal is only ever added to: % on % refused', TG_OP, TG_TABLE_NAME;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON journal_event
    FOR EACH ROW EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON journal_look
    FOR EACH ROW EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON journal_event EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON journal_look EXECUTE FUNCTION journal_refuse();
REVOKE UPDATE, DELETE, TRUNCATE ON journal_event, journal_look FROM sammetag_app;
"""

BACK = """
DROP TRIGGER append_only ON journal_event;
DROP TRIGGER append_only ON journal_look;
DROP TRIGGER never_emptied ON journal_event;
DROP TRIGGER never_emptied ON journal_look;
DROP FUNCTION journal_refuse();
ALTER TABLE journal_event DROP COLUMN position, DROP COLUMN xid;
ALTER TABLE journal_look DROP COLUMN position, DROP COLUMN xid;
"""


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_first")]
    operations = [migrations.RunSQL(COLUMNS + REFUSAL, BACK)]
