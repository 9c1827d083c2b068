from django.urls import path

from sammetag.insight import give_page

urlpatterns = [
    path("cases/<uuid:case_id>/insight/", give_page.give_page, name="give-insight"),
]
