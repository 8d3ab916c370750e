"""What is certified in; the statements that an official confirms of it, one by one, out."""

from __future__ import annotations

from ascertain.web.responding.certified import Content


def statements_for(content: Content, government: str) -> tuple[str, ...]:
    """The statements, each of which has to be confirmed.

    Args:
        content: What is certified.
        government: The government's name.
    """
    claims, open_ = len(content["claims"]), len(content["unanswered"])
    found = [
        f"I may certify this response for {government}.",
        f"I have read {_many(claims, 'answer')}, with what each rests on.",
        "To the best of my knowledge they are true, and nothing that belongs to them was left out.",
    ]
    if open_:
        found.append(f"I know that {_many(open_, 'question')} {'is' if open_ == 1 else 'are'} not answered.")
    return tuple(found)


def _many(count: int, word: str) -> str:
    return f"{count} {word}" + ("" if count == 1 else "s")
