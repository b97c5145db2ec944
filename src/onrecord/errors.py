"""What can go wrong, in two tiers: one input is refused, or the command cannot be carried out.

OnrecordError
+-- Refused         one input cannot be read; it is named and the run goes on
+-- Stopped         the command cannot be carried out
|   +-- NotARecord  the file is no record, or one of a newer version
|   +-- BadSettings the settings file cannot be understood
+-- FalseEvidence   offsets that do not hold the words claimed: always our bug
"""

from __future__ import annotations


class OnrecordError(Exception):
    """The root of everything that onrecord raises on purpose."""


class Refused(OnrecordError):
    """One input cannot be read: `source` names it, `reason` says why in a few words."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class Stopped(OnrecordError):
    """The command cannot be carried out."""


class NotARecord(Stopped):
    """A file that is no record, or a record of a version that this program does not know."""


class BadSettings(Stopped):
    """A settings file that cannot be understood."""


class FalseEvidence(OnrecordError):
    """Offsets that do not hold the words claimed."""
