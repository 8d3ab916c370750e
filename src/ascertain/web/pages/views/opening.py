"""The form by which a review begins: on which law first, and then of what, why and over which period."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ascertain.docket.model import Docket, EntryKind, Frame
from ascertain.record.grades import parse_standard
from ascertain.record.model import STANDARDS, Grade
from ascertain.rulebook.bundled import find_rulebook, known_rulebooks
from ascertain.rulebook.cache import cached_rulebook
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.mistakes import BadInput
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.sources import Point
from ascertain.web.asking.receiving import FIELD, Arrived
from ascertain.web.asking.who import the_place, user_of
from ascertain.web.pages.telling import told
from ascertain.web.policy.decide import require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Review
from ascertain.web.services.open_review import ORIGINS, Origin, open_review

_LINE, _TEXT = 300, 20_000
_Line = partial(forms.CharField, max_length=_LINE)
_Day = partial(forms.CharField, max_length=10)
_HOW = "As 2017-04-21, or only a month or a year."


class OpeningForm(forms.Form):
    """What a review is of."""

    title = _Line(label="Title", help_text="Such as: Review of ten recipients of grants, 2016 to 2017.")
    slug = forms.SlugField(
        label="Short name", max_length=80, help_text="Letters, digits and hyphens; it stands in every address."
    )
    reviewer = _Line(label="Agency that reviews")
    standard = forms.ChoiceField(
        label="Standard of proof",
        choices=[(one.word, one.word) for one in STANDARDS],
        initial=Grade.DOCUMENTED.word,
        help_text="The lowest grade of evidence that counts. Findings show all three side by side.",
    )
    start = _Day(label="Period under review, from", required=False, help_text=_HOW)
    end = _Day(label="Until", required=False, help_text="The first day that no longer belongs.")
    frame = forms.CharField(
        label="Why these governments",
        max_length=_TEXT,
        widget=forms.Textarea({"rows": 4}),
        help_text="The sampling frame: out of whom, and how they were chosen.",
    )
    frame_source = _Line(label="What says so", required=False, help_text="The document and the page.")
    text = forms.CharField(
        label="What the review is", max_length=_TEXT, required=False, widget=forms.Textarea({"rows": 4})
    )
    origin_kind = forms.ChoiceField(label="What it is", choices=[(one.value, one.value) for one in ORIGINS])
    origin_title = _Line(label="Its title")
    origin_by = _Line(label="Whose it is", help_text="Who made or sent it.")
    origin_date = _Day(label="Its date", help_text=_HOW)
    file = forms.FileField(label="The document", required=False, allow_empty_file=True)
    origin_text = forms.CharField(
        label="Or what it says",
        max_length=_TEXT,
        required=False,
        widget=forms.Textarea({"rows": 6}),
        help_text="In your words, where there is no file to upload, or beside it.",
    )

    PARTS = (
        ("The review", ("title", "slug", "reviewer", "text")),
        ("What it began with", ("origin_kind", "origin_title", "origin_by", "origin_date", "file", "origin_text")),
        ("Whom, when and how", ("frame", "frame_source", "start", "end", "standard")),
    )

    def offer(self, rulebook: Rulebook) -> None:
        """Offer the readings of the rulebook's contested points; none is chosen by itself."""
        for point in rulebook.points.values():
            choices = [
                ("", "none: it is left open"),
                *((one.name, f"{one.name}: {one.text}") for one in point.readings),
            ]
            self.fields[_field_of(point)] = forms.ChoiceField(
                label=f"{point.question} ({point.id})", choices=choices, required=False
            )

    def _moment(self, name: str) -> Moment | None:
        text = str(self.cleaned_data.get(name) or "").strip()
        try:
            return Moment.parse(text) if text else None
        except ValueError:
            self.add_error(name, f"“{text}” is no date. Write it as 2017-04-21, 2017-04 or 2017.")
            return None

    def clean(self) -> dict[str, object]:
        """Days are days, in their order."""
        data = super().clean() or {}
        data |= {name: self._moment(name) for name in ("start", "end", "origin_date") if name in data}
        if data.get("start") and data.get("end") and data["end"].latest <= data["start"].earliest:
            self.add_error("end", "The period ends before it begins. Change one of the two.")
        if Review.objects.filter(slug=data.get("slug", "")).exists():
            self.add_error("slug", "Another review has this short name. Choose another.")
        return data


@require_http_methods(["GET", "HEAD", "POST"])
def opening(request: HttpRequest) -> HttpResponse:
    """Choose a rulebook, and open a review under it."""
    user = user_of(request)
    require(principal_of(user), Act.OPEN_A_REVIEW)
    assert user is not None, "the public opens nothing"
    near = the_place().folder
    names = sorted(known_rulebooks(near))
    chosen = str(request.POST.get("rulebook") or request.GET.get("rulebook") or "")
    if chosen not in names:
        books = [(name, cached_rulebook(find_rulebook(name, near))) for name in names]
        return render(request, "opening.html.j2", {"books": books, "form": None})
    rulebook = cached_rulebook(find_rulebook(chosen, near))
    sent = request.method == "POST"
    form = OpeningForm(request.POST if sent else None, request.FILES if sent else None)
    form.offer(rulebook)
    if sent and form.is_valid():
        today = datetime.now(UTC).date()
        docket, origin = _docket(form, chosen, rulebook), _origin(form)
        try:
            review = open_review(user, docket, origin, today, settings.EXHIBIT_MOST_BYTES, the_place())
        except BadInput as wrong:
            form.add_error(None, told(wrong.mistakes[0]))
        else:
            return redirect("members", review.slug)
    context = {"form": form, "chosen": chosen, "rulebook": rulebook}
    return render(request, "opening.html.j2", context, status=422 if form.errors else 200)


def _docket(form: OpeningForm, chosen: str, rulebook: Rulebook) -> Docket:
    data = form.cleaned_data
    named = ((point.id, data[_field_of(point)]) for point in rulebook.points.values())
    docket = Docket(data["slug"], data["title"], data["reviewer"], chosen, parse_standard(data["standard"]))
    return replace(
        docket,
        frame=Frame(_paragraph(data["frame"]), data["frame_source"]),
        period=Interval(data["start"], data["end"]),
        readings=tuple((point, reading) for point, reading in named if reading),
        text=data["text"].replace("\r\n", "\n").strip(),
    )


def _origin(form: OpeningForm) -> Origin:
    data = form.cleaned_data
    arrived = data[FIELD]
    assert arrived is None or isinstance(arrived, Arrived)
    file = arrived.received() if arrived else None
    text = data["origin_text"].replace("\r\n", "\n").strip()
    return Origin(
        EntryKind(data["origin_kind"]), data["origin_title"], data["origin_by"], data["origin_date"], text, file
    )


def _field_of(point: Point) -> str:
    """The name of the field of a contested point, good for a link to it."""
    return f"reading-{point.id.replace('#', '--')}"


def _paragraph(text: str) -> str:
    return " ".join(text.split())
