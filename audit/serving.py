"""Serve a folder as static hosts do: compressed, with its own headers and its own 404 page."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

_COMPRESSED = ("text/", "application/json", "application/javascript", "image/svg+xml")


@contextmanager
def serve(folder: Path, prefix: str = "/") -> Iterator[str]:
    """Serve the folder under a prefix, ``/`` or ``/some/path/``, and give the address."""
    handler = partial(_Handler, folder, prefix, headers_of(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def headers_of(folder: Path) -> dict[str, str]:
    """Return what the ``_headers`` of a site asks for; empty where it has none."""
    path = folder / "_headers"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    pairs = (line.strip().partition(": ") for line in lines if line.startswith(" "))
    return {name: value for name, _, value in pairs}


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(
        self, folder: Path, prefix: str, headers: dict[str, str], *arguments: object
    ) -> None:
        self._folder, self._prefix, self._headers = folder, prefix, headers
        super().__init__(*arguments)  # type: ignore[arg-type] # as the server gives them

    def do_GET(self) -> None:
        """Answer with a file, or with the 404 page."""
        self._answer(with_content=True)

    def do_HEAD(self) -> None:
        """Answer as ``do_GET`` does, without the content."""
        self._answer(with_content=False)

    def _answer(self, *, with_content: bool) -> None:
        path = self._path()
        status = HTTPStatus.OK if path else HTTPStatus.NOT_FOUND
        path = path or self._folder / "404.html"
        content = path.read_bytes() if path.exists() else b""
        kind = self.guess_type(str(path))
        self.send_response(status)
        self.send_header("Content-Type", kind + "; charset=utf-8" * kind.startswith("text/"))
        for name, value in self._headers.items():
            self.send_header(name, value)
        if kind.startswith(_COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            content = gzip.compress(content)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if with_content:
            self.wfile.write(content)

    def _path(self) -> Path | None:
        asked = unquote(urlsplit(self.path).path)
        if not asked.startswith(self._prefix):
            return None
        path = (self._folder / asked.removeprefix(self._prefix)).resolve()
        path = path / "index.html" if path.is_dir() else path
        inside = path.is_relative_to(self._folder.resolve())
        return path if inside and path.is_file() else None

    def log_message(self, *_: object) -> None:
        """Keep the terminal for the results."""
