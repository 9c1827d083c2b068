"""The settings of the tests: those of the demo, without HTTPS and with a quick password hash."""

import os

os.environ["SAMMETAG_DEMO"] = "True"
os.environ["SAMMETAG_HTTPS"] = "False"

from sammetag.config.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
