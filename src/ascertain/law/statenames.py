"""The States by name, for those that a rulebook knows only by the postal code of a scope."""

from __future__ import annotations

_COMMONWEALTHS = {"KY": "Kentucky", "MA": "Massachusetts", "PA": "Pennsylvania", "VA": "Virginia"}
# fmt: off
_STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho",
    "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "LA": "Louisiana", "ME": "Maine",
    "MD": "Maryland", "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana",
    "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York",
    "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon",
    "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas",
    "UT": "Utah", "VT": "Vermont", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
}
_OTHERS = {
    "AS": "American Samoa", "DC": "the District of Columbia", "GU": "Guam", "MP": "the Northern Mariana Islands",
    "PR": "Puerto Rico", "VI": "the United States Virgin Islands",
}
# fmt: on
STATE_NAMES = {**_STATES, **_COMMONWEALTHS, **{code: name.removeprefix("the ") for code, name in _OTHERS.items()}}
"""The names of the States, the District and the territories by their postal codes."""


def state_named(code: str) -> str:
    """The State, commonwealth, district or territory of a postal code; one that nobody has keeps its code."""
    if code in _COMMONWEALTHS:
        return f"Commonwealth of {_COMMONWEALTHS[code]}"
    if code in _OTHERS:
        return _OTHERS[code]
    return f"State of {_STATES[code]}" if code in _STATES else f"the State of {code}"
