from django.urls import path

from sammetag.desk import colleague_day_page, colleagues_page, my_day_page, search_page

urlpatterns = [
    path("", my_day_page.front, name="front"),
    path("my-day/", my_day_page.my_day, name="my-day"),
    path("colleagues/", colleagues_page.colleagues, name="colleagues"),
    path("colleagues/<uuid:staff_id>/day/", colleague_day_page.colleague_day, name="colleague-day"),
    path("my-day/own/", my_day_page.own_day, name="own-day"),
    path("search/", search_page.search_page, name="search"),
]
