"""Every address of the site × everybody × reading and sending: what is not listed here fails."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from django.urls import URLPattern, get_resolver, reverse

from ascertain.record.exhibits import sha256_of
from ascertain.web.dockets.blobs import keep_blob
from ascertain.web.place import Place, place_of_environment
from ascertain.web.policy.roles import RESPONDENTS, TEAM, Role
from ascertain.web.records.models import Blob, Entry, Exhibit, Publication
from ascertain.web.services.make_token import make_token
from ascertain.web.services.prepare_publication import Choice, Shown, prepare_publication
from ascertain.web.services.redact_exhibit import redact_exhibit
from web import asked
from web.answering import answer, begun, confirmed, saved, submitted, task_of, uploaded
from web.people import PUBLIC, People

OK, NOT_FOUND, FORBIDDEN, REDIRECT, UNFIT, BAD, CANNOT, NO_METHOD = 200, 404, 403, 302, 422, 400, 409, 405
UNPROVEN = 401
OTHERS = ("other", "stranger", PUBLIC)
EVERYBODY = (*TEAM, *RESPONDENTS, Role.ADMINISTRATOR, *OTHERS)
NOBODY_ELSE = dict.fromkeys((Role.ADMINISTRATOR, "stranger", PUBLIC), NOT_FOUND)
ALL = dict.fromkeys(EVERYBODY, OK)
OF_THE_REVIEW = dict.fromkeys((*TEAM, *RESPONDENTS, "other"), OK) | NOBODY_ELSE
OF_THE_TEAM = dict.fromkeys(TEAM, OK) | dict.fromkeys((*RESPONDENTS, "other"), FORBIDDEN) | NOBODY_ELSE
# What concerns Chicago: as if it were not there for another government's official.
OF_CHICAGO = dict.fromkeys((*TEAM, *RESPONDENTS), OK) | NOBODY_ELSE | {"other": NOT_FOUND}
# Whoever keeps the site, or leads a review already, opens another.
OPENING = dict.fromkeys(EVERYBODY, FORBIDDEN) | dict.fromkeys((Role.ADMINISTRATOR, Role.LEAD), OK)
INVITING = dict.fromkeys((Role.LEAD, Role.CERTIFYING_OFFICIAL, "other"), UNFIT)

# Towards a determination, each step by whom it is for; what they send here is empty, which is told them above the form.
STEPS = {
    "interest": (Role.REVIEWER,),
    "assign": (Role.LEAD,),
    "draft": (Role.REVIEWER,),
    "opinion": (Role.REVIEWER,),
    "issue": (Role.LEAD,),
    "reconsider": (Role.CERTIFYING_OFFICIAL,),
    "effect": (Role.LEAD,),
}
# What is published everybody reads; that nothing else is reached there is held in test_publishing.
PUBLISHED = (
    "published-oscal",
    "feed",
    "published",
    "report",
    "published-csv",
    "published-json",
    "published-entry",
    "published-exhibit",
)
# What Chicago prepares: as if it were not there for everybody else, the team included.
OWN = dict.fromkeys(EVERYBODY, NOT_FOUND) | dict.fromkeys(RESPONDENTS, OK)
EDITING = (Role.RESPONDENT_EDITOR, Role.CERTIFYING_OFFICIAL)
SIGNING = OWN | dict.fromkeys((Role.RESPONDENT_VIEWER, Role.RESPONDENT_EDITOR), FORBIDDEN)
PORTAL = ("answer", "claim", "certify", "sign")
SENT = ("receipt", "copy")
# Letters in the making are the team's; of what was sent, each government finds what went to it.
LETTERS = ("letter", "letter-approve", "letter-send")
ASKED = ("request", "request-ics", "request-extend", "request-accept")
NOT_OF_THE_TEAM = dict.fromkeys((*RESPONDENTS, "other"), FORBIDDEN) | NOBODY_ELSE
DRAFTING = NOT_OF_THE_TEAM | dict.fromkeys((Role.LEAD, Role.REVIEWER), CANNOT) | {Role.PUBLISHER: FORBIDDEN}
BY_THE_LEAD = NOT_OF_THE_TEAM | dict.fromkeys(TEAM, FORBIDDEN)
# How people sign in: everybody's own account and nobody else's; there is no way to another's.
ENTERING = ("account_login", "account_signup")
TELLING = (
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_inactive",
    "socialaccount_login_cancelled",
)
OWN_ACCOUNT = (
    "mfa_index",
    "account_change_password",
    "account_reauthenticate",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
    "mfa_generate_recovery_codes",
)
OWN_FACTORS = (
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_edit_webauthn",
    "mfa_remove_webauthn",
)
OWN_FACTOR = dict.fromkeys(EVERYBODY, NOT_FOUND) | {PUBLIC: REDIRECT}
ASKING_OWN = (
    "account_change_password",
    "account_reauthenticate",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_generate_recovery_codes",
)
LEADING_ON = ("account_set_password", "mfa_reauthenticate", "mfa_reauthenticate_webauthn")
Answers = Mapping[str, int]
READING: Mapping[str, Answers] = {
    "reviews": ALL,
    **dict.fromkeys(ENTERING, dict.fromkeys(EVERYBODY, REDIRECT) | {PUBLIC: OK}),
    **dict.fromkeys(("mfa_authenticate", "mfa_login_webauthn"), dict.fromkeys(EVERYBODY, REDIRECT)),
    **dict.fromkeys(TELLING, ALL),
    "socialaccount_login_error": dict.fromkeys(EVERYBODY, UNPROVEN),
    **dict.fromkeys(("openid_connect_login", "openid_connect_callback"), dict.fromkeys(EVERYBODY, NOT_FOUND)),
    "account_logout": dict.fromkeys(EVERYBODY, NO_METHOD),
    **dict.fromkeys(OWN_ACCOUNT, ALL | {PUBLIC: REDIRECT}),
    **dict.fromkeys(OWN_FACTORS, dict.fromkeys(EVERYBODY, NOT_FOUND) | {PUBLIC: REDIRECT}),
    # Led on to where they are asked for what they have: all have a password, and nobody here a second factor.
    **dict.fromkeys(LEADING_ON, dict.fromkeys(EVERYBODY, REDIRECT)),
    "invitation": dict.fromkeys(EVERYBODY, BAD),
    "review": OF_THE_REVIEW,
    "entry": OF_CHICAGO,
    "exhibit": OF_CHICAGO,
    "history": OF_THE_TEAM,
    "people": OF_THE_REVIEW,
    "entries": OF_THE_REVIEW,
    "government": OF_CHICAGO,
    "open": OPENING,
    "members": OF_THE_TEAM,
    **dict.fromkeys(("statuses", "api", "api-schema"), ALL),
    "tokens": ALL | {PUBLIC: NOT_FOUND},
    "token-revoke": dict.fromkeys(EVERYBODY, NO_METHOD),
    "deciding": OF_THE_TEAM,
    "decision": OF_CHICAGO,
    **dict.fromkeys(STEPS, dict.fromkeys(EVERYBODY, NO_METHOD)),
    "findings": OF_THE_REVIEW,
    "finding": OF_CHICAGO,
    "law": OF_THE_REVIEW,
    "authority": OF_THE_REVIEW,
    "publications": OF_THE_TEAM,
    "publication": OF_THE_TEAM,
    "redactions": OF_THE_TEAM,
    "redacted-file": OF_THE_TEAM,
    **dict.fromkeys(PUBLISHED, ALL),
    "latest": dict.fromkeys(EVERYBODY, REDIRECT),
    "answers": dict.fromkeys(RESPONDENTS, OK) | {"other": OK} | dict.fromkeys(TEAM, FORBIDDEN) | NOBODY_ELSE,
    **dict.fromkeys(("answer", "claim", "certify", "receipt", "copy", "documents", "document"), OWN),
    "sign": SIGNING | {Role.CERTIFYING_OFFICIAL: REDIRECT},
    "requests": OF_THE_REVIEW,
    "letter": OF_THE_TEAM,
    "letter-send": BY_THE_LEAD | {Role.LEAD: OK},
    **dict.fromkeys(("request", "request-ics"), OF_CHICAGO),
    **dict.fromkeys(
        ("reminders", "letter-approve", "request-extend", "request-accept", "calendar-address"),
        dict.fromkeys(EVERYBODY, NO_METHOD),
    ),
    "calendar": dict.fromkeys(EVERYBODY, NOT_FOUND),
    **dict.fromkeys(("workbench", "bench", "weigh"), OF_THE_TEAM),
    **dict.fromkeys(("verdict", "file-verdicts"), dict.fromkeys(EVERYBODY, NO_METHOD)),
}
SENDING: Mapping[str, Answers] = {name: dict.fromkeys(EVERYBODY, NO_METHOD) for name in READING} | {
    "account_login": dict.fromkeys(EVERYBODY, REDIRECT) | {PUBLIC: UNFIT},
    **dict.fromkeys(("mfa_authenticate", "account_logout"), dict.fromkeys(EVERYBODY, REDIRECT)),
    "mfa_login_webauthn": dict.fromkeys(EVERYBODY, REDIRECT),
    "account_signup": dict.fromkeys(EVERYBODY, REDIRECT) | {PUBLIC: OK},
    "account_reset_password_from_key": dict.fromkeys(EVERYBODY, UNFIT),
    "mfa_index": dict.fromkeys(EVERYBODY, NO_METHOD) | {PUBLIC: REDIRECT},
    "account_reset_password": dict.fromkeys(EVERYBODY, CANNOT),  # this site sends no mail
    "account_confirm_email": dict.fromkeys(EVERYBODY, NOT_FOUND),
    **dict.fromkeys(ASKING_OWN, dict.fromkeys(EVERYBODY, UNFIT) | {PUBLIC: REDIRECT}),
    **dict.fromkeys(("mfa_edit_webauthn", "mfa_remove_webauthn", "mfa_deactivate_totp"), OWN_FACTOR),
    **dict.fromkeys(LEADING_ON, dict.fromkeys(EVERYBODY, REDIRECT)),
    "invitation": dict.fromkeys(EVERYBODY, BAD),
    "people": dict.fromkeys((*TEAM, *RESPONDENTS), FORBIDDEN) | NOBODY_ELSE | INVITING,
    "open": OPENING,
    "members": OF_THE_TEAM | dict.fromkeys(TEAM, FORBIDDEN) | {Role.LEAD: UNFIT},
    "publications": OF_THE_TEAM | dict.fromkeys(TEAM, FORBIDDEN) | {Role.PUBLISHER: CANNOT},
    "redactions": OF_THE_TEAM | dict.fromkeys(TEAM, FORBIDDEN) | {Role.PUBLISHER: CANNOT},
    "publication": OF_THE_TEAM | dict.fromkeys(TEAM, CANNOT) | {Role.REVIEWER: FORBIDDEN},
    "answers": dict.fromkeys(EVERYBODY, NOT_FOUND) | dict.fromkeys(TEAM, FORBIDDEN),
    "claim": OWN | {Role.RESPONDENT_VIEWER: FORBIDDEN} | dict.fromkeys(EDITING, REDIRECT),
    "documents": OWN | {Role.RESPONDENT_VIEWER: FORBIDDEN} | dict.fromkeys(EDITING, UNFIT),
    "certify": SIGNING | {Role.CERTIFYING_OFFICIAL: UNFIT},
    "sign": SIGNING | {Role.CERTIFYING_OFFICIAL: REDIRECT},
    **dict.fromkeys(("requests", "letter", "letter-approve"), DRAFTING),
    "letter-send": BY_THE_LEAD | {Role.LEAD: CANNOT},
    **dict.fromkeys(("request-extend", "request-accept"), BY_THE_LEAD | {Role.LEAD: CANNOT, "other": NOT_FOUND}),
    "reminders": BY_THE_LEAD | {Role.LEAD: REDIRECT},
    "calendar-address": ALL | {PUBLIC: NOT_FOUND},
    "tokens": dict.fromkeys(EVERYBODY, UNFIT) | {PUBLIC: NOT_FOUND},
    # The token of the address is the reviewer's: as if it were not there for everybody else.
    "token-revoke": dict.fromkeys(EVERYBODY, NOT_FOUND) | {Role.REVIEWER: REDIRECT},
    **{
        step: dict.fromkeys((*TEAM, *RESPONDENTS), FORBIDDEN)
        | NOBODY_ELSE
        | {"other": NOT_FOUND}
        | dict.fromkeys(by, NOT_FOUND if step == "effect" else CANNOT)
        for step, by in STEPS.items()
    },
    "verdict": OF_THE_TEAM | dict.fromkeys(TEAM, FORBIDDEN) | {Role.REVIEWER: CANNOT},
    "file-verdicts": OF_THE_TEAM | dict.fromkeys(TEAM, FORBIDDEN) | {Role.LEAD: CANNOT},
}


def routes() -> dict[str, URLPattern]:
    return {one.name or "": one for one in get_resolver().url_patterns if isinstance(one, URLPattern)}


def response(people: People) -> Entry:
    """Chicago's response, which concerns nobody else."""
    entry = people.government.entries.filter(entry__kind="response").order_by("entry__number")[0].entry
    assert entry.parties.count() == 1
    return entry


def prepared(name: str, people: People, place: Place, folder: Path) -> dict[str, tuple[object, ...]]:
    """What Chicago prepares, and has sent where the address tells of that, as the addresses' arguments."""
    slug = people.review.slug
    if name in LETTERS:
        return {name: (slug, asked.begun(people).number)}
    if name in ASKED:
        return {name: (slug, asked.sent(people, place).entry.number)}
    if name not in (*PORTAL, *SENT, "document"):
        return {}
    draft = begun(people, place)
    upload = uploaded(people, place, folder, b"The ordinance yields to federal law.")
    if name in SENT:
        saved(people, place, task_of(draft), answer(upload))
        submitted(people, place, confirmed(people, place, draft))
    return {
        **dict.fromkeys((*PORTAL, *SENT), (slug, draft.pk)),
        "claim": (slug, draft.pk, task_of(draft).place),
        "document": (slug, people.government.key, upload.document, upload.version),
    }


def address(name: str, people: People, place: Place, folder: Path) -> str:
    entry = response(people)
    exhibit = Exhibit.objects.filter(review=people.review, blob__isnull=False, cited_by__entry=entry)[0]
    slug = people.review.slug
    arguments: Mapping[str, tuple[object, ...]] = {
        "invitation": ("no-such-token",),
        **dict.fromkeys(("openid_connect_login", "openid_connect_callback"), ("nobody",)),
        "account_confirm_email": ("no-such-key",),
        "account_reset_password_from_key": ("1", "no-such-key"),
        **dict.fromkeys(("mfa_edit_webauthn", "mfa_remove_webauthn"), (1,)),
        "review": (slug,),
        "entry": (slug, entry.number),
        "exhibit": (slug, exhibit.key),
        "history": (slug,),
        "people": (slug,),
        "entries": (slug,),
        "government": (slug, people.government.key),
        "members": (slug,),
        "deciding": (slug,),
        **dict.fromkeys(("decision", *STEPS), (slug, people.government.key)),
        "findings": (slug,),
        "finding": (slug, f"{people.government.key}-_complies"),
        "law": (slug,),
        "authority": (slug, "usc-8-1373"),
        "publications": (slug,),
        "workbench": (slug,),
        **dict.fromkeys(("bench", "file-verdicts"), (slug, people.government.key)),
        **dict.fromkeys(("weigh", "verdict"), (slug, people.government.key, f"{entry.number}.2")),
        "redactions": (slug, exhibit.key),
        **dict.fromkeys(("latest", "feed"), (slug,)),
        **dict.fromkeys(("published", "report", "published-csv", "published-json", "published-oscal"), (slug, 1)),
        "published-entry": (slug, 1, entry.number),
        "published-exhibit": (slug, 1, exhibit.key),
        "answers": (slug,),
        **dict.fromkeys(("requests", "reminders"), (slug,)),
        "calendar": ("no-such-token",),
        "documents": (slug, people.government.key),
        **prepared(name, people, place, folder),
    }
    if name == "token-revoke":
        return reverse(name, args=(make_token(people.users[Role.REVIEWER], "a program", 1, False)[0].pk,))
    if name in {"publication", "latest", *PUBLISHED}:
        made = publish(people, exhibit)
        return reverse(name, args=(slug, made.pk) if name == "publication" else arguments[name])
    if name == "redacted-file":
        publisher = people.users[Role.PUBLISHER]
        redacted = redact_exhibit(publisher, exhibit, ["the"], "A word", False, place_of_environment())
        return reverse(name, args=(slug, exhibit.key, redacted.pk))
    return reverse(name, args=arguments.get(name, ()))


def publish(people: People, exhibit: Exhibit) -> Publication:
    """A snapshot of everything, with one exhibit."""
    last = Entry.objects.filter(review=people.review).order_by("-number")[0].number
    choice = Choice({}, {exhibit.key: Shown(exhibit.blob_id or "")}, date(2017, 10, 12), date(2017, 10, 12))
    made = prepare_publication(people.users[Role.PUBLISHER], people.review, choice, last)
    made.number, made.approved = 1, made.prepared
    made.report = keep_report()
    made.save()
    return made


def keep_report() -> Blob:
    """A page in the report's place: making a real one for every row of the table would take minutes."""
    place = place_of_environment()
    page = place.folder / "page"
    page.write_text('<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">')
    return keep_blob(place, page, sha256_of(page))


def test_every_address_of_the_site_is_listed_here_and_none_that_is_not_there() -> None:
    assert set(routes()) == set(READING) == set(SENDING)
    # The addresses below api/ stand in the table of test_matrix_api.
    folders = [str(one.pattern) for one in get_resolver().url_patterns if not isinstance(one, URLPattern)]
    assert len(get_resolver().url_patterns) == len(routes()) + len(folders), "an address without a name"
    assert folders == ["api/"], "a folder of addresses"
    for answers in (*READING.values(), *SENDING.values()):
        assert set(answers) == set(EVERYBODY)


@pytest.mark.django_db
@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("name", sorted(READING))
def test_everybody_gets_from_every_address_what_the_table_says(
    people: People, place: Place, tmp_path: Path, name: str, who: str
) -> None:
    where = address(name, people, place, tmp_path)
    assert people.client(who).get(where).status_code == READING[name][who]
    assert people.client(who).post(where).status_code == SENDING[name][who]


@pytest.mark.django_db
@pytest.mark.parametrize("who", EVERYBODY)
def test_nothing_that_somebody_may_not_see_is_named_on_a_page_that_they_may(people: People, who: str) -> None:
    """An entry about Chicago alone is told of nowhere but to its officials and to the team."""
    entry = response(people)
    reads = OF_CHICAGO[who] == OK
    client = people.client(who)
    slug = people.review.slug
    pages = [reverse("reviews"), reverse("people", args=(slug,)), reverse("history", args=(slug,))]
    entries = reverse("entries", args=(slug,))
    pages += [reverse("findings", args=(slug,)), reverse("law", args=(slug,))]
    pages += [reverse("review", args=(slug,)), entries, f"{entries}?q=Chicago", f"{entries}?government=chicago"]
    pages += [f"{entries}?page={page}" for page in range(1, 4)]
    around = range(entry.number - 1, entry.number + 2, 2)
    pages += [reverse("entry", args=(slug, number)) for number in around]
    shown = [page for page in pages if f"{entry.title}<" in client.get(page).content.decode()]
    assert bool(shown) == reads


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "name"),
    [
        *((Role.LEAD, name) for name in ("entry", "exhibit", "history", "people", "review", "entries", "government")),
        *((Role.LEAD, name) for name in ("findings", "finding", "law")),
        *((Role.CERTIFYING_OFFICIAL, name) for name in ("answers", *PORTAL, *SENT, "documents", "document")),
    ],
)
def test_a_child_is_not_found_under_another_parent(
    people: People, place: Place, tmp_path: Path, who: str, name: str
) -> None:
    """The addresses of what one review holds lead nowhere under another review's name."""
    where = address(name, people, place, tmp_path).replace(people.review.slug, "another")
    assert people.client(who).get(where).status_code == NOT_FOUND
