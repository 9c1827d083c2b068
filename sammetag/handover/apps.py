from django.apps import AppConfig


class HandOverRoom(AppConfig):
    name = "sammetag.handover"
