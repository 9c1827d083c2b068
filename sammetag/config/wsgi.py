"""The door for the web server."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from sammetag.config import environment

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sammetag.config.settings")

# Whatever server comes through this door: without a secret of one's own, anybody could sign a session.
environment.secret("SAMMETAG_SECRET_KEY")
application = get_wsgi_application()
