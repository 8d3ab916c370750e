"""A place of the report in; the address of the page that shows it here, out."""

from __future__ import annotations

from django.urls import reverse
from jinja2 import pass_context
from jinja2.runtime import Context

from ascertain.publish.html import anchors

_ON_THE_PAGE_OF_THE_LAW = frozenset({"law", "authorities", "order", "orders"})


@pass_context
def place(context: Context, anchor: str) -> str:
    """Where a link of the report leads: to the page of this site that shows the same, on the same days."""
    kind, _, rest = anchor.partition("-")
    slug, query = context["who"].review.slug, context["days"].query
    if kind in _ON_THE_PAGE_OF_THE_LAW:
        return f"{reverse('law', args=(slug,))}{query}#{anchor}"
    if kind in {"authority", "provision", "point"}:
        named = anchors.text_of(rest)
        provision = context["points"][named].provision if kind == "point" else named
        return f"{reverse('authority', args=(slug, provision.partition('#')[0]))}{query}#{anchor}"
    if kind == "finding":
        return f"{reverse('finding', args=(slug, rest.removeprefix('_')))}{query}"
    if kind == "entry":
        return reverse("entry", args=(slug, int(rest)))
    if kind == "government":
        return reverse("government", args=(slug, anchors.text_of(rest)))
    return f"#{anchor}"
