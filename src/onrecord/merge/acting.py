"""For whom the agents of a reading act, once the record knows who speaks for whom."""

from __future__ import annotations

from onrecord.merge.corpus import Corpus, Read


def acting_party(corpus: Corpus, read: Read, ref: str | None) -> str | None:
    """The party behind a ref; of a person without a party in their own article, the one that another gives."""
    if ref is None or not ref.startswith("p:"):
        return ref
    return corpus.party_of.get(corpus.who(read, ref) or "")


def acting_parties(corpus: Corpus, read: Read, refs: tuple[str, ...]) -> tuple[str, ...]:
    """The parties behind the refs, in order, without repeats and without the unknown."""
    found = (acting_party(corpus, read, ref) for ref in refs)
    return tuple(dict.fromkeys(p for p in found if p is not None))
