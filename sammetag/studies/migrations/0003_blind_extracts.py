"""An extract that names the arms stays closed to whoever is blind until the study is closed."""

from django.db import migrations

from sammetag.access.policies import APP

SEEN = "cardinality(studies_duties(study_id)) > 0"
MAY_KNOW = """(blind OR studies_duties(study_id) && ARRAY['responsible', 'draws']::varchar[]
    OR EXISTS (SELECT 1 FROM studies_study s WHERE s.id = study_id AND s.closed_at IS NOT NULL))"""


def reading(condition: str) -> str:
    return f"""
        DROP POLICY studies_frozenextract_app ON studies_frozenextract;
        CREATE POLICY studies_frozenextract_app ON studies_frozenextract FOR SELECT TO {APP} USING ({condition});
    """


class Migration(migrations.Migration):
    dependencies = [("studies", "0002_walls")]
    operations = [migrations.RunSQL(reading(f"{SEEN} AND {MAY_KNOW}"), reading(SEEN))]
