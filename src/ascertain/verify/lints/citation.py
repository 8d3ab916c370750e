"""L109, citation: a name or an act whose date does not fit the law that it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from ascertain.rulebook.model.sources import Authority, Provision
from ascertain.verify.lints.book import Book
from ascertain.verify.lints.model import Remark, Severity
from ascertain.verify.lints.standing import at_large


def citations(book: Book) -> Iterator[Remark]:
    """Authorities without a citation when they begin, quotes that cite by a later name, acts on what was not yet."""
    for authority in book.rulebook.authorities.values():
        yield from _late(book, authority)
    for provision in book.rulebook.provisions.values():
        if provision.quote:
            yield from _quoted(book, provision)
    yield from _acts(book)


def _late(book: Book, authority: Authority) -> Iterator[Remark]:
    """No citation is valid on the first day that the authority is in force."""
    begins = [interval.start for interval in authority.in_force if interval.start is not None]
    dated = [citation.start for citation in authority.citations]
    starts = [start for start in dated if start is not None]
    if not authority.in_force or len(begins) < len(authority.in_force) or len(starts) < len(dated) or not starts:
        return
    law, name = min(begins, key=lambda day: day.earliest), min(starts, key=lambda day: day.earliest)
    if name.earliest > law.latest:
        sentence = f"{authority.id} is in force from {law}, but its first citation is valid only from {name}"
        yield Remark(
            "L109",
            "citation",
            Severity.WARNING,
            (authority.id,),
            sentence,
            (authority.place,),
            "correct one of the dates, or add the citation of that time",
            (at_large(book, law.latest, authority.id),),
        )


def _quoted(book: Book, provision: Provision) -> Iterator[Remark]:
    """The law's own words name an authority in a way that they could not when they were issued."""
    own = book.rulebook.authorities[provision.authority]
    for cited in book.rulebook.authorities.values():
        for citation in cited.citations:
            start = citation.start
            if start is not None and start.earliest > own.issued.latest and citation.text in provision.quote:
                sentence = f'{provision.id}, issued {own.issued}, quotes "{citation.text}", a citation from {start}'
                yield Remark(
                    "L109",
                    "citation",
                    Severity.WARNING,
                    (provision.id, cited.id),
                    sentence,
                    (book.place(provision.id), cited.place),
                    "correct the quote, or the date of the citation",
                    (at_large(book, own.issued.latest, provision.id, cited.id),),
                )


def _acts(book: Book) -> Iterator[Remark]:
    """An act on a provision whose authority was issued only later."""
    authorities = book.rulebook.authorities
    for effect in book.rulebook.effects:
        target = authorities[effect.target.partition("#")[0]]
        if target.issued.earliest > effect.issued.latest:
            sentence = f"{effect.source} {effect.verb} {effect.target} on {effect.issued}, before it was issued"
            yield Remark(
                "L109",
                "citation",
                Severity.WARNING,
                (effect.source, effect.target),
                f"{sentence} on {target.issued}",
                (effect.place, target.place),
                "correct one of the dates, or name what was there at the time",
                (at_large(book, effect.issued.latest, effect.source, effect.target),),
            )
