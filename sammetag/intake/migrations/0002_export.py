"""Exports, each seen by whoever asked for it alone; the owner sees those that are to be thrown away."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from sammetag.access.policies import APP, OWNER, down, wall

OLD = "asked_at < now() - interval '24 hours'"
UP = f"""
{wall("intake_export", "account_id = (SELECT access_uid())")}
REVOKE DELETE ON intake_export FROM {APP};
CREATE POLICY intake_export_owner ON intake_export TO {OWNER} USING ({OLD}) WITH CHECK (sealed IS NULL);

CREATE FUNCTION intake_throw_away_exports() RETURNS bigint LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    WITH gone AS (
        UPDATE intake_export SET sealed = NULL, cases = '{{}}', stage = 'removed', removed_at = now()
        WHERE {OLD} AND stage <> 'removed' RETURNING 1)
    SELECT count(*) FROM gone;
$$;
"""
BACK = f"""
DROP FUNCTION intake_throw_away_exports();
DROP POLICY intake_export_owner ON intake_export;
{down("intake_export")}
"""


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0001_events_without_a_case"),
        ("access", "0002_keys_and_walls"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name='Export',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('reason', models.CharField(choices=[('review', 'Vi gennemgår forløbene i enheden'), ('answer', 'Vi skal svare en myndighed eller ledelsen'), ('move', 'Vi flytter forløbene til et andet system')], max_length=16)),
                ('form', models.CharField(choices=[('xlsx', 'Excel (.xlsx)'), ('csv', 'CSV')], max_length=8)),
                ('language', models.CharField(max_length=8)),
                ('with_cpr', models.BooleanField(default=False)),
                ('stage', models.CharField(choices=[('asked', 'venter'), ('made', 'klar'), ('removed', 'slettet')], default='asked', max_length=16)),
                ('asked_at', models.DateTimeField()),
                ('made_at', models.DateTimeField(null=True)),
                ('fetched_at', models.DateTimeField(null=True)),
                ('removed_at', models.DateTimeField(null=True)),
                ('programmes', models.PositiveIntegerField(default=0)),
                ('rows', models.PositiveIntegerField(default=0)),
                ('cases', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('sealed', models.BinaryField(null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['account', 'asked_at'], name='export_by_account')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('sealed__isnull', False), ('stage', 'made')), models.Q(models.Q(('stage', 'made'), _negated=True), ('sealed__isnull', True)), _connector='OR'), name='export_holds_a_file_while_it_is_made')],
            },
        ),
        migrations.RunSQL(UP, BACK),
    ]
