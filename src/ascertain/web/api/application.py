"""The API as a whole: its routes, who is let in, and how it tells what goes wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ninja import NinjaAPI
from ninja.operation import Operation
from ninja.renderers import JSONRenderer

from ascertain.web.api.callers import somebody
from ascertain.web.api.refusing import explain
from ascertain.web.api.routes import (
    answers,
    claims,
    documents,
    entries,
    exhibits,
    findings,
    governments,
    law,
    published,
    requests,
    reviews,
    weighing,
)

DESCRIPTION = """\
What you may see of the reviews of this site, and the acts that your own systems need most; by the same rules as its
pages. What you may not see is not there.

Send a token as `Authorization: Bearer TOKEN`; make it on the page *Tokens for programs*. A browser that is signed in
needs none; what it changes it sends with the `X-CSRFToken` of its cookie. What is published needs neither.

Lists have `items`, their `count` and the address of the `next` part. What is still being worked out answers 202: ask
again. Whatever is refused is told as a problem (RFC 9457), with what is wrong, where, and what to do.
"""


class Plain(JSONRenderer):
    """Writes every sign as itself."""

    json_dumps_params: Mapping[str, Any] = {"ensure_ascii": False}


class Api(NinjaAPI):
    """Names each operation as its function is named."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """The id of an operation in the schema."""
        return operation.view_func.__name__


api = Api(
    title="Ascertain",
    version="1",
    description=DESCRIPTION,
    openapi_url=None,
    docs_url=None,
    urls_namespace="api",
    auth=somebody,
    renderer=Plain(),
)
for each in (
    reviews,
    governments,
    entries,
    exhibits,
    claims,
    requests,
    answers,
    documents,
    findings,
    law,
    weighing,
    published,
):
    api.add_router("", each.router)
explain(api)
