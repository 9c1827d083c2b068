from django.urls import path

from sammetag.intake import export_page, take_in_page, template_page

urlpatterns = [
    path("intake/", take_in_page.take_in_page, name="take-in"),
    path("intake/template/", template_page.template_file, name="intake-template"),
    path("intake/export/", export_page.export_page, name="export-programmes"),
    path("intake/export/<uuid:export_id>/file/", export_page.export_file, name="export-file"),
    path("intake/export/<uuid:export_id>/remove/", export_page.drop_export, name="drop-export"),
]
