"""Who works on a review and who answers in it; the form that invites somebody."""

from __future__ import annotations

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from ascertain.web.accounts.recent import ask_again
from ascertain.web.asking.choosing import choosing, finds, like, words_in
from ascertain.web.asking.who import asking
from ascertain.web.policy.decide import Refused, Thing, may
from ascertain.web.policy.roles import RESPONDENTS, TEAM, Act, Role
from ascertain.web.policy.visible import visible_governments
from ascertain.web.records.models import Government, Respondent, Review, TeamMember
from ascertain.web.services.invite import invite

_A_PAGE = 50


class InvitationForm(forms.Form):
    """Whom to invite, and as what."""

    email = forms.EmailField(label="Address", max_length=254)
    role = forms.ChoiceField(label="Role")
    government = forms.ModelChoiceField(
        label="Government", queryset=Government.objects.none(), required=False, to_field_name="key",
        help_text="For people who answer for a government; none for the reviewing team.",
    )  # fmt: skip

    def allow(self, roles: list[Role], governments: list[Government], review: Review) -> None:
        """Offer these roles and governments only."""
        self.fields["role"] = forms.ChoiceField(label="Role", choices=[(role.value, role.value) for role in roles])
        chosen = Government.objects.filter(review=review, pk__in=[one.pk for one in governments])
        field = self.fields["government"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = chosen

    def clean(self) -> dict[str, object]:
        """A respondent answers for a government, and the team for none."""
        data = super().clean() or {}
        role, government = data.get("role"), data.get("government")
        if role in RESPONDENTS and government is None:
            self.add_error("government", f"Say which government the {role} answers for.")
        if role in TEAM and government is not None:
            self.add_error("government", f"A {role} is of the reviewing team: leave the government out.")
        return data


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """The people of a review, those of one's own government only where one does not see the whole of it."""
    who = asking(request, slug)
    governments = list(visible_governments(who.principal, who.review))
    invitable = [one for one in governments if may(who.principal, Act.INVITE_RESPONDENTS, Thing(who.review.pk, one.pk))]
    roles = [*(TEAM if who.may(Act.INVITE_TO_THE_TEAM) else ()), *(RESPONDENTS if invitable else ())]
    if request.method == "POST" and not roles:
        raise Refused(Act.INVITE_RESPONDENTS, hidden=False)
    finding = finds(request.POST)
    form = InvitationForm(request.POST if request.method == "POST" else None)
    if finding:
        form = InvitationForm(initial={key: request.POST.get(key, "") for key in ("email", "role")})
    form.allow(roles, invitable, who.review)
    link = ""
    if request.method == "POST" and who.user is not None and not finding and form.is_valid():
        ask_again(request)
        data = form.cleaned_data
        token = invite(who.user, who.review, data["email"], Role(data["role"]), data["government"])
        link = request.build_absolute_uri(f"/invitations/{token}")
    respondents = Respondent.objects.filter(government__in=governments).select_related("user", "government")
    offered = Government.objects.filter(review=who.review, pk__in=[one.pk for one in invitable])
    words = words_in(request.GET.get("q"))
    if words:
        respondents = respondents.filter(government__in=like(offered, words))
    context = {
        "who": who,
        "here": "people",
        "words": words,
        "choice": choosing(offered, request.POST, request.POST.getlist("government")),
        "team": _team(who.review) if who.may(Act.SEE_THE_WHOLE_DOCKET) else [],
        "page": Paginator(respondents.order_by("government__name", "user__name"), _A_PAGE).get_page(
            request.GET.get("page")
        ),
        "form": form if roles else None,
        "link": link,
    }
    return render(request, "people.html.j2", context, status=422 if form.errors else 200)


def _team(review: Review) -> list[TeamMember]:
    return list(TeamMember.objects.filter(review=review).select_related("user").order_by("role", "user__name"))
