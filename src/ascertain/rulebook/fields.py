"""The lines ``key: value`` of an entry, checked against the keys that it may have."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ascertain.rulebook.mistakes import Reporter, did_you_mean
from ascertain.rulebook.raw import Field, Text


class Fields:
    """An entry's fields by key; an unknown, repeated or empty one is reported.

    Args:
        fields: As they stand.
        owner: The entry's first word, to point at where a field is missing.
        keys: The keys it may have.
        reporter: Takes what is wrong.
        repeated: Those of ``keys`` that may stand more than once.
    """

    def __init__(
        self,
        fields: Sequence[Field],
        owner: Text,
        keys: Collection[str],
        reporter: Reporter,
        repeated: Collection[str] = (),
    ) -> None:
        self._owner = owner
        self._reporter = reporter
        self._values: dict[str, list[Text]] = {}
        for field in fields:
            key = field.key.text
            if key not in keys:
                help_line = did_you_mean(key, keys, f"the lines here are {', '.join(keys)}" if keys else "remove it")
                message = f'there is no line "{key[:60]}" for a {owner.text}'
                reporter.add("A305", message, field.key.place, help=help_line)
                continue
            if not field.value.text:
                reporter.add("A308", f'the line "{key}" is empty', field.key.place, help="fill it in or remove it")
                continue
            earlier = self._values.setdefault(key, [])
            if earlier and key not in repeated:
                message = f'the line "{key}" stands here twice'
                reporter.add("A306", message, field.value.place, earlier[0].place, help="keep one of them")
                continue
            earlier.append(field.value)

    def get(self, key: str) -> Text | None:
        """The value of a line that may be left out."""
        values = self._values.get(key)
        return values[0] if values else None

    def plain(self, key: str) -> str:
        """The value of a line, empty where it is left out."""
        found = self.get(key)
        return "" if found is None else found.text

    def all(self, key: str) -> Sequence[Text]:
        """Every value of a line that may be repeated."""
        return self._values.get(key, ())

    def need(self, key: str) -> Text | None:
        """The value of a line that must be there; reports it where it is not."""
        found = self.get(key)
        if found is None:
            message = f'this {self._owner.text} has no line "{key}"'
            self._reporter.add("A307", message, self._owner.place, help=f'add a line "{key}: …" below it, deeper')
        return found
