"""A place of the report in; the address of the page that shows it here, out."""

from __future__ import annotations

from django.urls import reverse
from jinja2 import pass_context
from jinja2.runtime import Context

from ascertain.publish.html import anchors

_OF_THE_LAW = frozenset({"authority", "provision", "point", "order"})


@pass_context
def place(context: Context, anchor: str) -> str:
    """Where a link of the report leads: to the page of this site that shows the same, on the same days."""
    kind, _, rest = anchor.partition("-")
    here, slug, query = context.get("here"), context["who"].review.slug, context["days"].query
    if kind in _OF_THE_LAW:
        return f"#{anchor}" if here == "law" else f"{reverse('law', args=(slug,))}{query}#{anchor}"
    if kind == "finding":
        return f"{reverse('finding', args=(slug, rest.removeprefix('_')))}{query}"
    if kind == "entry":
        return reverse("entry", args=(slug, int(rest)))
    if kind == "government":
        return reverse("government", args=(slug, anchors.text_of(rest)))
    return f"#{anchor}"
