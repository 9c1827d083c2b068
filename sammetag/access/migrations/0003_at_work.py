"""Who coordinates in a municipality, and until when: read as the owner, since the app reads its own roles only."""

from django.db import migrations

UP = """
CREATE FUNCTION access_at_work(municipality uuid)
RETURNS TABLE (staff_id uuid, unit_id uuid, since date, until date, active boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT r.staff_id, r.unit_id, r.since, r.until, coalesce(a.is_active, false)
    FROM access_roleheld r
    JOIN people_staff s ON s.id = r.staff_id
    LEFT JOIN people_account a ON a.id = s.account_id
    WHERE r.role = 'coordinator' AND s.municipality_id = municipality AND municipality = access_municipality()
    ORDER BY r.since, r.unit_id
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0002_keys_and_walls")]
    operations = [migrations.RunSQL(UP, "DROP FUNCTION access_at_work(uuid);")]
