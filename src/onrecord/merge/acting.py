"""For whom the agents of a reading act, once the record knows who speaks for whom."""

from __future__ import annotations

from onrecord.merge.corpus import Corpus, Read


def acting_party(corpus: Corpus, read: Read, ref: str | None) -> str | None:
    """The party behind a ref; of a person without a party in their own article, the one that another gives."""
    if ref is None or not ref.startswith("p:"):
        return corpus.who(read, ref)
    return corpus.party_of.get(corpus.who(read, ref) or "")


def acting(corpus: Corpus, read: Read, refs: tuple[str, ...]) -> tuple[str, ...]:
    """Who acts, in order, without repeats: the parties behind the refs; a person for whom no party is known and an
    unnamed source stand for themselves."""
    found = (acting_party(corpus, read, ref) or corpus.who(read, ref) for ref in refs)
    return tuple(dict.fromkeys(a for a in found if a is not None))
