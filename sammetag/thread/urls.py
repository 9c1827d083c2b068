from django.urls import path

from sammetag.thread import case_page

urlpatterns = [
    path("cases/<uuid:case_id>/", case_page.case_page, name="case"),
]
