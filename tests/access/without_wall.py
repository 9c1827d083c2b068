"""The tables that have no wall, each with the reason why it needs none."""

from __future__ import annotations

WITHOUT_WALL = {
    "people_municipality": "neutral: names of municipalities",
    "people_unit": "neutral: names and keys of places of work",
    "django_session": "read before anybody is known, by a key that nobody can guess",
    "django_migrations": "which migrations were run",
    "django_content_type": "names of tables",
    "auth_permission": "Django's own rights, which nobody holds here",
    "auth_group": "empty: roles are in access_roleheld",
    "auth_group_permissions": "empty, as auth_group",
    "pghistory_context": "empty: no context is attached to row history",
    "journal_seal": "counts and hashes, signed; the app may not see it",
    "journal_leaf": "hashes that tell nothing without a row's salt; the app may not see it",
    "journal_shipment": "which seal was sent where; the app may not see it",
    "procrastinate_jobs": "names of jobs and ids: a job reads the rest behind the wall of its person",
    "procrastinate_events": "when each job was asked for, begun and ended",
    "procrastinate_workers": "when each worker last gave a sign of life",
    "procrastinate_periodic_defers": "empty: housekeeping is no job (config/working.py)",
}
