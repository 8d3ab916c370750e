"""The page that is shown while something is still being worked out."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ascertain.web.asking.desk import Working
from ascertain.web.asking.who import Asking


def under_way(request: HttpRequest, who: Asking, here: str, working: Working) -> HttpResponse:
    """Say how far it is, and lead to the same address again."""
    context = {"who": who, "here": here, "working": working, "again": request.get_full_path()}
    return render(request, "under-way.html.j2", context, status=HTTPStatus.ACCEPTED)
