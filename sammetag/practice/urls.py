from django.urls import path

from sammetag.practice import limit_page, own_page, reading_page

urlpatterns = [
    path("law/own/", own_page.own_page, name="own-law"),
    path("law/own/readings/<slug:question>/", reading_page.reading_page, name="own-reading"),
    path("law/own/readings/<slug:question>/withdraw/", reading_page.withdraw_page, name="withdraw-reading"),
    path("law/own/limits/<slug:area>/", limit_page.limit_page, name="own-limit"),
    path("law/own/limits/<slug:area>/withdraw/", limit_page.withdraw_page, name="withdraw-limit"),
]
