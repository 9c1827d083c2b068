from django.apps import AppConfig


class DutiesRoom(AppConfig):
    name = "sammetag.duties"
