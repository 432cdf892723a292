"""A live preview: ``python -m trueloss.serve``, until Ctrl-C.

Builds happen in this process, one after the other, so everything is imported once and the warm
parent of the kernels stays up: an edit costs its own cells and a fraction of a second.
"""

import argparse
import html
import logging
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.console import strip_escape_sequences  # type: ignore[attr-defined] # documented there
from sphinx.util.docutils import docutils_namespace, patch_docutils
from watchfiles import watch

from trueloss.execution.due import settings_of
from trueloss.execution.pool import prepare

ROOT = Path(__file__).parents[2]
PORT = 8000
EVENTS = "/-/events"
SCRIPT = f"""
<script>
  new EventSource("{EVENTS}").onmessage = () => location.reload();
</script>
"""


class Preview:
    """The site as it is now: its pages in ``out``, and what its last build complained of."""

    def __init__(self, root: Path, conf: Path = ROOT / "conf", port: int = PORT) -> None:
        self.root = root
        self.conf = conf
        self.out = root / "build" / "preview" / "html"
        self.complaints: list[str] = []
        self.builds = 0
        self._built = threading.Condition()
        self._server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, self))
        self._server.daemon_threads = True

    @property
    def address(self) -> str:
        """Where a browser finds the site."""
        return f"http://127.0.0.1:{self._server.server_port}/"

    def run(self) -> None:
        """Build, serve, and build again after each change, until interrupted."""
        self.build()
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        print(f"The site is at {self.address}; Ctrl-C ends the preview.", flush=True)
        logging.getLogger("watchfiles").setLevel(logging.WARNING)
        watched = [self.root / "docs", self.root / "examples", self.conf / "static"]
        for _ in watch(*watched, raise_interrupt=False):
            self.build()
        self._server.shutdown()

    def build(self) -> None:
        """Build what has changed, print what is wrong, and let open pages reload."""
        warnings = StringIO()
        doctrees = self.out.with_name("doctrees")
        with patch_docutils(self.conf), docutils_namespace():
            app = Sphinx(
                self.root / "docs", self.conf, self.out, doctrees, "html", {}, None, warnings
            )
            app.build()
            # Where nothing had to run, the first edit would wait for TensorFlow.
            prepare(settings_of(app.config))
        text = strip_escape_sequences(warnings.getvalue())
        self.complaints = [line for line in text.splitlines() if line.strip()]
        for complaint in self.complaints:
            print(complaint, file=sys.stderr, flush=True)
        with self._built:
            self.builds += 1
            self._built.notify_all()

    def events(self) -> Iterator[int]:
        """Yield the number of each build that finishes from now on."""
        while True:
            with self._built:
                self._built.wait()
                number = self.builds
            yield number

    def page(self, path: Path) -> bytes:
        """Return a page with the script that reloads it, and with what is wrong on top."""
        text = path.read_text(encoding="utf-8")
        panel = ""
        if self.complaints:
            items = "".join(f"<li>{html.escape(complaint)}</li>" for complaint in self.complaints)
            panel = f'<section role="alert" aria-label="What is wrong"><ul>{items}</ul></section>'
        return text.replace("</body>", f"{panel}{SCRIPT}</body>").encode()


class _Handler(SimpleHTTPRequestHandler):
    """Serves a preview."""

    def __init__(self, preview: Preview, *arguments: object) -> None:
        self._preview = preview
        super().__init__(*arguments, directory=str(preview.out))  # type: ignore[arg-type] # as the server gives them

    def do_GET(self) -> None:
        """Answer with a page, a file, or the stream of events."""
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        if self.path == EVENTS:
            self._stream()
        elif page.suffix == ".html" and page.is_file():
            self._send(self._preview.page(page))
        else:
            super().do_GET()

    def _stream(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            for number in self._preview.events():
                self.wfile.write(f"data: {number}\n\n".encode())
                self.wfile.flush()
        except OSError:  # the reader has left the page
            return

    def _send(self, content: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Keep the terminal for what is wrong with the pages."""


def main() -> None:
    """Serve this checkout."""
    parser = argparse.ArgumentParser(prog="nox -s serve --", description=__doc__)
    parser.add_argument("--port", type=int, default=PORT)
    Preview(ROOT, port=parser.parse_args().port).run()


if __name__ == "__main__":
    main()
