"""The wall around CPR numbers, and the one question about them that goes past it.

A number is seen by whoever sees a case of its citizen; what a mentor may not is Python's. The row of a number
never moves to another citizen, so the app may write neither its citizen nor its municipality.

Whether a number is taken must be asked of the whole municipality: the index that holds each number once passes
by row security, and would answer anyhow, but only for the newest key. The owner, whom row security blinds too,
sees the rows for that question, and for sealing them anew (config/resealing.py).
"""

from django.db import migrations

from sammetag.access.policies import APP, OWNER, down, force

SEEN = "EXISTS (SELECT 1 FROM cases_case c WHERE c.citizen_id = people_cpr.citizen_id)"
SEEN_HERE = """EXISTS (SELECT 1 FROM cases_case c
    WHERE c.citizen_id = people_cpr.citizen_id AND c.municipality_id = people_cpr.municipality_id)"""
RESEALING = "(SELECT current_setting('app.resealing', true)) = 'yes'"

WALL = f"""
{force("people_cpr")}
CREATE POLICY people_cpr_app_select ON people_cpr FOR SELECT TO {APP} USING ({SEEN});
CREATE POLICY people_cpr_app_update ON people_cpr FOR UPDATE TO {APP} USING ({SEEN});
CREATE POLICY people_cpr_app_insert ON people_cpr FOR INSERT TO {APP} WITH CHECK ({SEEN_HERE});
CREATE POLICY people_cpr_owner_select ON people_cpr FOR SELECT TO {OWNER}
    USING ((SELECT current_setting('app.counting', true)) = 'yes' OR {RESEALING});
CREATE POLICY people_cpr_owner_update ON people_cpr FOR UPDATE TO {OWNER} USING ({RESEALING});
REVOKE UPDATE, DELETE ON people_cpr FROM {APP};
GRANT UPDATE (sealed, mark, date_part, version) ON people_cpr TO {APP};
"""

TAKEN = """
CREATE FUNCTION people_cpr_taken(municipality uuid, marks bytea[], citizens uuid[]) RETURNS SETOF bytea
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM set_config('app.counting', 'yes', true);
    RETURN QUERY
        SELECT asked.mark FROM unnest(marks, citizens) AS asked(mark, citizen)
        JOIN people_cpr p ON p.municipality_id = municipality AND p.mark = asked.mark
        WHERE p.citizen_id <> asked.citizen AND municipality = access_municipality();
    PERFORM set_config('app.counting', '', true);
END $$;
"""

BACK = """
DROP FUNCTION people_cpr_taken(uuid, bytea[], uuid[]);
DROP POLICY people_cpr_app_select ON people_cpr;
DROP POLICY people_cpr_app_update ON people_cpr;
DROP POLICY people_cpr_app_insert ON people_cpr;
DROP POLICY people_cpr_owner_select ON people_cpr;
DROP POLICY people_cpr_owner_update ON people_cpr;
""" + down("people_cpr")


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_known_talks"), ("people", "0002_cpr")]
    operations = [migrations.RunSQL(WALL + TAKEN, BACK)]
