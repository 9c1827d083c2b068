"""The wall around hand-overs, and the one function that gives a case to another coordinator.

Moving a case to another unit fails under its policy, and the app may write neither keys nor grants: so the
function does it as the owner, and asks once more, in SQL, whether the caller may and the successor can.
"""

from django.db import migrations

from sammetag.access.policies import APP, OWNER, down, wall_by_case

WALL = wall_by_case("cases_handover") + f"REVOKE DELETE ON cases_handover FROM {APP};"

# The numbers behind a fair distribution lie in cases that nobody else may see: they are counted, not shown.
LOADS = f"""
CREATE POLICY cases_case_owner_counts ON cases_case FOR SELECT TO {OWNER}
    USING ((SELECT current_setting('app.counting', true)) = 'yes');

CREATE FUNCTION cases_loads(municipality uuid) RETURNS TABLE (staff_id uuid, cases bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM set_config('app.counting', 'yes', true);
    RETURN QUERY
        SELECT c.coordinator_id, count(*) FROM cases_case c
        WHERE c.closed_on IS NULL AND c.coordinator_id IS NOT NULL
          AND c.municipality_id = municipality AND municipality = access_municipality()
        GROUP BY c.coordinator_id;
    PERFORM set_config('app.counting', '', true);
END $$;
"""

HAND_OVER = """
CREATE FUNCTION cases_hand_over(the_case uuid, successor uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    it cases_case;
    home people_unit;
    today date := (now() AT TIME ZONE 'Europe/Copenhagen')::date;
BEGIN
    PERFORM set_config('app.opened', the_case::text, true);
    SELECT * INTO it FROM cases_case WHERE id = the_case FOR NO KEY UPDATE;

    IF it.id IS NULL OR it.closed_on IS NOT NULL OR NOT (
        EXISTS (SELECT 1 FROM access_roleheld r JOIN people_unit u ON u.id = r.unit_id
                WHERE r.staff_id = access_staff() AND u.key = it.acl AND r.role IN ('coordinator', 'leader')
                  AND today BETWEEN r.since AND coalesce(r.until, 'infinity'::date))
        OR (it.id = ANY (access_cases()) AND
            EXISTS (SELECT 1 FROM access_grant g
                WHERE g.staff_id = access_staff() AND g.case_id = it.id AND g.role IN ('coordinator', 'leader')
                  AND today BETWEEN g.since AND coalesce(g.until, 'infinity'::date))))
    THEN
        RAISE EXCEPTION 'this case is not theirs to hand over' USING ERRCODE = 'insufficient_privilege';
    END IF;

    IF successor IS NOT NULL THEN
        SELECT u.* INTO home
        FROM access_roleheld r
        JOIN people_unit u ON u.id = r.unit_id AND u.municipality_id = it.municipality_id
        JOIN people_staff s ON s.id = r.staff_id AND s.municipality_id = it.municipality_id
        JOIN people_account a ON a.id = s.account_id AND a.is_active
        WHERE r.staff_id = successor AND r.role = 'coordinator'
          AND today BETWEEN r.since AND coalesce(r.until, 'infinity'::date)
        ORDER BY u.id <> it.unit_id, r.since, u.id LIMIT 1;
        IF home.id IS NULL THEN
            RAISE EXCEPTION 'the successor does not coordinate here today' USING ERRCODE = 'check_violation';
        END IF;
    ELSIF it.restricted THEN
        RAISE EXCEPTION 'nobody could open a restricted case without a coordinator'
            USING ERRCODE = 'check_violation';
    END IF;

    -- Whoever hands over keeps no door of their own; a door opened today stays until the day is over.
    UPDATE access_grant SET until = greatest(since, today - 1)
    WHERE case_id = it.id AND staff_id = it.coordinator_id AND role = 'coordinator'
      AND staff_id IS DISTINCT FROM successor AND today BETWEEN since AND coalesce(until, 'infinity'::date);

    IF it.restricted THEN
        UPDATE cases_case SET coordinator_id = successor WHERE id = it.id;
        UPDATE access_grant SET until = NULL
        WHERE case_id = it.id AND staff_id = successor AND role = 'coordinator'
          AND today BETWEEN since AND coalesce(until, 'infinity'::date);
        IF NOT FOUND THEN
            INSERT INTO access_grant (id, case_id, staff_id, role, since)
            VALUES (gen_random_uuid(), it.id, successor, 'coordinator', today);
        END IF;
    ELSE
        UPDATE cases_case
        SET coordinator_id = successor, unit_id = coalesce(home.id, unit_id), acl = coalesce(home.key, acl)
        WHERE id = it.id;
    END IF;
    PERFORM set_config('app.opened', '', true);
END $$;
"""

BACK = f"""
DROP FUNCTION cases_hand_over(uuid, uuid);
DROP FUNCTION cases_loads(uuid);
DROP POLICY cases_case_owner_counts ON cases_case;
{down("cases_handover")}
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_hand_over"), ("access", "0003_at_work")]
    operations = [migrations.RunSQL(WALL + LOADS + HAND_OVER, BACK)]
