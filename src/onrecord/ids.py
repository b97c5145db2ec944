"""Identity is what is claimed: ids are hashes of the normalised claim, never of offsets or times."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata

STRAIGHT = str.maketrans(dict.fromkeys("‘’‚‛′`", "'") | dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‐‑‒–—―", "-"))
"""Marks that outlets print in their own ways, each made the plain one."""


def digest(kind: str, *claim: object) -> str:
    """A short id such as `quote-3f2a9c01d4`: the kind and a hash of the claim as a JSON array."""
    payload = json.dumps([kind, *claim], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{kind}-{hashlib.sha256(payload.encode()).hexdigest()[:12]}"


def normalised(words: str) -> str:
    """Words as compared: NFKC, lower case, straight quotes, single blanks, no outer punctuation."""
    if not words.isascii():
        words = unicodedata.normalize("NFKC", words)
    return " ".join(words.casefold().translate(STRAIGHT).split()).strip(" \"'.,;:!?-")


def slug(name: str) -> str:
    """A name as an id: `Toren Vask` -> `toren-vask`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    return re.sub(r"[^\w]+", "-", plain.casefold()).strip("-")
