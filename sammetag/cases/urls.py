from django.urls import path

from sammetag.cases import cpr_page, draft_page, purpose_page

urlpatterns = [
    path("cases/<uuid:case_id>/cpr/", cpr_page.cpr_page, name="case-cpr"),
    path("cases/<uuid:case_id>/cpr/shown/", cpr_page.show_page, name="show-cpr"),
    path("cases/<uuid:case_id>/purpose/", purpose_page.say, name="purpose"),
    path("cases/<uuid:case_id>/drafts/<slug:form>/", draft_page.keep, name="draft"),
    path("cases/<uuid:case_id>/drafts/<slug:form>/drop/", draft_page.drop, name="drop-draft"),
]
