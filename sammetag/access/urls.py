from django.urls import path

from sammetag.access import login_page

urlpatterns = [
    path("log-in/", login_page.password_log_in, name="log-in"),
    path("log-in/password/", login_page.password_log_in, name="password-log-in"),
    path("log-out/", login_page.log_out, name="log-out"),
]
