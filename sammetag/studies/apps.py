from django.apps import AppConfig


class StudiesRoom(AppConfig):
    name = "sammetag.studies"
