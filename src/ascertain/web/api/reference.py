"""The schema as a file for programs, and as a page for people that needs no script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ascertain.web.api.openapi import openapi
from ascertain.web.api.problems import Kind

_REFERENCE = "$ref"


@dataclass(frozen=True, slots=True)
class Part:
    """A parameter or a field: its name, of what kind it is, whether it has to be there, and what it is."""

    name: str
    kind: str
    needed: bool
    says: str


@dataclass(frozen=True, slots=True)
class Told:
    """An operation as the page shows it; ``gives`` and ``takes`` name shapes."""

    id: str
    method: str
    path: str
    title: str
    says: str
    parameters: tuple[Part, ...]
    takes: str
    gives: str
    public: bool


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """The schema of the API (OpenAPI 3.1)."""
    return HttpResponse(json.dumps(openapi(), ensure_ascii=False, indent=2), "application/json")


@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """The schema for people."""
    return render(request, "api.html.j2", {"description": openapi()["info"]["description"].split("\n\n"), **_told()})


@cache
def _told() -> dict[str, object]:
    groups: dict[str, list[Told]] = {}
    for path, operations in openapi()["paths"].items():
        for method, operation in operations.items():
            groups.setdefault(operation["tags"][0], []).append(_operation(path, method, operation))
    shapes = openapi()["components"]["schemas"]
    parts = [(name, one.get("description", ""), tuple(_fields(one))) for name, one in sorted(shapes.items())]
    return {"groups": groups, "shapes": [one for one in parts if one[2]], "problems": list(Kind)}


def _operation(path: str, method: str, operation: dict[str, Any]) -> Told:
    parameters = tuple(
        Part(one["name"], _kind(one["schema"]), one["required"], one.get("description", ""))
        for one in operation["parameters"]
    )
    good = next(told for status, told in operation["responses"].items() if status in {"200", "201"})
    return Told(
        id=operation["operationId"],
        method=method.upper(),
        path=path,
        title=operation["summary"],
        says=operation.get("description", ""),
        parameters=parameters,
        takes=_content(operation.get("requestBody", {})),
        gives=_content(good),
        public=not operation["security"],
    )


def _content(told: dict[str, Any]) -> str:
    return next((_kind(one["schema"]) for one in told.get("content", {}).values()), "")


def _fields(shape: dict[str, Any]) -> Iterator[Part]:
    needed = shape.get("required", ())
    for name, one in shape.get("properties", {}).items():
        yield Part(name, _kind(one), name in needed, one.get("description", ""))


def _kind(shape: dict[str, Any]) -> str:
    """Of what kind a value is, in a few words."""
    if _REFERENCE in shape:
        return str(shape[_REFERENCE]).rpartition("/")[2]
    if "enum" in shape:
        return " or ".join(map(str, shape["enum"]))
    several = shape.get("anyOf") or shape.get("allOf")
    if several:
        return " or ".join(dict.fromkeys(_kind(one) for one in several))
    if shape.get("type") == "array":
        return f"list of {_kind(shape.get('items', {}))}"
    if "properties" in shape and shape.get("title") == "MultiPartBodyParams":
        return f"form with {', '.join(shape['properties'])}"
    return str(shape.get("format") or shape.get("type") or "anything")
