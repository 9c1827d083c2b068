from django.apps import AppConfig


class PracticeRoom(AppConfig):
    name = "sammetag.practice"
