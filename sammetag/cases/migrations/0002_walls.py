"""The wall around cases and all that hangs on them, the journal included.

The key stands on the case alone: a copy on each row would be wrong the day the case moves.
"""

from django.db import migrations

from sammetag.access.policies import APP, OWNER, down, force, wall, wall_by_case

SEEN = """acl = ANY ((SELECT access_keys())::bigint[]) OR id = ANY ((SELECT access_cases())::uuid[])"""
OWN = "(account_id = (SELECT access_uid()) AND EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))"

CITIZEN = f"""
{force("people_citizen")}
CREATE POLICY people_citizen_app_select ON people_citizen FOR SELECT TO {APP}
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.citizen_id = people_citizen.id));
CREATE POLICY people_citizen_app_update ON people_citizen FOR UPDATE TO {APP}
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.citizen_id = people_citizen.id));
CREATE POLICY people_citizen_app_insert ON people_citizen FOR INSERT TO {APP}
    WITH CHECK (municipality_id = (SELECT access_municipality()));
"""

JOURNAL = f"""
{force("journal_event")}
CREATE POLICY journal_event_app ON journal_event FOR SELECT TO {APP}
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id));
CREATE POLICY journal_event_app_insert ON journal_event FOR INSERT TO {APP}
    WITH CHECK (by = (SELECT access_uid()) AND EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id));
CREATE POLICY journal_event_owner ON journal_event FOR INSERT TO {OWNER} WITH CHECK (true);
{force("journal_look")}
CREATE POLICY journal_look_app ON journal_look TO {APP}
    USING (by = (SELECT access_uid())) WITH CHECK (by = (SELECT access_uid()));
"""

HISTORY = f"""
{force("cases_caseevent")}
CREATE POLICY cases_caseevent_app ON cases_caseevent TO {APP}
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = pgh_obj_id))
    WITH CHECK (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = pgh_obj_id));
"""

KEY = """
ALTER TABLE access_grant ADD CONSTRAINT grant_of_a_case
    FOREIGN KEY (case_id) REFERENCES cases_case (id) DEFERRABLE INITIALLY DEFERRED;
"""

# Whoever is let into a case by a grant must not be able to hand it to a unit: its place and its key are
# changed by functions only. The owner, whom row security blinds too, sees the one case that such a function names.
RESTRICT = f"""
CREATE POLICY cases_case_owner ON cases_case TO {OWNER}
    USING (id::text = current_setting('app.opened', true));
CREATE POLICY cases_caseevent_owner ON cases_caseevent FOR INSERT TO {OWNER}
    WITH CHECK (pgh_obj_id::text = current_setting('app.opened', true));

CREATE FUNCTION cases_restrict(case_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM set_config('app.opened', case_id::text, true);
    UPDATE cases_case SET restricted = true, acl = nextval('access_key_seq')
    WHERE id = case_id AND NOT restricted AND EXISTS (
        SELECT 1 FROM access_grant g
        WHERE g.case_id = cases_case.id AND g.staff_id = access_staff() AND g.role = 'coordinator'
          AND cases_case.id = ANY (access_cases()));
    PERFORM set_config('app.opened', '', true);
END $$;
"""

KEPT = f"""
REVOKE DELETE ON cases_case, cases_caseevent, cases_programme, cases_responsibility, people_citizen FROM {APP};
REVOKE UPDATE ON cases_case, cases_caseevent FROM {APP};
GRANT UPDATE (coordinator_id, closed_on) ON cases_case TO {APP};
"""

UP = "".join(
    [
        wall("cases_case", SEEN),
        wall_by_case("cases_programme"),
        wall_by_case("cases_responsibility"),
        wall("cases_draft", OWN),
        CITIZEN,
        JOURNAL,
        HISTORY,
        KEY,
        RESTRICT,
        KEPT,
    ]
)

TABLES = [
    "cases_programme", "cases_responsibility", "cases_draft", "cases_caseevent",
    "journal_event", "journal_look", "people_citizen", "cases_case",
]
BACK = """
DROP FUNCTION cases_restrict(uuid);
ALTER TABLE access_grant DROP CONSTRAINT grant_of_a_case;
""" + "".join(
    "".join(f"DROP POLICY IF EXISTS {table}_app_{c} ON {table};" for c in ("select", "update", "insert"))
    + f"DROP POLICY IF EXISTS {table}_owner ON {table};"
    + down(table)
    for table in TABLES
)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_first"),
        ("access", "0002_keys_and_walls"),
        ("journal", "0002_append_only"),
        ("people", "0001_first"),
    ]
    operations = [migrations.RunSQL(UP, BACK)]
