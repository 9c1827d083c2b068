"""Every door into Sammetag. tests/access/test_matrix.py knows them all, and fails when one is new."""

from __future__ import annotations

from django.conf import settings
from django.urls import include, path
from django.views.i18n import set_language

from sammetag.access.signed_in import open_to_all

handler400 = "sammetag.config.failures.bad_request"
handler404 = "sammetag.config.failures.not_found"
handler500 = "sammetag.config.failures.went_wrong"

urlpatterns = [
    path("language/", open_to_all(set_language), name="language"),
    path("", include("sammetag.access.urls")),
    path("", include("sammetag.practice.urls")),
    path("", include("sammetag.cases.urls")),
    path("", include("sammetag.talks.urls")),
    path("", include("sammetag.plan.urls")),
    path("", include("sammetag.interventions.urls")),
    path("", include("sammetag.thread.urls")),
    path("", include("sammetag.desk.urls")),
    path("", include("sammetag.intake.urls")),
    path("", include("sammetag.handover.urls")),
    path("", include("sammetag.insight.urls")),
    path("", include("sammetag.lawbook.urls")),
    path("", include("sammetag.studies.urls")),
]
if settings.DEMO:
    urlpatterns.insert(0, path("", include("sammetag.demo.urls")))
