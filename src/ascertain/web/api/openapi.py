"""The API's routes in; its schema (OpenAPI 3.1), with how every request can be refused, out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from ascertain.web.api.application import api
from ascertain.web.api.problems import TYPE, Kind
from ascertain.web.api.shapes.problem import ProblemDetails

_PUBLIC = "/api/published"
_SECURITY = {
    "token": {"type": "http", "scheme": "bearer", "description": "A personal token."},
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "sessionid",
        "description": "A browser that is signed in; with X-CSRFToken for what changes anything.",
    },
}
_PROBLEM = "ProblemDetails"


@cache
def openapi() -> dict[str, Any]:
    """The schema of the API."""
    made: dict[str, Any] = dict(api.get_openapi_schema(path_prefix="/api/"))
    components = made["components"]
    shape = ProblemDetails.model_json_schema(ref_template="#/components/schemas/{model}")
    components["schemas"] |= shape.pop("$defs", {}) | {_PROBLEM: shape}
    components["responses"] = {kind.word: _refusal(kind) for kind in Kind}
    components["securitySchemes"] = _SECURITY
    for path, operations in made["paths"].items():
        for method, operation in operations.items():
            public = path.startswith(_PUBLIC)
            operation["security"] = [] if public else [{name: []} for name in _SECURITY]
            for kind in _refused(method, operation, path):
                operation["responses"][kind.status] = {"$ref": f"#/components/responses/{kind.word}"}
            operation["responses"] = {str(status): told for status, told in sorted(operation["responses"].items())}
    return made


def _refused(method: str, operation: dict[str, Any], path: str) -> Iterator[Kind]:
    """How an operation can be refused."""
    yield Kind.TOO_OFTEN
    if not path.startswith(_PUBLIC):
        yield from (Kind.NOT_SIGNED_IN, Kind.NOT_ALLOWED)
    if "{" in path:
        yield Kind.NOT_FOUND
    if operation.get("parameters") or "requestBody" in operation:
        yield Kind.UNFIT
    if method != "get":
        yield from (Kind.UNREADABLE, Kind.CONFLICT, Kind.TOO_LARGE)


def _refusal(kind: Kind) -> dict[str, Any]:
    example = {
        "type": f"/api/#{kind.word}",
        "title": kind.title,
        "status": kind.status,
        "detail": kind.title,
        "instance": "/api/reviews",
        "remedy": kind.remedy,
        "errors": [],
    }
    schema = {"$ref": f"#/components/schemas/{_PROBLEM}"}
    return {"description": kind.title, "content": {TYPE: {"schema": schema, "example": example}}}
