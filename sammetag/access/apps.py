from importlib import import_module

from django.apps import AppConfig


class AccessRoom(AppConfig):
    name = "sammetag.access"

    def ready(self) -> None:
        # Every log-in begins a session's hours, also one that comes before the first page was asked for.
        import_module("sammetag.access.log_in")
