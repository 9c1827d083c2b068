"""Who has seen a case, for the citizen's right to know: when, in which role and what for, and nobody's name.

The app sees no looks but its own person's. This function tells those at one case to whoever coordinates it.
"""

from django.db import migrations

from sammetag.access.policies import APP, OWNER

LOOKS = f"""
CREATE POLICY journal_look_owner_at_case ON journal_look FOR SELECT TO {OWNER}
    USING (cases @> ARRAY[nullif((SELECT current_setting('app.opened', true)), '')::uuid]);

CREATE FUNCTION insight_looks(the_case uuid)
RETURNS TABLE (seen_at timestamptz, seen_as varchar, seen_page varchar, seen_for varchar, was_allowed boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    it cases_case;
    today date := (now() AT TIME ZONE 'Europe/Copenhagen')::date;
BEGIN
    PERFORM set_config('app.opened', the_case::text, true);
    SELECT * INTO it FROM cases_case WHERE id = the_case;

    IF it.id IS NULL OR NOT (
        EXISTS (SELECT 1 FROM access_roleheld r JOIN people_unit u ON u.id = r.unit_id
                WHERE r.staff_id = access_staff() AND u.key = it.acl AND r.role = 'coordinator'
                  AND today BETWEEN r.since AND coalesce(r.until, 'infinity'::date))
        OR (it.id = ANY (access_cases()) AND
            EXISTS (SELECT 1 FROM access_grant g
                WHERE g.staff_id = access_staff() AND g.case_id = it.id AND g.role = 'coordinator'
                  AND today BETWEEN g.since AND coalesce(g.until, 'infinity'::date))))
    THEN
        RAISE EXCEPTION 'this case is not theirs to tell about' USING ERRCODE = 'insufficient_privilege';
    END IF;

    RETURN QUERY SELECT l.at, l.role, l.page, l.purpose, l.allowed
        FROM journal_look l WHERE l.cases @> ARRAY[the_case] ORDER BY l.at, l.id;
    PERFORM set_config('app.opened', '', true);
END $$;

GRANT EXECUTE ON FUNCTION insight_looks(uuid) TO {APP};
"""

BACK = """
DROP FUNCTION insight_looks(uuid);
DROP POLICY journal_look_owner_at_case ON journal_look;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_known_talks"), ("journal", "0003_corrections")]
    operations = [migrations.RunSQL(LOOKS, BACK)]
