from django.apps import AppConfig


class IntakeRoom(AppConfig):
    name = "sammetag.intake"
