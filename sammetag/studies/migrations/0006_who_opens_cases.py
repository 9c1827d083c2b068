"""Whether somebody has a role in which cases are opened: they would find the arms in them, and cannot be blind.

What roles colleagues hold is seen by nobody but themselves, so whoever names an evaluator asks this one thing.
"""

from django.db import migrations

from sammetag.access.policies import APP

OPENS = f"""
CREATE FUNCTION studies_opens_cases(the_staff uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT 1 FROM access_roleheld r JOIN people_staff s ON s.id = r.staff_id
        WHERE r.staff_id = the_staff AND s.municipality_id = access_municipality() AND r.role <> 'evaluator'
          AND (now() AT TIME ZONE 'Europe/Copenhagen')::date <= coalesce(r.until, 'infinity'::date)
    )
$$;
GRANT EXECUTE ON FUNCTION studies_opens_cases(uuid) TO {APP};
"""


class Migration(migrations.Migration):
    dependencies = [("studies", "0005_letters_that_stay"), ("access", "0007_evaluators")]
    operations = [migrations.RunSQL(OPENS, "DROP FUNCTION studies_opens_cases(uuid);")]
