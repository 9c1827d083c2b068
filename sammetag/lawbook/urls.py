from django.urls import path

from sammetag.lawbook import (
    assess_page,
    changes_page,
    citizens_page,
    law_page,
    money_page,
    on_page,
    reforms_page,
    rule_page,
)

urlpatterns = [
    path("law/", law_page.law_page, name="law"),
    path("law/on/", on_page.on_page, name="law-on"),
    path("law/changes/", changes_page.changes_page, name="law-changes"),
    path("law/citizens/", citizens_page.citizens_page, name="law-for-citizens"),
    path("law/reforms/", reforms_page.reforms_page, name="law-reforms"),
    path("law/benefit/", money_page.benefit_page, name="benefit"),
    path("law/reimbursement/", money_page.reimbursement_page, name="reimbursement"),
    path("law/assess/", assess_page.assess_page, name="assess"),
    path("cases/<uuid:case_id>/assess/", assess_page.assess_case_page, name="assess-case"),
    path("cases/<uuid:case_id>/benefit/", money_page.benefit_case_page, name="benefit-case"),
    path(
        "cases/<uuid:case_id>/reimbursement/", money_page.reimbursement_case_page, name="reimbursement-case"
    ),
    path("law/<str:name>/", rule_page.rule_page, name="law-of"),
]
