"""Every address of the site."""

from __future__ import annotations

from django.urls import path

from ascertain.web.pages.entrances import entrances
from ascertain.web.pages.views import certify, decide, documents, letters
from ascertain.web.pages.views import request as asked
from ascertain.web.pages.views.answers import answer, answers
from ascertain.web.pages.views.bench import bench, file, workbench
from ascertain.web.pages.views.claim import claim
from ascertain.web.pages.views.deciding import deciding, decision
from ascertain.web.pages.views.entries import entries
from ascertain.web.pages.views.entry import entry
from ascertain.web.pages.views.exhibit import exhibit
from ascertain.web.pages.views.finding import finding
from ascertain.web.pages.views.findings import findings
from ascertain.web.pages.views.government import government
from ascertain.web.pages.views.history import history
from ascertain.web.pages.views.law import law
from ascertain.web.pages.views.members import members
from ascertain.web.pages.views.opening import opening
from ascertain.web.pages.views.overview import overview
from ascertain.web.pages.views.people import people
from ascertain.web.pages.views.publications import publication, publications
from ascertain.web.pages.views.published import latest, published, published_entry
from ascertain.web.pages.views.publishedfiles import (
    feed,
    published_csv,
    published_exhibit,
    published_json,
    published_oscal,
    report,
)
from ascertain.web.pages.views.receipt import copy, receipt
from ascertain.web.pages.views.redactions import redacted_file, redactions
from ascertain.web.pages.views.requests import reminders, requests
from ascertain.web.pages.views.reviews import reviews
from ascertain.web.pages.views.statuses import statuses
from ascertain.web.pages.views.tokens import revoke, tokens
from ascertain.web.pages.views.weigh import verdict, weigh

urlpatterns = [
    path("", reviews, name="reviews"),
    *entrances,
    path("account/tokens", tokens, name="tokens"),
    path("account/tokens/<int:number>/revoke", revoke, name="token-revoke"),
    path("about/statuses", statuses, name="statuses"),
    path("open", opening, name="open"),
    path("reviews/<slug:slug>", overview, name="review"),
    path("reviews/<slug:slug>/members", members, name="members"),
    path("reviews/<slug:slug>/entries", entries, name="entries"),
    path("reviews/<slug:slug>/entries/<int:number>", entry, name="entry"),
    path("reviews/<slug:slug>/exhibits/<path:key>", exhibit, name="exhibit"),
    path("reviews/<slug:slug>/findings", findings, name="findings"),
    path("reviews/<slug:slug>/findings/<str:place>", finding, name="finding"),
    path("reviews/<slug:slug>/law", law, name="law"),
    path("reviews/<slug:slug>/law/<str:authority>", law, name="authority"),
    path("reviews/<slug:slug>/governments/<str:key>", government, name="government"),
    path("reviews/<slug:slug>/history", history, name="history"),
    path("reviews/<slug:slug>/people", people, name="people"),
    path("reviews/<slug:slug>/determinations", deciding, name="deciding"),
    path("reviews/<slug:slug>/determinations/<str:key>", decision, name="decision"),
    path("reviews/<slug:slug>/determinations/<str:key>/interest", decide.interest, name="interest"),
    path("reviews/<slug:slug>/determinations/<str:key>/assign", decide.assign, name="assign"),
    path("reviews/<slug:slug>/determinations/<str:key>/draft", decide.draft, name="draft"),
    path("reviews/<slug:slug>/determinations/<str:key>/opinion", decide.opinion, name="opinion"),
    path("reviews/<slug:slug>/determinations/<str:key>/issue", decide.issue, name="issue"),
    path("reviews/<slug:slug>/determinations/<str:key>/reconsider", decide.reconsider, name="reconsider"),
    path("reviews/<slug:slug>/determinations/<str:key>/effect", decide.effect, name="effect"),
    path("reviews/<slug:slug>/publications", publications, name="publications"),
    path("reviews/<slug:slug>/publications/<int:pk>", publication, name="publication"),
    path("reviews/<slug:slug>/redactions/<str:key>", redactions, name="redactions"),
    path("reviews/<slug:slug>/redactions/<str:key>/<int:pk>", redacted_file, name="redacted-file"),
    path("published/<slug:slug>", latest, name="latest"),
    path("published/<slug:slug>/feed.atom", feed, name="feed"),
    path("published/<slug:slug>/<int:number>", published, name="published"),
    path("published/<slug:slug>/<int:number>/report", report, name="report"),
    path("published/<slug:slug>/<int:number>/entries.csv", published_csv, name="published-csv"),
    path("published/<slug:slug>/<int:number>/docket.json", published_json, name="published-json"),
    path("published/<slug:slug>/<int:number>/oscal.json", published_oscal, name="published-oscal"),
    path("published/<slug:slug>/<int:number>/entries/<int:entry>", published_entry, name="published-entry"),
    path("published/<slug:slug>/<int:number>/exhibits/<path:key>", published_exhibit, name="published-exhibit"),
    path("reviews/<slug:slug>/answers", answers, name="answers"),
    path("reviews/<slug:slug>/answers/<int:number>", answer, name="answer"),
    path("reviews/<slug:slug>/answers/<int:number>/claims/<int:place>", claim, name="claim"),
    path("reviews/<slug:slug>/answers/<int:number>/certify", certify.certify, name="certify"),
    path("reviews/<slug:slug>/answers/<int:number>/sign", certify.sign, name="sign"),
    path("reviews/<slug:slug>/answers/<int:number>/receipt", receipt, name="receipt"),
    path("reviews/<slug:slug>/answers/<int:number>/copy", copy, name="copy"),
    path("reviews/<slug:slug>/documents/<str:key>", documents.documents, name="documents"),
    path("reviews/<slug:slug>/documents/<str:key>/<int:number>/<int:version>", documents.document, name="document"),
    path("reviews/<slug:slug>/requests", requests, name="requests"),
    path("reviews/<slug:slug>/requests/reminders", reminders, name="reminders"),
    path("reviews/<slug:slug>/requests/<int:number>", asked.sent_request, name="request"),
    path("reviews/<slug:slug>/requests/<int:number>/deadline.ics", asked.request_ics, name="request-ics"),
    path("reviews/<slug:slug>/requests/<int:number>/extend", asked.extend, name="request-extend"),
    path("reviews/<slug:slug>/requests/<int:number>/accept", asked.accept, name="request-accept"),
    path("reviews/<slug:slug>/letters/<int:number>", letters.letter, name="letter"),
    path("reviews/<slug:slug>/letters/<int:number>/approve", letters.approve, name="letter-approve"),
    path("reviews/<slug:slug>/letters/<int:number>/send", letters.send, name="letter-send"),
    path("calendar", asked.calendar_address, name="calendar-address"),
    path("calendar/<str:token>.ics", asked.calendar, name="calendar"),
    path("reviews/<slug:slug>/workbench", workbench, name="workbench"),
    path("reviews/<slug:slug>/workbench/<str:key>", bench, name="bench"),
    path("reviews/<slug:slug>/workbench/<str:key>/file", file, name="file-verdicts"),
    path("reviews/<slug:slug>/workbench/<str:key>/claims/<str:claim>", weigh, name="weigh"),
    path("reviews/<slug:slug>/workbench/<str:key>/claims/<str:claim>/verdict", verdict, name="verdict"),
]

handler400 = "ascertain.web.pages.refusals.unreadable"
handler403 = "ascertain.web.pages.refusals.not_so"
handler404 = "ascertain.web.pages.refusals.not_found"
handler500 = "ascertain.web.pages.refusals.broken"
handler429 = "ascertain.web.pages.refusals.too_often"
