"""What everybody may read of a review: its public snapshots."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from ascertain.web.policy.principal import Principal
from ascertain.web.policy.visible import visible_publications
from ascertain.web.records.models import Publication


def snapshot_of(slug: str, number: int) -> Publication:
    """A public snapshot.

    Raises:
        Http404: There is none of this number.
    """
    everybodys = visible_publications(Principal()).select_related("review__chain", "approved")
    return get_object_or_404(everybodys, review__slug=slug, number=number)
