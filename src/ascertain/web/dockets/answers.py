"""A response's rows in; what of it would be certified as it stands, out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ascertain.rulebook.model.terms import Term
from ascertain.web.records.models import Response, Task, Upload
from ascertain.web.responding.certified import Content, Document, Heading, content_of
from ascertain.web.responding.draft import State, draft_of


@dataclass(frozen=True, slots=True)
class Standing:
    """What would be certified, and the claims that are still drafts, which have to be completed or cleared first."""

    content: Content
    drafts: tuple[Task, ...]

    @property
    def ready(self) -> bool:
        """Whether an official can certify it."""
        return not self.drafts and bool(self.content["claims"])


def standing_of(response: Response, terms: Mapping[str, Term]) -> Standing:
    """How a response stands now.

    Args:
        response: The response, with its government, its request and what it corrects.
        terms: The vocabulary of the review's rulebook.
    """
    tasks = list(response.tasks.all())
    complete = [task for task in tasks if task.state == State.COMPLETE]
    claims = [(terms[task.term], task.program, draft_of(task.content)) for task in complete]
    unanswered = [task.term for task in tasks if task.state == State.NOT_BEGUN]
    corrects = response.corrects.submission.entry.number if response.corrects else 0
    heading = Heading(response.request.review.slug, response.government.key, response.request.number, corrects)
    content = content_of(heading, claims, unanswered, documents_of(response))
    return Standing(content, tuple(task for task in tasks if task.state == State.DRAFT))


def documents_of(response: Response) -> dict[int, Document]:
    """The documents that the government has ready, by the number of their upload."""
    uploads = Upload.objects.filter(government=response.government).select_related("blob")
    return {one.pk: _document(one, response.government.key) for one in uploads}


def exhibit_key(government: str, document: int, version: int) -> str:
    """The id that a version of a government's document bears as an exhibit."""
    return f"{government}-exhibit-{document}-v{version}"


def _document(one: Upload, government: str) -> Document:
    key = exhibit_key(government, one.document, one.version)
    return Document(key, one.title, one.name, one.kind, one.blob_id, one.blob.size)
