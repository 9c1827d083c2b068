from django.urls import path

from sammetag.desk import my_day_page, search_page

urlpatterns = [
    path("", my_day_page.front, name="front"),
    path("my-day/", my_day_page.my_day, name="my-day"),
    path("search/", search_page.search_page, name="search"),
]
