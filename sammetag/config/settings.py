"""All settings of Sammetag. They come from the environment; docs/settings.md lists them."""

from __future__ import annotations

from pathlib import Path

from sammetag.config import environment, identity_provider
from sammetag.config.database import APP, django_database

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent

DEMO = environment.switch("SAMMETAG_DEMO", default=False)
DEBUG = False
SECRET_KEY = environment.text("SAMMETAG_SECRET_KEY", "only-for-commands-that-serve-nobody")
# A file of keys that lies outside the database and its backups: `sammetag keys new`.
KEYS = environment.text("SAMMETAG_KEYS", "/nonexistent")
# The municipality's own log-in. None named: its addresses are not there.
OIDC = identity_provider.from_environment()
ALLOWED_HOSTS = environment.words("SAMMETAG_HOSTS", "localhost")
HTTPS = environment.switch("SAMMETAG_HTTPS", default=not DEMO)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "pgtrigger",
    "pghistory",
    "template_partials",
    "procrastinate.contrib.django",
    "sammetag.config",
    "sammetag.design",
    "sammetag.journal",
    "sammetag.people",
    "sammetag.access",
    "sammetag.practice",
    "sammetag.cases",
    "sammetag.plan",
    "sammetag.interventions",
    "sammetag.talks",
    "sammetag.duties",
    "sammetag.thread",
    "sammetag.desk",
    "sammetag.intake",
    "sammetag.handover",
    "sammetag.insight",
    "sammetag.lawbook",
    "sammetag.studies",
    "sammetag.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "sammetag.config.headers.ContentPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "sammetag.config.failures.DatabaseAway",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "sammetag.config.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "sammetag.config.failures.PlainSentences",
    "sammetag.cases.purpose_page.AskPurpose",
    "sammetag.access.wall.Wall",
    "sammetag.access.signed_in.LogInFirst",
]

ROOT_URLCONF = "sammetag.config.urls"
WSGI_APPLICATION = "sammetag.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "sammetag.config.surroundings.surroundings",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    },
]
FORM_RENDERER = "sammetag.design.form_renderer.FormRenderer"

DATABASES = {"default": django_database(APP)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ATOMIC_REQUESTS = False

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# At most so long after the log-in, however busy; and ended earlier by so long without a request.
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_IDLE_MINUTES = environment.number("SAMMETAG_IDLE_MINUTES", 60)
SESSION_ENGINE = "sammetag.access.session_store"
# Whether everybody who logs in with a password needs a passkey or codes besides.
SECOND_FACTOR = environment.switch("SAMMETAG_SECOND_FACTOR", default=not DEMO)
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "sammetag.config.failures.stale_form"
SECURE_SSL_REDIRECT = HTTPS
# Believed only where a proxy of ours sets it: anybody else could claim to have come by HTTPS.
BEHIND_PROXY = environment.switch("SAMMETAG_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_HANDLERS = ["sammetag.intake.upload.WithinLimit"]
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_SECURE = HTTPS
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Copenhagen"

STATIC_URL = "/static/"
STATIC_ROOT = CHECKOUT / "build" / "static"
STATICFILES_DIRS = [
    ("dkfds", CHECKOUT / "node_modules" / "dkfds" / "dist"),
    ("htmx", CHECKOUT / "node_modules" / "htmx.org" / "dist"),
]
STORAGES = {
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# A room's jobs lie in its module `jobs`.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        # A scanner that asks for another host, and a form with a fault in it, are no faults of ours.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "django.request": {"level": "ERROR"},
        # Each task that it knows, and each job twice: what jobs do is told by themselves (access/jobs.py).
        "procrastinate": {"level": "ERROR"},
        # Which passkey somebody used.
        "fido2": {"level": "WARNING"},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
}
