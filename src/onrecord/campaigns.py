"""Candidates for an elected office: each acts through a campaign, a party of its own beside the political party.

Papers write the candidate's name for the campaign, and the campaign is none of the political party's: its
leaders refuse what a candidate demands.
"""

from __future__ import annotations

from onrecord.ids import slug

PREFIX = "campaign-"
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def campaign_of(name: str) -> str:
    """The party id of the campaign of someone of that name: `Odo Brandt Jr.` -> `campaign-brandt`."""
    return PREFIX + slug(surname(name))


def surname(name: str) -> str:
    """The last word of a name that is no suffix."""
    words = [w for w in name.split() if w.lower() not in SUFFIXES]
    return words[-1] if words else name


def is_campaign(party: str | None) -> bool:
    """Whether a party id is a campaign's."""
    return party is not None and party.startswith(PREFIX)
