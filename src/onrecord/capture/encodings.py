"""Bytes to characters: which encoding an input is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PK\x03\x04", "a ZIP or office file"),
    (b"\xd0\xcf\x11\xe0", "an office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
META = re.compile(rb"""<(?:meta\b[^>]*?charset\s*=|\?xml\b[^>]*?encoding\s*=)\s*["']?\s*([\w.:-]+)""", re.I)
SAMPLE = 1 << 16
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


def binary_reason(data: bytes) -> str | None:
    """What the bytes are if they are no text ("a PDF"), else None."""
    for magic, name in MAGIC:
        if data.startswith(magic):
            return name
    if any(data.startswith(bom) for bom, _ in BOMS) or _bare_utf16(data):
        return None
    sample = data[:SAMPLE]
    if b"\0" in sample or len(sample.translate(None, CONTROLS)) < 0.95 * len(sample):
        return "a binary file"
    return None


def encoding_of(data: bytes, declared: str | None = None) -> str:
    """The name of a Python codec for these bytes; decode with errors="replace".

    In order: byte-order mark, UTF-16 without one, valid UTF-8, the declared encoding (an HTTP
    header), a page's own meta tag, a Western text in Windows-1252, charset-normalizer's guess.
    """
    marked = next((name for bom, name in BOMS if data.startswith(bom)), None)
    if marked:
        return marked
    bare = _bare_utf16(data)
    if bare:
        return bare
    if _mostly_utf8(data):
        return "utf-8"
    meta = META.search(data[:4096])
    for name in (declared, meta.group(1).decode("ascii", "ignore") if meta else None):
        codec = _codec(name)
        if codec and codec != "utf-8" and _decodes(data, codec):
            return codec
    return _guess(data)


def _bare_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every second byte is zero, on one side only."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Valid UTF-8, or UTF-8 in which a few sequences are broken (cut off, pasted together)."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    return broken == 0 or broken * 5 < sum(1 for c in text if c > "\x7f" and c != "\ufffd")


def _codec(name: str | None) -> str | None:
    try:
        found = codecs.lookup(name or "").name
    except LookupError:
        return None
    # The web's rule: what calls itself Latin-1 or ASCII is Windows-1252.
    return "cp1252" if found in ("iso8859-1", "ascii") else found


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except (UnicodeError, LookupError):
        return False
    return True


def _guess(data: bytes) -> str:
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if high < 0.06 * len(data) and _decodes(data, "cp1252"):
        return "cp1252"
    from charset_normalizer import from_bytes  # slow to load, seldom needed

    best = from_bytes(data[:SAMPLE]).best()
    return best.encoding if best else "latin-1"
