from django.apps import AppConfig


class DeskRoom(AppConfig):
    name = "sammetag.desk"
