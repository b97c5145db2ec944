"""Which parties an article names, and in which words."""

from __future__ import annotations

from onrecord.extract.context import Context
from onrecord.readings import PartyMention


def find_parties(context: Context) -> tuple[PartyMention, ...]:
    """Every mention of a party by its name, its adjective, its seat, its organs or officials, in order."""
    out = []
    for m in context.layers.mentions:
        if m.how == "pronoun" or m.kind not in ("party", "unnamed") or len(context.layers.mentions_headed(m.head)) > 1:
            continue  # "both sides" is nobody's name
        party = m.ref if m.kind == "party" else m.party
        if party is not None:
            out.append(PartyMention(party, context.words(m.span), m.span))
    return tuple(out)
