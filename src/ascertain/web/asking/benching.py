"""Who asks how a government's claims are weighed."""

from __future__ import annotations

from ascertain.rulebook.model.book import Rulebook
from ascertain.web.asking.who import Asking, government_of, the_place
from ascertain.web.dockets.papers import docket_of
from ascertain.web.policy.decide import require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_verdicts
from ascertain.web.records.models import Government
from ascertain.web.weighing.standing import Standing, standing_of

_RELATED = ("user", "event", "contrary", "exhibit", "filed__entry")


def bench_for(who: Asking, key: str) -> tuple[Government, Standing, Rulebook]:
    """A government with where its claims stand, if they may see how claims are weighed."""
    require(who.principal, Act.SEE_THE_WEIGHING, who.thing)
    government = government_of(who, key)
    docket, rulebook = docket_of(who.review, the_place())
    verdicts = visible_verdicts(who.principal, who.review).filter(government=government).select_related(*_RELATED)
    return government, standing_of(government, docket, verdicts), rulebook
