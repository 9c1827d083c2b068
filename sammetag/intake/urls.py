from django.urls import path

from sammetag.intake import take_in_page, template_page

urlpatterns = [
    path("intake/", take_in_page.take_in_page, name="take-in"),
    path("intake/template/", template_page.template_file, name="intake-template"),
]
