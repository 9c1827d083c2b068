from django.apps import AppConfig


class AccessRoom(AppConfig):
    name = "sammetag.access"
