"""Who an account is at an identity provider, behind a wall: the app asks for one name and reads no list of them."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from sammetag.access.policies import APP, OWNER, down, force

# Nobody is known yet when somebody comes from the provider, so this runs as the owner. Whoever knows the name
# that the provider gave somebody learns one account, and nobody learns the names.
UP = f"""
CREATE FUNCTION access_account_of(issuer text, subject text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT i.account_id FROM access_identity i WHERE i.issuer = $1 AND i.subject = $2
$$;
{force("access_identity")}
CREATE POLICY access_identity_owner ON access_identity TO {OWNER} USING (true) WITH CHECK (true);
CREATE POLICY access_identity_app ON access_identity FOR SELECT TO {APP}
    USING (account_id = (SELECT access_uid()));
REVOKE INSERT, UPDATE, DELETE ON access_identity FROM {APP};
"""
BACK = f"""
DROP POLICY IF EXISTS access_identity_owner ON access_identity;
{down("access_identity")}
DROP FUNCTION access_account_of(text, text);
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0005_log_in"), ("people", "0001_first")]

    operations = [
        migrations.CreateModel(
            name="Identity",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("issuer", models.CharField(max_length=255)),
                ("subject", models.CharField(max_length=255)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("issuer", "subject"), name="subject_is_one_account"),
                    models.UniqueConstraint(fields=("account", "issuer"), name="account_is_one_subject"),
                ],
            },
        ),
        migrations.RunSQL(UP, BACK),
    ]
