from django.apps import AppConfig


class InterventionsRoom(AppConfig):
    name = "sammetag.interventions"
