"""A drafted claim as an object."""

from __future__ import annotations

from dataclasses import asdict

from ascertain.web.responding.draft import Draft


def draft_object(draft: Draft) -> dict[str, object]:
    """A claim as it is drafted; every part as typed."""
    return {**asdict(draft), "arguments": list(draft.arguments), "citations": [asdict(one) for one in draft.citations]}
