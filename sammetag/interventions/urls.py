from django.urls import path

from sammetag.interventions import (
    change_page,
    exemption_page,
    guarantee_page,
    intervention_page,
    new_page,
)

urlpatterns = [
    path("cases/<uuid:case_id>/interventions/new/", new_page.new_page, name="new-intervention"),
    path(
        "cases/<uuid:case_id>/interventions/<uuid:intervention_id>/",
        intervention_page.intervention_page,
        name="intervention",
    ),
    path(
        "cases/<uuid:case_id>/interventions/<uuid:intervention_id>/change/",
        change_page.change_page,
        name="change-intervention",
    ),
    path("cases/<uuid:case_id>/guarantee/", guarantee_page.guarantee_page, name="guarantee"),
    path("cases/<uuid:case_id>/exemptions/", exemption_page.exemption_page, name="exemption"),
]
