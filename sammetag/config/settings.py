"""All settings of Sammetag. They come from the environment; docs/settings.md lists them."""

from __future__ import annotations

from pathlib import Path

from sammetag.config import environment
from sammetag.config.database import APP, django_database

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent

DEMO = environment.switch("SAMMETAG_DEMO", default=False)
DEBUG = False
SECRET_KEY = environment.text("SAMMETAG_SECRET_KEY", "only-for-commands-that-serve-nobody")
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
    "sammetag.config",
    "sammetag.design",
    "sammetag.journal",
    "sammetag.people",
    "sammetag.access",
    "sammetag.cases",
    "sammetag.plan",
    "sammetag.interventions",
    "sammetag.talks",
    "sammetag.duties",
    "sammetag.thread",
    "sammetag.desk",
    "sammetag.intake",
    "sammetag.handover",
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

SESSION_COOKIE_AGE = 8 * 60 * 60
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

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
