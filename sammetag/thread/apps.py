from django.apps import AppConfig


class ThreadRoom(AppConfig):
    name = "sammetag.thread"
