"""Gives booked talks to another leader, each where the new one is free, in one question for any number.

Whether somebody is free only the constraint knows: it sees the talks of other units, which the app does not.
"""

from django.db import migrations

UP = """
CREATE FUNCTION talks_pass_on(talks uuid[], takers uuid[]) RETURNS uuid[] LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
    one record;
    passed uuid[] := '{}';
BEGIN
    FOR one IN
        SELECT t.id, t.leader_id AS giver, w.taker
        FROM unnest(talks, takers) AS w (talk, taker) JOIN talks_talk t ON t.id = w.talk
        ORDER BY t.starts_at, t.id
    LOOP
        BEGIN
            UPDATE talks_talk SET leader_id = one.taker, version = version + 1 WHERE id = one.id;
            -- Whoever was asked as a guest and now leads changes places with whoever led.
            UPDATE talks_participant SET staff_id = one.giver WHERE talk_id = one.id AND staff_id = one.taker;
            passed := passed || one.id;
        EXCEPTION WHEN exclusion_violation THEN
            CONTINUE;
        END;
    END LOOP;
    RETURN passed;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("talks", "0002_walls")]
    operations = [migrations.RunSQL(UP, "DROP FUNCTION talks_pass_on(uuid[], uuid[]);")]
