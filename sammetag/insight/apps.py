from django.apps import AppConfig


class InsightRoom(AppConfig):
    name = "sammetag.insight"
