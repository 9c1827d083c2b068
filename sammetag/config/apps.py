from django.apps import AppConfig


class ConfigRoom(AppConfig):
    name = "sammetag.config"
