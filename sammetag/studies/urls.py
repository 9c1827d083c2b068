from django.urls import path

from sammetag.studies import published_page

urlpatterns = [
    path("studies/published/", published_page.published_page, name="published-figures"),
]
