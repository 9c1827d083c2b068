"""Which of some words is a name of somebody in a study: for a check that keeps the names out of quotations.

It answers with words that were asked about, never with a person; of whom only those who write in the study
may ask, and a text's worth of words at a time.
"""

from django.db import migrations

from sammetag.access.policies import APP, OWNER

OWN_STUDY = "nullif((SELECT current_setting('app.study', true)), '')::uuid"

NAMED = f"""
CREATE POLICY cases_case_owner_of_study ON cases_case FOR SELECT TO {OWNER}
    USING (id IN (SELECT e.case_id FROM studies_entry e WHERE e.study_id = {OWN_STUDY}));
CREATE POLICY people_citizen_owner_of_study ON people_citizen FOR SELECT TO {OWNER}
    USING (id IN (SELECT c.citizen_id FROM cases_case c JOIN studies_entry e ON e.case_id = c.id
                  WHERE e.study_id = {OWN_STUDY}));

CREATE FUNCTION studies_named(the_study uuid, words text[]) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found text[];
BEGIN
    IF NOT studies_duties(the_study) && ARRAY['responsible', 'evaluates']::varchar[] THEN
        RAISE EXCEPTION 'this study is not theirs' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF cardinality(words) > 4000 THEN
        RAISE EXCEPTION 'more words than a text has' USING ERRCODE = 'program_limit_exceeded';
    END IF;
    PERFORM set_config('app.study', the_study::text, true);
    SELECT coalesce(array_agg(DISTINCT part), '{{}}') INTO found
    FROM studies_entry e
    JOIN cases_case c ON c.id = e.case_id
    JOIN people_citizen p ON p.id = c.citizen_id,
    regexp_split_to_table(p.search_name, '[ \\-.'']+') AS part
    WHERE e.study_id = the_study AND part = ANY(words);
    PERFORM set_config('app.study', '', true);
    RETURN found;
END $$;
GRANT EXECUTE ON FUNCTION studies_named(uuid, text[]) TO {APP};
"""

BACK = """
DROP FUNCTION studies_named(uuid, text[]);
DROP POLICY people_citizen_owner_of_study ON people_citizen;
DROP POLICY cases_case_owner_of_study ON cases_case;
"""


class Migration(migrations.Migration):
    dependencies = [("studies", "0003_blind_extracts"), ("people", "0001_first"), ("cases", "0002_walls")]
    operations = [migrations.RunSQL(NAMED, BACK)]
