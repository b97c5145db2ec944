"""A record's place for every test of the store: a SQLite file, and a schema of a real PostgreSQL server."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

_schemas = itertools.count(1)


def _missing(reason: str) -> None:
    """Skip, or fail where the environment promises PostgreSQL (ONRECORD_REQUIRE=postgresql)."""
    if "postgresql" in os.environ.get("ONRECORD_REQUIRE", "").split(","):
        pytest.fail(reason)
    pytest.skip(reason)


def _binaries() -> Path | None:
    """The folder of the newest PostgreSQL server installed."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    found = [p.parent for p in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(found, key=lambda p: int(p.parent.name), default=None)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a database of a server that lives as long as the tests."""
    folder = _binaries()
    if folder is None:
        _missing("no PostgreSQL server is installed (initdb not found)")
    assert folder is not None
    user: str | None = None
    if os.geteuid() == 0:  # the server refuses to run as root
        try:
            user = pwd.getpwnam("postgres").pw_name
        except KeyError:
            _missing("no unprivileged user to run PostgreSQL as")
    home = Path(tempfile.mkdtemp(prefix="onrecord-pg-"))
    if user:
        shutil.chown(home, user)
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    data = home / "data"
    subprocess.run(
        [folder / "initdb", "-D", data, "-U", "onrecord", "-A", "trust", "-E", "UTF8", "--no-sync"],
        check=True,
        capture_output=True,
        user=user,
        cwd=home,
    )
    options = ["-h", "127.0.0.1", "-p", str(port), "-k", str(home), "-c", "fsync=off"]
    server = subprocess.Popen(
        [folder / "postgres", "-D", data, *options], user=user, cwd=home, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(port, server)
        yield f"postgresql://onrecord@127.0.0.1:{port}/postgres"
    finally:
        server.terminate()
        server.wait(30)
        shutil.rmtree(home, ignore_errors=True)


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    import psycopg

    for _ in range(300):
        assert server.poll() is None, "the PostgreSQL server ended"
        try:
            psycopg.connect(f"postgresql://onrecord@127.0.0.1:{port}/postgres", connect_timeout=2).close()
            return
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise AssertionError("the PostgreSQL server does not answer")


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new record may be made."""
    if request.param == "sqlite":
        return str(tmp_path / "record.db")
    return f"{request.getfixturevalue('postgresql')}?schema=record{next(_schemas)}"
