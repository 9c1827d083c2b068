from django.urls import path

from sammetag.thread import case_page, plan_page

urlpatterns = [
    path("cases/<uuid:case_id>/", case_page.case_page, name="case"),
    path("cases/<uuid:case_id>/plan/", plan_page.plan_page, name="plan"),
]
