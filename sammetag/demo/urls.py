from django.urls import path

from sammetag.demo import login_page

urlpatterns = [path("log-in/", login_page.pick_a_person, name="log-in")]
