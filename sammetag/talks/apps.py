from django.apps import AppConfig


class TalksRoom(AppConfig):
    name = "sammetag.talks"
