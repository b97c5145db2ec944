"""The commands that start the web application: `serve` on a record, `demo` on the bundled example."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
import webbrowser
from importlib import resources
from pathlib import Path

import click

from onrecord.errors import Stopped
from onrecord.pipeline import Record
from onrecord.serve.terminal import progress, tell
from onrecord.settings import Settings

PORT = 8765
NAME = "The Mirel Strait dispute"
"""What the bundled example is called."""


@click.command()
@click.argument("record")
@click.option("--port", type=click.IntRange(0, 65535), help=f"Default: {PORT}, or a free one if that is taken.")
@click.option("--host", default="127.0.0.1", show_default=True)
def serve(record: str, port: int | None, host: str) -> None:
    """Open RECORD in the web application."""
    with Record.open(record, create=False) as opened:
        _serve(opened, Path(record).stem, host, port, browser=False)


@click.command()
@click.argument("record", required=False)
@click.option("--port", type=click.IntRange(0, 65535), help=f"Default: {PORT}, or a free one if that is taken.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
def demo(record: str | None, port: int | None, no_browser: bool) -> None:
    """Build the record of a bundled, invented dispute and open it (in RECORD, or in a temporary place)."""
    example = Path(str(resources.files("onrecord.example")))
    with (
        tempfile.TemporaryDirectory(prefix="onrecord-") as folder,
        Record.open(record or str(Path(folder) / "demo.db")) as opened,
    ):
        tell("reading the bundled example ...")
        settings = Settings.from_file(example / "onrecord.toml")
        with progress() as step:
            opened.add([str(example / "coverage")], settings=settings, progress=step)
        entries = opened.entries()
        tell(
            f"{len(entries.articles)} articles: {len(entries.meetings)} meetings, {len(entries.quotes)} quotes and more"
        )
        _serve(opened, NAME, "127.0.0.1", port, browser=not no_browser)


def _serve(record: Record, name: str, host: str, port: int | None, *, browser: bool) -> None:
    """Serve until interrupted. The address is printed once requests are taken."""
    import uvicorn

    from onrecord.serve.web.app import create_app

    listening = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}/"
    server = uvicorn.Server(uvicorn.Config(create_app(record, name), log_level="warning", access_log=False))
    click.echo(address)
    sys.stdout.flush()
    tell("press Ctrl+C to stop")
    if browser and _has_desktop():
        webbrowser.open(address)  # the socket takes the request already; it is answered as soon as the server runs
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        pass
    finally:
        listening.close()


def _listen(host: str, port: int | None) -> socket.socket:
    """A listening socket: on the port asked for, else on the usual one, else on a free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    reason = ""
    for candidate in (port,) if port is not None else (PORT, 0):
        s = socket.socket(family, socket.SOCK_STREAM)
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            s.bind((host, candidate))
            s.listen(128)
        except OSError as e:
            s.close()
            reason = e.strerror or str(e)
            continue
        return s
    raise Stopped(f"cannot listen on {host}{f':{port}' if port is not None else ''}: {reason}")


def _has_desktop() -> bool:
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
