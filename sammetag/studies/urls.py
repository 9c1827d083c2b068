from django.urls import path

from sammetag.studies import list_page, power_page, published_page, study_page, urls_around

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
    *urls_around.urlpatterns,
]
