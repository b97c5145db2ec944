"""Where a record lies: a SQLite file or a schema of a PostgreSQL database, opened or made."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import SQLAlchemyError

from onrecord.errors import NotARecord, Stopped

VERSION = 3
"""The version of the tables that this program writes: the number of the newest migration."""

SCHEMA = "onrecord"
"""The PostgreSQL schema of a record whose URL names none (`postgresql://host/db?schema=geneva`)."""


def open_engine(location: str, *, create: bool) -> Engine:
    """The database at a path or postgresql:// URL, with the tables of this version.

    Raises NotARecord for a file that is something else or of a newer version, Stopped for what
    cannot be reached or, without `create`, does not exist.
    """
    try:
        if location.startswith(("postgresql://", "postgres://")):
            return _open_postgresql(location, create)
        return _open_sqlite(Path(location), create)
    except SQLAlchemyError as e:
        reason = str(getattr(e, "orig", None) or e).strip().splitlines()[0]
        raise Stopped(f"{_shown(location)}: cannot be opened: {reason}") from None


def _open_sqlite(path: Path, create: bool) -> Engine:
    fresh = _is_fresh(path)
    if fresh and not create:
        raise Stopped(f"{path}: there is no record; `onrecord add {path} SOURCE` makes one")
    if not path.absolute().parent.is_dir():
        raise Stopped(f"{path}: its folder does not exist")
    if not fresh:
        _check_version(_version_of_file(path), str(path))
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # transactions are begun below, so that they hold DDL too
        for pragma in ("busy_timeout = 30000", "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    _bring_up_to_date(engine)
    return engine


def _is_fresh(path: Path) -> bool:
    """Nothing there yet, or what a run killed before its first commit leaves: a file without any table."""
    if not path.exists():
        return True
    if path.is_dir():
        raise NotARecord(f"{path}: a folder, not a record")
    try:
        with path.open("rb") as f:
            head = f.read(16)
    except OSError as e:
        raise Stopped(f"{path}: cannot be read: {e.strerror}") from None
    if not head:
        return True
    if head != b"SQLite format 3\x00":
        raise NotARecord(f"{path}: not a record")
    return not _ask(path, "SELECT count(*) FROM sqlite_master")


def _version_of_file(path: Path) -> str | None:
    if not _ask(path, "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"):
        return None
    if not _ask(path, "SELECT count(*) FROM sqlite_master WHERE name = 'readings'"):
        return None
    version = _ask(path, "SELECT version_num FROM alembic_version")
    return str(version) if version is not None else None


def _ask(path: Path, query: str) -> object:
    """One value, asked without being able to write."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            row = connection.execute(query).fetchone()
        finally:
            connection.close()
    except sqlite3.DatabaseError as e:
        raise NotARecord(f"{path}: not a record, or a damaged one: {e}") from None
    return row[0] if row else None


def _open_postgresql(location: str, create: bool) -> Engine:
    parts = urlsplit(location)
    query = dict(parse_qsl(parts.query))
    schema = query.pop("schema", SCHEMA)
    url = urlunsplit(("postgresql+psycopg", parts.netloc, parts.path, urlencode(query), ""))
    engine = create_engine(url, connect_args={"options": f"-c search_path={schema}"}, pool_pre_ping=True)
    try:
        with engine.begin() as connection:
            have = connection.execute(
                text("SELECT table_name FROM information_schema.tables WHERE table_schema = :s"), {"s": schema}
            ).scalars()
            tables = set(have)
            if tables:
                known = {"alembic_version", "readings"} <= tables
                version = connection.execute(text("SELECT version_num FROM alembic_version")) if known else None
                _check_version(version.scalar() if version else None, _shown(location))
            elif not create:
                raise Stopped(f"{_shown(location)}: there is no record in schema {schema!r}")
            else:
                quoted = connection.dialect.identifier_preparer.quote(schema)
                connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {quoted}"))
        _bring_up_to_date(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _shown(location: str) -> str:
    """The location as it may be printed: without a password."""
    parts = urlsplit(location)
    if parts.scheme in ("postgresql", "postgres") and parts.password:
        return urlunsplit(parts._replace(netloc=parts.netloc.replace(f":{parts.password}@", ":***@")))
    return location


def _check_version(version: str | None, where: str) -> None:
    if version is None or not version.isdigit():
        raise NotARecord(f"{where}: not a record")
    if int(version) > VERSION:
        raise NotARecord(
            f"{where}: a record of a newer version ({int(version)}; this program knows {VERSION}): update onrecord"
        )


def _bring_up_to_date(engine: Engine) -> None:
    """Run the migrations that are missing, all or none of them."""
    with engine.begin() as connection:
        if engine.dialect.has_table(connection, "alembic_version"):
            version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            if version is not None and int(version) == VERSION:
                return
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
