from django.urls import path

from sammetag.studies import (
    deviation_page,
    draw_page,
    extract_page,
    flow_page,
    list_page,
    log_page,
    power_page,
    published_page,
    report_page,
    study_page,
    urls_around,
)

urlpatterns = [
    path("studies/", list_page.studies_page, name="studies"),
    path("studies/published/", published_page.published_page, name="published-figures"),
    path("studies/power/", power_page.power_page, name="study-power"),
    path("studies/new/", list_page.new_study_page, name="new-study"),
    path("studies/<uuid:study_id>/", study_page.study_page, name="study"),
    path("studies/<uuid:study_id>/protocol/", list_page.protocol_page, name="study-protocol"),
    path("studies/<uuid:study_id>/freeze/", study_page.freeze_page, name="freeze-study"),
    path("studies/<uuid:study_id>/amend/", study_page.amend_page, name="amend-study"),
    path("studies/<uuid:study_id>/close/", study_page.close_page, name="close-study"),
    path("studies/<uuid:study_id>/members/", study_page.members_page, name="study-members"),
    path(
        "studies/<uuid:study_id>/members/<uuid:member_id>/end/", study_page.end_member_page, name="end-member"
    ),
    path("studies/<uuid:study_id>/draw/", draw_page.draw_page, name="study-draw"),
    path("studies/<uuid:study_id>/draws/<uuid:draw_id>/", draw_page.drawn_page, name="study-drawn"),
    path("studies/<uuid:study_id>/log/", log_page.log_page, name="study-log"),
    path("studies/<uuid:study_id>/flow/", flow_page.flow_page, name="study-flow"),
    path("studies/<uuid:study_id>/deviations/new/", deviation_page.deviation_page, name="study-deviation"),
    path("studies/<uuid:study_id>/extracts/", extract_page.extracts_page, name="study-extracts"),
    path(
        "studies/<uuid:study_id>/extracts/<uuid:extract_id>/",
        extract_page.extract_file,
        name="study-extract-file",
    ),
    path(
        "studies/<uuid:study_id>/extracts/<uuid:extract_id>/report/",
        report_page.report_page,
        name="study-report",
    ),
    path(
        "studies/<uuid:study_id>/extracts/<uuid:extract_id>/report/<slug:form>/",
        report_page.report_file,
        name="study-report-file",
    ),
    *urls_around.urlpatterns,
]
