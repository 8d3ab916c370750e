"""Who is under review, and since when; for the lead, a list of governments, which is previewed, or one at a time."""

from __future__ import annotations

import csv
import io

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ascertain.docket.model import Member as Listed
from ascertain.docket.roster import Roster
from ascertain.docket.rosterrows import ROSTER_COLUMNS
from ascertain.law.statenames import STATE_NAMES
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.mistakes import BadInput
from ascertain.web.asking.receiving import FIELD, Arrived
from ascertain.web.asking.who import Asking, asking, the_place
from ascertain.web.pages.telling import told
from ascertain.web.policy.decide import require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_governments
from ascertain.web.records.models import Member
from ascertain.web.services.add_members import add_members, preview_members

_A_PAGE, _SHOWN = 50, 200
_LINE, _MOST_BYTES = 300, 2_000_000


class Usual(forms.Form):
    """From when and why, for whoever does not say so itself."""

    since = forms.CharField(
        label="Under review from", max_length=10, required=False, help_text="As 2017-04-21, or only a month or a year."
    )
    basis = forms.CharField(label="On what basis", max_length=_LINE, required=False, help_text="Why it was chosen.")

    def clean_since(self) -> Moment | None:
        """A day, a month, a year or nothing."""
        text = str(self.cleaned_data["since"]).strip()
        try:
            return Moment.parse(text) if text else None
        except ValueError:
            raise forms.ValidationError(f"“{text}” is no date. Write it as 2017-04-21, 2017-04 or 2017.") from None

    @property
    def usual(self) -> Listed:
        """The membership of whoever does not say otherwise."""
        return Listed("", Interval(self.cleaned_data["since"], None), self.cleaned_data["basis"])


class ListForm(Usual):
    """A list, as a file or as text."""

    file = forms.FileField(label="The list as a CSV file", required=False, allow_empty_file=True)
    text = forms.CharField(
        label="Or its lines", max_length=_MOST_BYTES, required=False, widget=forms.Textarea({"rows": 6}), strip=False
    )
    field_order = ("file", "text", "since", "basis")

    def clean(self) -> dict[str, object]:
        """One list, and not too large a one."""
        data = super().clean() or {}
        if not data.get(FIELD) and not str(data.get("text") or "").strip():
            self.add_error(FIELD, "Choose a file, or paste the lines of the list.")
        if data.get(FIELD) and data[FIELD].size > _MOST_BYTES:
            self.add_error(FIELD, f"A list has {_MOST_BYTES // 1_000_000} MB at most. Send it in parts.")
        return data

    @property
    def raw(self) -> bytes:
        """The list as it was sent."""
        arrived = self.cleaned_data[FIELD]
        if isinstance(arrived, Arrived):
            return arrived.received().path.read_bytes()
        return str(self.cleaned_data["text"]).encode()


class OneForm(Usual):
    """One government."""

    name = forms.CharField(label="Name", max_length=_LINE)
    type = forms.CharField(label="Type", max_length=80, required=False, help_text="Such as city, county or state.")
    state = forms.ChoiceField(
        label="State", required=False, choices=[("", "not given"), *sorted(STATE_NAMES.items(), key=lambda it: it[1])]
    )
    ocd_id = forms.CharField(
        label="Open Civic Data id", max_length=_LINE, required=False,
        help_text="Such as ocd-division/country:us/state:il/place:chicago.",
    )  # fmt: skip
    aliases = forms.CharField(
        label="Other names", max_length=_LINE, required=False, help_text="Parted by upright strokes: NYC|New York."
    )
    field_order = ("name", "type", "state", "ocd_id", "aliases", "since", "basis")

    @property
    def raw(self) -> bytes:
        """The government as a list of one."""
        cells = {key: self.cleaned_data[key] for key in ROSTER_COLUMNS if key in self.cleaned_data}
        cells.pop("basis")
        out = io.StringIO()
        writer = csv.DictWriter(out, cells)
        writer.writeheader()
        writer.writerow({key: " ".join(text.split()) for key, text in cells.items()})
        return out.getvalue().encode()


@require_http_methods(["GET", "HEAD", "POST"])
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """The members of a review; sent, a list is previewed or comes in, or one government does."""
    who = asking(request, slug)
    require(who.principal, Act.SEE_THE_WHOLE_DOCKET, who.thing)
    if request.method != "POST":
        return _page(request, who, ListForm(), OneForm(auto_id="one-%s"))
    require(who.principal, Act.ADD_MEMBERS, who.thing)
    if request.POST.get("act") == "one":
        one = OneForm(request.POST, auto_id="one-%s")
        if one.is_valid() and (added := _add(request, who, one)):
            return added
        return _page(request, who, ListForm(), one)
    form = ListForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, who, form, OneForm(auto_id="one-%s"))
    if request.POST.get("act") == "add" and (added := _add(request, who, form)):
        return added
    roster = preview_members(who.review, form.raw, form.usual, the_place())
    return _page(request, who, form, OneForm(auto_id="one-%s"), roster)


def _add(request: HttpRequest, who: Asking, form: ListForm | OneForm) -> HttpResponse | None:
    """Put them under review; none where there is a mistake, which the form then tells."""
    assert who.user is not None, "the public adds nobody"
    try:
        count = add_members(who.user, who.review, form.raw, form.usual, the_place())
    except BadInput as wrong:
        for mistake in wrong.mistakes if isinstance(form, OneForm) else ():
            form.add_error(None, told(mistake))
        return None
    messages.success(request, f"{count} {'government is' if count == 1 else 'governments are'} under review now.")
    return redirect("members", who.review.slug)


def _page(
    request: HttpRequest, who: Asking, form: ListForm, one: OneForm, roster: Roster | None = None
) -> HttpResponse:
    words = request.GET.get("q", "").replace("\x00", "").strip()[:_LINE]
    seen = Member.objects.filter(government__in=visible_governments(who.principal, who.review))
    if words:
        seen = seen.filter(Q(government__name__icontains=words) | Q(government__key__icontains=words))
    page = Paginator(seen.select_related("government").order_by("government__name", "pk"), _A_PAGE)
    kept = {}
    if roster:  # a file cannot be sent again by its form; its lines can, corrected
        kept = form.cleaned_data | {"text": form.raw.decode("utf-8-sig", "replace")}
        del kept[FIELD]
        form = ListForm(initial=kept)
    wrong = bool(form.errors or one.errors or (roster and roster.mistakes))
    context = {
        "who": who,
        "here": "overview",
        "page": page.get_page(request.GET.get("page")),
        "words": words,
        "form": form if who.may(Act.ADD_MEMBERS) else None,
        "one": one,
        "roster": roster,
        "kept": kept,
        "shown": _SHOWN,
        "columns": ROSTER_COLUMNS,
        "told": told,
    }
    return render(request, "members.html.j2", context, status=422 if wrong else 200)
