"""The seed can be sealed anew under a newer key, letters stay, and a row stays with the study it is of.

The letters of the blind came from the sealed seed: sealed anew, A could have become B in the middle of a trial.
They get bytes of their own. The words of what went otherwise can tell an arm, so the blind get none of them
from the database either.
"""

from django.db import migrations, models

from sammetag.access.policies import APP, OWNER

RESEALING = "(SELECT current_setting('app.resealing', true)) = 'yes'"
OURS = "municipality_id = (SELECT access_municipality())"
BLIND = """NOT studies_duties(the_study) && ARRAY['responsible', 'draws']::varchar[]
        AND NOT EXISTS (SELECT 1 FROM studies_study s WHERE s.id = the_study AND s.closed_at IS NOT NULL)"""

# Those who are blind have been shown these letters already.
KEPT = """
ALTER TABLE studies_study NO FORCE ROW LEVEL SECURITY;
ALTER TABLE studies_study DISABLE TRIGGER keep_frozen;
UPDATE studies_study SET veil = seed;
ALTER TABLE studies_study ENABLE TRIGGER keep_frozen;
ALTER TABLE studies_study FORCE ROW LEVEL SECURITY;
"""


def arms(secret: str) -> str:
    return f"""
CREATE OR REPLACE FUNCTION studies_arms(the_study uuid) RETURNS TABLE (arm varchar, shown varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT named.arm,
        CASE WHEN named.known THEN named.arm
             ELSE chr(64 + (rank() OVER (
                 ORDER BY sha256(named.secret || convert_to(named.arm, 'UTF8'))))::integer)::varchar END
    FROM (
        SELECT (one ->> 'name')::varchar AS arm, coalesce(s.{secret}, ''::bytea) AS secret,
            s.closed_at IS NOT NULL
                OR studies_duties(s.id) && ARRAY['responsible', 'draws']::varchar[] AS known
        FROM studies_study s, jsonb_array_elements(s.protocol -> 'arms') AS one
        WHERE s.id = the_study AND cardinality(studies_duties(s.id)) > 0
    ) named
$$;
"""


def deviated(words: str) -> str:
    return f"""
CREATE OR REPLACE FUNCTION studies_deviated(the_study uuid)
RETURNS TABLE (kind varchar, happened date, draw integer, pseudonym varchar, received varchar, words text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF cardinality(studies_duties(the_study)) = 0 THEN
        RAISE EXCEPTION 'this study is not theirs' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('app.study', the_study::text, true);
    RETURN QUERY
        SELECT v.kind, v."on", d.number, e.pseudonym, a.shown, {words}
        FROM studies_deviation v
        LEFT JOIN studies_draw d ON d.id = v.draw_id
        LEFT JOIN studies_entry e ON e.id = v.entry_id
        LEFT JOIN studies_arms(the_study) a ON a.arm = v.received
        WHERE v.study_id = the_study ORDER BY v."on", v.written_at, v.id;
    PERFORM set_config('app.study', '', true);
END $$;
"""


def frozen(first: str, more: str) -> str:
    return f"""
CREATE OR REPLACE FUNCTION studies_keep_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    {first}
    IF OLD.frozen_at IS NOT NULL AND (
        NEW.protocol IS DISTINCT FROM OLD.protocol OR NEW.fingerprint <> OLD.fingerprint
        OR NEW.frozen_at IS DISTINCT FROM OLD.frozen_at OR NEW.commitment <> OLD.commitment
        OR NEW.seed IS DISTINCT FROM OLD.seed OR NEW.title <> OLD.title {more}) THEN
        RAISE EXCEPTION 'a frozen protocol is not changed' USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'a closed study is not changed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
"""


SEALED_ANEW = f"""IF current_user = '{OWNER}' AND {RESEALING} AND to_jsonb(NEW) - 'seed' = to_jsonb(OLD) - 'seed' THEN
        RETURN NEW;
    END IF;"""


def leads(*duties: str) -> str:
    held = ", ".join(repr(one) for one in duties)
    return f"""
DROP POLICY studies_study_app_update ON studies_study;
CREATE POLICY studies_study_app_update ON studies_study FOR UPDATE TO {APP}
    USING ({OURS} AND studies_duties(id) && ARRAY[{held}]::varchar[]) WITH CHECK ({OURS});
"""


# Whose a row is never changes.
ENDED = {"studies_member": "until", "studies_quotation": "removed_at"}
REWRITTEN = ("studies_element", "studies_interview", "studies_contextchange")
STAYS = (
    "".join(
        f"REVOKE UPDATE ON {table} FROM {APP}; GRANT UPDATE ({column}) ON {table} TO {APP};"
        for table, column in ENDED.items()
    )
    + """
CREATE FUNCTION studies_keep_study() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.id <> OLD.id OR NEW.study_id <> OLD.study_id THEN
        RAISE EXCEPTION 'a row stays with its study' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
"""
    + "".join(
        f"CREATE TRIGGER keep_study BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION studies_keep_study();"
        for table in REWRITTEN
    )
)
ANY = (
    "".join(f"DROP TRIGGER keep_study ON {table};" for table in REWRITTEN)
    + "DROP FUNCTION studies_keep_study();"
    + "".join(f"GRANT UPDATE ON {table} TO {APP};" for table in ENDED)
)
UP = f"""
CREATE POLICY studies_study_owner_update ON studies_study FOR UPDATE TO {OWNER} USING ({RESEALING});
{arms("veil")}
{deviated(f"CASE WHEN {BLIND} THEN '' ELSE v.words END")}
{frozen(SEALED_ANEW, "OR NEW.veil IS DISTINCT FROM OLD.veil")}
{leads("responsible")}
{STAYS}
"""
BACK = f"""
{ANY}
{leads("responsible", "draws")}
{frozen("", "")}
{deviated("v.words")}
{arms("seed")}
DROP POLICY studies_study_owner_update ON studies_study;
"""


class Migration(migrations.Migration):
    dependencies = [("studies", "0004_names")]
    operations = [
        migrations.AddField(model_name="study", name="veil", field=models.BinaryField(null=True)),
        migrations.RunSQL(KEPT, migrations.RunSQL.noop),
        migrations.RunSQL(UP, BACK),
    ]
