from django.apps import AppConfig


class CasesRoom(AppConfig):
    name = "sammetag.cases"
