"""The documents that a government has ready: a list, a form that uploads one, and each version as a download."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ascertain.web.asking.answering import allowed, attachment, own_government
from ascertain.web.asking.receiving import FIELD, Arrived
from ascertain.web.asking.who import asking, the_place
from ascertain.web.mistakes import WebError
from ascertain.web.policy.decide import Thing, may
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_uploads
from ascertain.web.records.models import Upload
from ascertain.web.responding.naming import shown_name
from ascertain.web.responding.sniffing import WORDS, mismatch
from ascertain.web.services.upload_document import LONGEST_TITLE, upload_document


class DocumentForm(forms.Form):
    """A file, what to call it, and which document it is a new version of."""

    file = forms.FileField(label="File", allow_empty_file=True)
    title = forms.CharField(
        label="Title",
        max_length=LONGEST_TITLE,
        required=False,
        help_text="What it is; the file's name if you leave this empty.",
    )
    document = forms.TypedChoiceField(
        label="Document",
        coerce=int,
        empty_value=None,
        required=False,
        help_text="A new version never replaces the old one.",
    )

    def offer(self, held: list[Upload], most: int) -> None:
        """Let it be a new version of one of these, and say how large it may be."""
        limit = f"Up to {most // 1_000_000} MB"
        self.fields["file"].help_text = f"{limit}, one document each; no archive, no program, no password."
        newest = {str(one.document): f"new version of “{one.title}”" for one in held}
        field = self.fields["document"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [("", "another document"), *newest.items()]


@require_http_methods(["GET", "HEAD", "POST"])
def documents(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """The documents of a government, the newest version of each first; sent, it keeps one more."""
    who = asking(request, slug)
    government = own_government(who, key)
    uploads = visible_uploads(who.principal, who.review).filter(government=government).select_related("blob", "by")
    held = list(uploads.order_by("document", "-version"))
    sent = request.method == "POST"
    form = DocumentForm(request.POST if sent else None, request.FILES if sent else None)
    form.offer(held[::-1], settings.EXHIBIT_MOST_BYTES)
    if sent:
        user = allowed(who, government, Act.EDIT_A_RESPONSE)
        if form.is_valid():
            arrived, title, number = form.cleaned_data[FIELD], form.cleaned_data["title"], form.cleaned_data["document"]
            assert isinstance(arrived, Arrived)
            try:
                upload_document(
                    user, government, arrived.received(), title, number, settings.EXHIBIT_MOST_BYTES, the_place()
                )
            except WebError as wrong:
                first = wrong.mistakes[0]
                form.add_error(FIELD, f"{first.message[0].upper()}{first.message[1:]}: {first.help}.")
            else:
                return redirect("documents", slug, key)
    context = {
        "who": who,
        "here": "answers",
        "government": government,
        "rows": [(one, WORDS[one.kind], mismatch(one.name, one.kind)) for one in held],
        "form": form if may(who.principal, Act.EDIT_A_RESPONSE, Thing(who.review.pk, government.pk)) else None,
    }
    return render(request, "documents.html.j2", context, status=422 if form.errors else 200)


@require_safe
def document(request: HttpRequest, slug: str, key: str, number: int, version: int) -> FileResponse:
    """A version of a document as a download."""
    who = asking(request, slug)
    own = visible_uploads(who.principal, who.review).filter(government__key=key)
    found: Upload = get_object_or_404(own, document=number, version=version)
    return attachment(the_place().blob(found.blob_id), shown_name(found.name))
