from django.urls import path

from sammetag.cases import draft_page, purpose_page

urlpatterns = [
    path("cases/<uuid:case_id>/purpose/", purpose_page.say, name="purpose"),
    path("cases/<uuid:case_id>/drafts/<slug:form>/", draft_page.keep, name="draft"),
    path("cases/<uuid:case_id>/drafts/<slug:form>/drop/", draft_page.drop, name="drop-draft"),
]
