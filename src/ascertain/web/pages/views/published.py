"""The public docket: a snapshot's entries, as everybody may read them."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from ascertain.docket.marked import front_matter
from ascertain.docket.model import EntryKind
from ascertain.web.asking.snapshots import snapshot_of
from ascertain.web.asking.wanted import wanted_of
from ascertain.web.policy.principal import Principal
from ascertain.web.policy.visible import visible_publications
from ascertain.web.records.models import Entry, Government

_A_PAGE = 50


@require_safe
def latest(request: HttpRequest, slug: str) -> HttpResponse:
    """To the latest snapshot of a review."""
    found = visible_publications(Principal()).filter(review__slug=slug).order_by("-number").first()
    if found is None or found.number is None:
        raise Http404
    return redirect("published", slug, found.number)


@require_safe
def published(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A page of a snapshot's entries."""
    snapshot = snapshot_of(slug, number)
    wanted = wanted_of(request)
    shown = Entry.objects.filter(pk__in=snapshot.entries.filter(shown=True).values("entry"))
    page = Paginator(
        wanted.of(shown, Government.objects.filter(review=snapshot.review)).defer("text"), _A_PAGE
    ).get_page(request.GET.get("page"))
    newest = visible_publications(Principal()).filter(review=snapshot.review).order_by("-number").first()
    context = {
        "snapshot": snapshot,
        "newest": newest,
        "page": page,
        "wanted": wanted,
        "kinds": [kind.value for kind in EntryKind],
        "withheld": snapshot.entries.filter(shown=False).values_list("entry__number", "reason"),
    }
    return render(request, "published.html.j2", context)


@require_safe
def published_entry(request: HttpRequest, slug: str, number: int, entry: int) -> HttpResponse:
    """An entry of a snapshot."""
    snapshot = snapshot_of(slug, number)
    found = get_object_or_404(snapshot.entries.select_related("entry__event"), entry__number=entry, shown=True).entry
    parts = front_matter(found.text)
    context = {
        "snapshot": snapshot,
        "entry": found,
        "front": parts[0] if parts else "",
        "prose": parts[2] if parts else found.text,
        "exhibits": snapshot.exhibits.filter(exhibit__cited_by__entry=found).select_related("exhibit"),
    }
    return render(request, "published-entry.html.j2", context)
