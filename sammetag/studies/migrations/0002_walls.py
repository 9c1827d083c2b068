"""The walls around studies: members see theirs, each writes what their duty is, and no draw is ever changed.

Who the persons are is seen by those who draw or are responsible, and by whoever sees the person's case (who then
also sees which trial it is). For everybody else the persons bear pseudonyms: `studies_followed` tells a member how it went for each of them, from
the tables that the journal's events built, so that a correction counts; it tells no case and no name.
"""

from django.db import migrations

from sammetag.access.policies import APP, OWNER, down, force

OURS = "municipality_id = (SELECT access_municipality())"
NOW_LEADER = """EXISTS (
    SELECT 1 FROM access_roleheld r
    WHERE r.staff_id = (SELECT access_staff()) AND r.role = 'leader' AND r.unit_id IS NOT NULL
      AND (now() AT TIME ZONE 'Europe/Copenhagen')::date BETWEEN r.since AND coalesce(r.until, 'infinity'::date)
)"""
HOLDS_A_ROLE = """EXISTS (
    SELECT 1 FROM access_roleheld r
    WHERE r.staff_id = (SELECT access_staff())
      AND (now() AT TIME ZONE 'Europe/Copenhagen')::date BETWEEN r.since AND coalesce(r.until, 'infinity'::date)
)"""

# Whoever made a study is responsible until somebody is. A duty begins when it is written down.
DUTIES = f"""
CREATE POLICY studies_study_owner ON studies_study FOR SELECT TO {OWNER} USING (true);
CREATE POLICY studies_member_owner ON studies_member FOR SELECT TO {OWNER} USING (true);

CREATE FUNCTION studies_duties(the_study uuid) RETURNS varchar[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(held.duty), '{{}}') FROM (
        SELECT m.duty FROM studies_member m
        JOIN studies_study s ON s.id = m.study_id AND s.municipality_id = access_municipality()
        WHERE m.study_id = the_study AND m.staff_id = access_staff()
          AND (now() AT TIME ZONE 'Europe/Copenhagen')::date <= coalesce(m.until, 'infinity'::date)
        UNION
        SELECT 'responsible' FROM studies_study s
        WHERE s.id = the_study AND s.made_by_id = access_staff()
          AND NOT EXISTS (SELECT 1 FROM studies_member m
                          WHERE m.study_id = the_study AND m.duty = 'responsible')
    ) held
$$;
GRANT EXECUTE ON FUNCTION studies_duties(uuid) TO {APP};
"""

SEEN = "cardinality(studies_duties(study_id)) > 0"
SIGNED = "written_by_id = (SELECT access_staff())"


def holds(*duties: str) -> str:
    return f"studies_duties(study_id) && ARRAY[{', '.join(repr(one) for one in duties)}]::varchar[]"


LEADS, DRAWS = holds("responsible"), holds("draws")
KNOWS = holds("responsible", "draws")
WORKS = holds("responsible", "evaluates")
CASE_SEEN = "EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id)"
OWN_STUDY = "nullif((SELECT current_setting('app.study', true)), '')::uuid"
# Table: who may read, who may add, who may change; none: nobody.
TABLES = {
    "studies_member": (SEEN, LEADS, LEADS),
    "studies_amendment": (SEEN, LEADS, None),
    "studies_draw": (SEEN, DRAWS, None),
    "studies_entry": (f"{KNOWS} OR {CASE_SEEN}", DRAWS, None),
    "studies_deviation": (KNOWS, KNOWS, None),
    "studies_takenin": (KNOWS, DRAWS, None),
    "studies_element": (SEEN, WORKS, WORKS),
    "studies_round": (SEEN, WORKS, None),
    "studies_interview": (SEEN, WORKS, WORKS),
    "studies_quotation": (SEEN, WORKS, WORKS),
    "studies_contextchange": (SEEN, WORKS, WORKS),
    "studies_frozenextract": (SEEN, WORKS, None),
}


def walls(table: str, reads: str, adds: str, changes: str | None) -> str:
    changing = f"CREATE POLICY {table}_app_update ON {table} FOR UPDATE TO {APP} USING ({changes});"
    revoked = "DELETE" if changes else "UPDATE, DELETE"
    return f"""{force(table)}
        CREATE POLICY {table}_app ON {table} FOR SELECT TO {APP} USING ({reads});
        CREATE POLICY {table}_app_insert ON {table} FOR INSERT TO {APP} WITH CHECK ({adds} AND {SIGNED});
        {changing if changes else ""}
        REVOKE {revoked} ON {table} FROM {APP};
    """


STUDY = f"""{force("studies_study")}
    CREATE POLICY studies_study_app ON studies_study FOR SELECT TO {APP}
        USING ({OURS} AND (cardinality(studies_duties(id)) > 0 OR id IN (
            SELECT e.study_id FROM studies_entry e JOIN cases_case c ON c.id = e.case_id)));
    CREATE POLICY studies_study_app_insert ON studies_study FOR INSERT TO {APP}
        WITH CHECK ({OURS} AND made_by_id = (SELECT access_staff()) AND {NOW_LEADER});
    CREATE POLICY studies_study_app_update ON studies_study FOR UPDATE TO {APP}
        USING ({OURS} AND studies_duties(id) && ARRAY['responsible', 'draws']::varchar[])
        WITH CHECK ({OURS});
    REVOKE DELETE ON studies_study FROM {APP};
"""

NOTES = f"""{force("studies_methodnote")}
    CREATE POLICY studies_methodnote_app ON studies_methodnote FOR SELECT TO {APP} USING ({OURS});
    CREATE POLICY studies_methodnote_app_insert ON studies_methodnote FOR INSERT TO {APP}
        WITH CHECK ({OURS} AND {SIGNED} AND {HOLDS_A_ROLE});
    CREATE POLICY studies_methodnote_app_update ON studies_methodnote FOR UPDATE TO {APP}
        USING ({OURS} AND {HOLDS_A_ROLE}) WITH CHECK ({OURS});
    REVOKE DELETE ON studies_methodnote FROM {APP};
"""

# What was agreed cannot change once it is frozen, and what is closed stays as it is.
FROZEN = """
CREATE FUNCTION studies_keep_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.frozen_at IS NOT NULL AND (
        NEW.protocol IS DISTINCT FROM OLD.protocol OR NEW.fingerprint <> OLD.fingerprint
        OR NEW.frozen_at IS DISTINCT FROM OLD.frozen_at OR NEW.commitment <> OLD.commitment
        OR NEW.seed IS DISTINCT FROM OLD.seed OR NEW.title <> OLD.title) THEN
        RAISE EXCEPTION 'a frozen protocol is not changed' USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'a closed study is not changed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_frozen BEFORE UPDATE ON studies_study FOR EACH ROW EXECUTE FUNCTION studies_keep_frozen();
"""


def of_study(table: str, column: str = "case_id") -> str:
    return f"""CREATE POLICY {table}_owner_of_study ON {table} FOR SELECT TO {OWNER}
        USING ({column} IN (SELECT e.case_id FROM studies_entry e WHERE e.study_id = {OWN_STUDY}));"""


# Somebody can be in two trials only by mistake, and whoever draws cannot see the other one.
FOLLOWED = f"""
CREATE POLICY studies_entry_owner_of_study ON studies_entry FOR SELECT TO {OWNER}
    USING (study_id = {OWN_STUDY} OR case_id = {OWN_STUDY});
{of_study("cases_programme")}
{of_study("talks_talk")}
{of_study("interventions_intervention")}
{of_study("interventions_stretch")}

CREATE FUNCTION studies_followed(the_study uuid)
RETURNS TABLE (pseudonym varchar, what varchar, since date, until date, detail varchar, company boolean, alone boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF cardinality(studies_duties(the_study)) = 0 THEN
        RAISE EXCEPTION 'this study is not theirs' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('app.study', the_study::text, true);
    RETURN QUERY
        SELECT e.pseudonym, 'programme'::varchar, p.starts_on, p.ended_on, p.end_reason, false, false
        FROM studies_entry e JOIN cases_programme p ON p.id = e.programme_id WHERE e.study_id = the_study
        UNION ALL
        SELECT e.pseudonym, 'talk', (t.starts_at AT TIME ZONE 'Europe/Copenhagen')::date, NULL, ''::varchar,
               false, false
        FROM studies_entry e JOIN talks_talk t ON t.case_id = e.case_id AND t.outcome = 'held'
        WHERE e.study_id = the_study
        UNION ALL
        SELECT e.pseudonym, 'running', s.since, least(s.until, i.ended_on), i.field, i.company_based, i.mentor
        FROM studies_entry e
        JOIN interventions_intervention i ON i.case_id = e.case_id
        JOIN interventions_stretch s ON s.intervention_id = i.id AND s.state = 'running'
        WHERE e.study_id = the_study
        ORDER BY 1, 3, 2, 5;
    PERFORM set_config('app.study', '', true);
END $$;
GRANT EXECUTE ON FUNCTION studies_followed(uuid) TO {APP};

-- An evaluator does not know the arms until the study is closed: they bear letters, in an order that the sealed
-- seed decides and nobody can guess.
CREATE FUNCTION studies_arms(the_study uuid) RETURNS TABLE (arm varchar, shown varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT named.arm,
        CASE WHEN named.known THEN named.arm
             ELSE chr(64 + (rank() OVER (
                 ORDER BY sha256(named.seed || convert_to(named.arm, 'UTF8'))))::integer)::varchar END
    FROM (
        SELECT (one ->> 'name')::varchar AS arm, coalesce(s.seed, ''::bytea) AS seed,
            s.closed_at IS NOT NULL
                OR studies_duties(s.id) && ARRAY['responsible', 'draws']::varchar[] AS known
        FROM studies_study s, jsonb_array_elements(s.protocol -> 'arms') AS one
        WHERE s.id = the_study AND cardinality(studies_duties(s.id)) > 0
    ) named
$$;
GRANT EXECUTE ON FUNCTION studies_arms(uuid) TO {APP};

CREATE FUNCTION studies_entries(the_study uuid)
RETURNS TABLE (pseudonym varchar, draw integer, block varchar, arm varchar, entered_on date, age smallint,
               age_group varchar, sex varchar)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF cardinality(studies_duties(the_study)) = 0 THEN
        RAISE EXCEPTION 'this study is not theirs' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('app.study', the_study::text, true);
    RETURN QUERY
        SELECT e.pseudonym, d.number, d.block, a.shown, e.entered_on, e.age, e.age_group, e.sex
        FROM studies_entry e
        JOIN studies_draw d ON d.id = e.draw_id
        JOIN studies_arms(the_study) a ON a.arm = e.arm
        WHERE e.study_id = the_study ORDER BY d.number, e.pseudonym;
    PERFORM set_config('app.study', '', true);
END $$;
GRANT EXECUTE ON FUNCTION studies_entries(uuid) TO {APP};

CREATE FUNCTION studies_deviated(the_study uuid)
RETURNS TABLE (kind varchar, happened date, draw integer, pseudonym varchar, received varchar, words text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF cardinality(studies_duties(the_study)) = 0 THEN
        RAISE EXCEPTION 'this study is not theirs' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('app.study', the_study::text, true);
    RETURN QUERY
        SELECT v.kind, v."on", d.number, e.pseudonym, a.shown, v.words
        FROM studies_deviation v
        LEFT JOIN studies_draw d ON d.id = v.draw_id
        LEFT JOIN studies_entry e ON e.id = v.entry_id
        LEFT JOIN studies_arms(the_study) a ON a.arm = v.received
        WHERE v.study_id = the_study ORDER BY v."on", v.written_at, v.id;
    PERFORM set_config('app.study', '', true);
END $$;
GRANT EXECUTE ON FUNCTION studies_deviated(uuid) TO {APP};

CREATE FUNCTION studies_taken_in(the_study uuid)
RETURNS TABLE (pseudonym varchar, outcome varchar, value double precision, cause smallint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF cardinality(studies_duties(the_study)) = 0 THEN
        RAISE EXCEPTION 'this study is not theirs' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('app.study', the_study::text, true);
    RETURN QUERY
        SELECT e.pseudonym, t.outcome, t.value, t.cause
        FROM studies_takenin t JOIN studies_entry e ON e.id = t.entry_id
        WHERE t.study_id = the_study ORDER BY e.pseudonym, t.outcome;
    PERFORM set_config('app.study', '', true);
END $$;
GRANT EXECUTE ON FUNCTION studies_taken_in(uuid) TO {APP};

CREATE FUNCTION studies_drawn_elsewhere(the_case uuid, the_study uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found boolean;
BEGIN
    IF cardinality(studies_duties(the_study)) = 0 THEN
        RAISE EXCEPTION 'this study is not theirs' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('app.study', the_case::text, true);
    SELECT EXISTS (
        SELECT 1 FROM studies_entry e JOIN studies_study s ON s.id = e.study_id
        WHERE e.case_id = the_case AND e.study_id <> the_study AND s.closed_at IS NULL
    ) INTO found;
    PERFORM set_config('app.study', '', true);
    RETURN found;
END $$;
GRANT EXECUTE ON FUNCTION studies_drawn_elsewhere(uuid, uuid) TO {APP};

CREATE POLICY studies_draw_owner ON studies_draw FOR SELECT TO {OWNER} USING (study_id = {OWN_STUDY});
CREATE POLICY studies_deviation_owner ON studies_deviation FOR SELECT TO {OWNER} USING (study_id = {OWN_STUDY});
CREATE POLICY studies_takenin_owner ON studies_takenin FOR SELECT TO {OWNER} USING (study_id = {OWN_STUDY});
"""

BACK = f"""
DROP FUNCTION studies_drawn_elsewhere(uuid, uuid);
DROP FUNCTION studies_taken_in(uuid);
DROP FUNCTION studies_deviated(uuid);
DROP FUNCTION studies_entries(uuid);
DROP FUNCTION studies_arms(uuid);
DROP FUNCTION studies_followed(uuid);
DROP POLICY studies_takenin_owner ON studies_takenin;
DROP POLICY studies_deviation_owner ON studies_deviation;
DROP POLICY studies_draw_owner ON studies_draw;
DROP POLICY studies_entry_owner_of_study ON studies_entry;
{"".join(f"DROP POLICY {table}_owner_of_study ON {table};" for table in (
    "cases_programme", "talks_talk", "interventions_intervention", "interventions_stretch"))}
DROP TRIGGER keep_frozen ON studies_study;
DROP FUNCTION studies_keep_frozen();
""" + "".join(
    f"DROP POLICY IF EXISTS {table}_app_insert ON {table};"
    f"DROP POLICY IF EXISTS {table}_app_update ON {table};" + down(table)
    for table in [*TABLES, "studies_study", "studies_methodnote"]
) + """
DROP FUNCTION studies_duties(uuid);
DROP POLICY IF EXISTS studies_member_owner ON studies_member;
DROP POLICY IF EXISTS studies_study_owner ON studies_study;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("studies", "0001_first"),
        ("access", "0002_keys_and_walls"),
        ("cases", "0002_walls"),
        ("talks", "0001_first"),
        ("interventions", "0001_first"),
    ]
    operations = [
        migrations.RunSQL(
            DUTIES + STUDY + "".join(walls(table, *who) for table, who in TABLES.items()) + NOTES + FROZEN + FOLLOWED,
            BACK,
        )
    ]
