"""Every address of the site: its pages, and its API."""

from __future__ import annotations

from django.urls import path

from ascertain.web.api.application import api
from ascertain.web.api.reference import reference, schema
from ascertain.web.pages import urls as pages

urlpatterns = [
    *pages.urlpatterns,
    path("api/", reference, name="api"),
    path("api/openapi.json", schema, name="api-schema"),
    path("api/", api.urls),
]

handler400 = pages.handler400
handler403 = pages.handler403
handler404 = pages.handler404
handler500 = pages.handler500
handler429 = pages.handler429
