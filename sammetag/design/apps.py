from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "sammetag.design"
    label = "design"
    verbose_name = "Design"
