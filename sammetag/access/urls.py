from django.urls import path

from sammetag.access import adding_page, login_page, proof_page, provider_page, security_page

urlpatterns = [
    path("log-in/", login_page.password_log_in, name="log-in"),
    path("log-in/password/", login_page.password_log_in, name="password-log-in"),
    path("log-in/oidc/", provider_page.set_out, name="provider-log-in"),
    path("log-in/oidc/answer/", provider_page.answer, name="provider-answer"),
    path("log-in/second-step/", login_page.second_step, name="second-step"),
    path("log-in/passkey/", login_page.passkey_log_in, name="passkey-log-in"),
    path("log-in/passkey/options/", login_page.passkey_options, name="passkey-options"),
    path("log-in/first-factor/", security_page.first_factor, name="first-factor"),
    path("log-in/on/", login_page.go_on, name="go-on"),
    path("log-out/", login_page.log_out, name="log-out"),
    path("prove/", proof_page.prove, name="prove"),
    path("security/", security_page.security, name="security"),
    path("security/app/", adding_page.add_app, name="add-app"),
    path("security/passkey/", adding_page.add_passkey, name="add-passkey"),
    path("security/passkey/options/", adding_page.new_passkey_options, name="new-passkey-options"),
    path("security/remove/", security_page.remove_factor, name="remove-factor"),
    path("security/recovery-codes/", security_page.recovery_codes, name="recovery-codes"),
    path("security/sessions/", security_page.end_sessions, name="end-sessions"),
]
