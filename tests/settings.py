"""The settings of the tests: those of the demo, without HTTPS and with a quick password hash."""

import os
import tempfile
from pathlib import Path

from sammetag.keyring import ring

KEYS_OF_THE_TESTS = Path(tempfile.gettempdir()) / f"sammetag-test-keys-{os.getuid()}"
if not KEYS_OF_THE_TESTS.exists():
    ring.write(KEYS_OF_THE_TESTS, ring.new_keys())
os.environ["SAMMETAG_KEYS"] = str(KEYS_OF_THE_TESTS)
os.environ["SAMMETAG_DEMO"] = "True"
os.environ["SAMMETAG_HTTPS"] = "False"

from sammetag.config.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# What the worker of the tests knows besides.
PROCRASTINATE_IMPORT_PATHS = ["tests.config.jobs_of_the_tests"]
