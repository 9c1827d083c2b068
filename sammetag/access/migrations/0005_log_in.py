"""With what people log in, how often somebody tried, and when they logged out everywhere; each behind a wall.

Nobody is known while somebody logs in. So the wall asks two more settings beside `app.uid`, both for one
transaction: `app.proving`, the account that somebody is just proving to be, and `app.tried`, the hashes of the
user name and the address that they try from.
"""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

from sammetag.access.policies import APP, OWNER, down, force

FUNCTIONS = """
CREATE FUNCTION access_proving() RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT nullif(current_setting('app.proving', true), '')::uuid
$$;
CREATE FUNCTION access_tried() RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT string_to_array(coalesce(current_setting('app.tried', true), ''), ',')
$$;
"""
OWN = "account_id = (SELECT access_uid())"
OWN_OR_PROVING = f"({OWN} OR account_id = (SELECT access_proving()))"
NAME = "encode(name_mark, 'hex') = ANY ((SELECT access_tried())::text[])"
ADDRESS = "encode(address_mark, 'hex') = ANY ((SELECT access_tried())::text[])"
# What no limit counts any more; where somebody got in from is worth knowing for longer.
OLD = "at < now() - CASE kind WHEN 'right' THEN interval '30 days' ELSE interval '1 day' END"
TABLES = ["access_factor", "access_logintry", "access_sessionsended"]


def for_app(table: str, command: str, condition: str) -> str:
    clauses = {"INSERT": ["WITH CHECK"], "UPDATE": ["USING", "WITH CHECK"]}.get(command, ["USING"])
    asked = " ".join(f"{clause} ({condition})" for clause in clauses)
    return f"CREATE POLICY {table}_app_{command.lower()} ON {table} FOR {command} TO {APP} {asked};"


def for_owner(table: str) -> str:
    return f"CREATE POLICY {table}_owner ON {table} TO {OWNER} USING (true) WITH CHECK (true);"


WALLS = "".join(
    [
        *(force(table) for table in TABLES),
        # Whoever runs the server takes away what was lost, as the owner.
        for_owner("access_factor"),
        for_owner("access_sessionsended"),
        for_app("access_factor", "SELECT", OWN_OR_PROVING),
        for_app("access_factor", "UPDATE", OWN_OR_PROVING),
        for_app("access_factor", "INSERT", OWN),
        for_app("access_factor", "DELETE", OWN),
        for_app("access_logintry", "SELECT", f"{NAME} OR {ADDRESS}"),
        for_app("access_logintry", "INSERT", f"{NAME} AND {ADDRESS}"),
        for_app("access_logintry", "DELETE", OLD),
        for_app("access_sessionsended", "SELECT", OWN),
        for_app("access_sessionsended", "UPDATE", OWN),
        for_app("access_sessionsended", "INSERT", OWN),
        f"REVOKE UPDATE ON access_logintry FROM {APP};",
        f"REVOKE DELETE ON access_sessionsended FROM {APP};",
    ]
)
BACK = "".join(
    f"DROP POLICY IF EXISTS {table}_owner ON {table};"
    + "".join(
        f"DROP POLICY IF EXISTS {table}_app_{one} ON {table};" for one in ("select", "update", "insert", "delete")
    )
    + down(table)
    for table in TABLES
)


class Migration(migrations.Migration):
    dependencies = [("access", "0004_leaders"), ("people", "0001_first")]

    operations = [
        migrations.CreateModel(
            name="Factor",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("app", "App"), ("passkey", "Passkey"), ("recovery", "Recovery")], max_length=8
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=60)),
                ("secret", models.BinaryField(null=True)),
                ("credential", models.BinaryField(null=True, unique=True)),
                ("public_key", models.BinaryField(null=True)),
                ("sign_count", models.BigIntegerField(default=0)),
                ("step", models.BigIntegerField(default=0)),
                ("made_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
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
                    models.CheckConstraint(
                        condition=Q(kind="passkey", credential__isnull=False, public_key__isnull=False)
                        | Q(~Q(kind="passkey"), secret__isnull=False),
                        name="factor_holds_what_it_proves_with",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LogInTry",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name_mark", models.BinaryField()),
                ("address_mark", models.BinaryField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("password", "Password"), ("code", "Code"), ("right", "Right")], max_length=8
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["name_mark", "at"], name="try_by_name"),
                    models.Index(fields=["address_mark", "at"], name="try_by_address"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SessionsEnded",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.RunSQL(
            FUNCTIONS + WALLS, BACK + "DROP FUNCTION access_tried(); DROP FUNCTION access_proving();"
        ),
    ]
