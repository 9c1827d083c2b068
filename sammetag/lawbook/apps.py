from django.apps import AppConfig


class LawbookRoom(AppConfig):
    name = "sammetag.lawbook"
