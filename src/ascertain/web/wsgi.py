"""What a web server calls: ``ascertain.web.wsgi:application``."""

from __future__ import annotations

import os
from pathlib import Path

import allauth.account
import allauth.mfa
from django.core.wsgi import get_wsgi_application
from whitenoise import WhiteNoise

import ascertain.publish.html
import ascertain.publish.proof

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ascertain.web.settings")
_WEEK_SECONDS = 7 * 24 * 60 * 60
_PROOF = Path(ascertain.publish.proof.__file__).with_name("style")
_REPORT = Path(ascertain.publish.html.__file__).with_name("style")

# Addresses of these files carry the version, so that a browser may keep them.
application = WhiteNoise(get_wsgi_application(), max_age=_WEEK_SECONDS)
application.add_files(str(Path(__file__).with_name("pages") / "static"), prefix="static/")
application.add_files(str(_REPORT), prefix="static/report/")
application.add_files(str(_PROOF), prefix="static/proof/")
for part in (allauth.account, allauth.mfa):  # the scripts by which a browser asks for a passkey
    application.add_files(str(Path(part.__file__).with_name("static")), prefix="static/")
