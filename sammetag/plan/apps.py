from django.apps import AppConfig


class PlanRoom(AppConfig):
    name = "sammetag.plan"
