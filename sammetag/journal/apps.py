from django.apps import AppConfig


class JournalRoom(AppConfig):
    name = "sammetag.journal"
