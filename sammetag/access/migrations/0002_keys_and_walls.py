"""The database's half of access: who is asking, which keys they hold, and walls around staff and roles.

The functions run as the owner, who alone may read everybody's roles; the app reads its own. Row security
holds for the owner too, so it gets a policy on these look-up tables and on nothing that tells of citizens.
"""

from django.db import migrations

from sammetag.access.policies import APP, OWNER, down, force

FUNCTIONS = """
CREATE SEQUENCE access_key_seq;

CREATE FUNCTION access_uid() RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT nullif(current_setting('app.uid', true), '')::uuid
$$;

CREATE FUNCTION access_staff() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT s.id FROM people_staff s JOIN people_account a ON a.id = s.account_id
    WHERE a.id = access_uid() AND a.is_active
$$;

CREATE FUNCTION access_municipality() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT municipality_id FROM people_staff WHERE id = access_staff()
$$;

CREATE FUNCTION access_keys() RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(u.key), '{}')
    FROM access_roleheld r JOIN people_unit u ON u.id = r.unit_id
    WHERE r.staff_id = access_staff()
      AND (now() AT TIME ZONE 'Europe/Copenhagen')::date
          BETWEEN r.since AND coalesce(r.until, 'infinity'::date)
$$;

CREATE FUNCTION access_cases() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(g.case_id), '{}')
    FROM access_grant g
    WHERE g.staff_id = access_staff()
      AND EXISTS (SELECT 1 FROM access_roleheld r WHERE r.staff_id = g.staff_id
                  AND (now() AT TIME ZONE 'Europe/Copenhagen')::date
                      BETWEEN r.since AND coalesce(r.until, 'infinity'::date))
      AND (now() AT TIME ZONE 'Europe/Copenhagen')::date
          BETWEEN g.since AND coalesce(g.until, 'infinity'::date)
$$;
"""

LOOK_UPS = ["people_staff", "people_account", "access_roleheld", "access_grant"]
HISTORIES = ["people_staffevent", "access_roleheldevent", "access_grantevent"]


def for_owner(table: str) -> str:
    return f"CREATE POLICY {table}_owner ON {table} TO {OWNER} USING (true) WITH CHECK (true);"


def for_app(table: str, command: str, condition: str) -> str:
    clause = "WITH CHECK" if command == "INSERT" else "USING"
    name = f"{table}_app_{command.lower()}"
    return f"CREATE POLICY {name} ON {table} FOR {command} TO {APP} {clause} ({condition});"


WALLS = "".join(force(table) + for_owner(table) for table in LOOK_UPS + HISTORIES) + "".join(
    [
        for_app("people_staff", "SELECT", "municipality_id = (SELECT access_municipality())"),
        # An account is looked up by its user name before anybody is known, and its password hash is compared.
        for_app("people_account", "SELECT", "true"),
        for_app("access_roleheld", "SELECT", "staff_id = (SELECT access_staff())"),
        for_app("access_grant", "SELECT", "staff_id = (SELECT access_staff())"),
        f"REVOKE INSERT, UPDATE, DELETE ON people_account FROM {APP};",
        f"REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {APP};",
        f"""REVOKE INSERT, UPDATE, DELETE ON people_municipality, people_unit, people_staff, people_staffevent,
            access_roleheld, access_roleheldevent, access_grant, access_grantevent FROM {APP};""",
        f"REVOKE ALL ON SEQUENCE access_key_seq FROM {APP};",
    ]
)

BACK = "".join(
    f"DROP POLICY IF EXISTS {table}_owner ON {table};"
    + "".join(f"DROP POLICY IF EXISTS {table}_app_{c} ON {table};" for c in ("select", "update"))
    + down(table)
    for table in LOOK_UPS + HISTORIES
) + """
DROP FUNCTION access_cases();
DROP FUNCTION access_keys();
DROP FUNCTION access_municipality();
DROP FUNCTION access_staff();
DROP FUNCTION access_uid();
DROP SEQUENCE access_key_seq;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0001_first"), ("people", "0001_first")]
    operations = [migrations.RunSQL(FUNCTIONS + WALLS, BACK)]
