"""A live preview: ``python -m trueloss serve``, until Ctrl-C.

Builds happen in this process, one after the other, so everything is imported once and the warm
parent of the kernels stays up: an edit costs its own cells and a fraction of a second. Pages with
diagnostics are read in each build, so that these are reported until they are mended.
"""

import html
import json
import logging
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

from trueloss.commands import parser_of
from trueloss.commands.kept_builds import build, doctrees_of
from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.execution.pool import prepare
from trueloss.pages.run_due import settings_of
from trueloss.repository import STATIC, find_root
from trueloss.text.files import write_whole

PORT = 8000
EVENTS = "/-/events"
#: The page of the rules, each below its code.
RULES = "contributing/rules.html"
SCRIPT = f"""
<script>
  new EventSource("{EVENTS}").onmessage = () => location.reload();
</script>
"""

#: What a reader sees if diagnostics left no page, and while a page is not there yet.
NO_PAGE = '<!doctype html>\n<html lang="en"><title>No page yet</title><body></body></html>\n'
UNDER_WAY = NO_PAGE.replace(
    "<body>", "<body><p>This page is being built; it appears once the site is there.</p>"
)


class Preview:
    """The site as it is now: its pages in ``out``, and what its last build said."""

    def __init__(self, root: Path, port: int = PORT) -> None:
        self.root = root
        self.out = root / "build" / "preview" / "html"
        self.diagnostics: list[Diagnostic] = []
        self._faulty = self.out.with_name("faulty.json")
        self.builds = 0
        #: Whether the first build is still to end.
        self.under_way = True
        self._built = threading.Condition()
        self._server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, self))
        self._server.daemon_threads = True

    @property
    def address(self) -> str:
        """Where a browser finds the site."""
        return f"http://127.0.0.1:{self._server.server_port}/"

    def run(self, stop: threading.Event | None = None) -> None:
        """Build, serve, and build again after each change, until interrupted or told to stop."""
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        print(f"The site is being built; open {self.address} already.", flush=True)
        self.build()
        print(f"The site is at {self.address}; Ctrl-C ends the preview.", flush=True)
        logging.getLogger("watchfiles").setLevel(logging.WARNING)
        watched = [self.root / "docs", self.root / "examples", STATIC]
        present = [folder for folder in watched if folder.exists()]
        for _ in watch(*present, stop_event=stop, raise_interrupt=False):
            self.build()
        self._server.shutdown()
        self._server.server_close()

    def build(self) -> None:
        """Build what has changed, print the diagnostics, and reload open pages."""
        try:
            self.diagnostics = self._build()
        except Exception as error:
            traceback.print_exc()
            message = (
                f"the build stopped with {type(error).__name__}: {error}; the pages stay as they "
                "were, and the next change rebuilds them all"
            )
            self.diagnostics = [Diagnostic("", 1, message, "docs", of="")]
        else:
            for diagnostic in self.diagnostics:
                print(f"{diagnostic.file}:{diagnostic}", file=sys.stderr, flush=True)
        with self._built:
            self.under_way = False
            self.builds += 1
            self._built.notify_all()

    def _build(self) -> list[Diagnostic]:
        """Build pages that changed or had diagnostics; return the diagnostics."""
        folder = self.out.parent
        faulty = self._take_faulty(doctrees_of(folder, self.root))
        done = build(self.root, folder, lambda env: faulty & env.found_docs)
        app = done.app
        # Where nothing had to run, the first edit would wait for TensorFlow.
        prepare(settings_of(app.config))
        files = {diagnostic.file for diagnostic in done.said}
        pages = {app.env.path2doc(self.root / file) or "" for file in files}
        # Diagnostics of programs, or of the whole site, need at least one page to be read.
        faulty = (pages & app.env.found_docs) or ({app.config.root_doc} if files else set())
        write_whole(self._faulty, json.dumps(sorted(faulty)))
        return sorted(done.said, key=lambda diagnostic: diagnostic.place)

    def _take_faulty(self, doctrees: Path) -> set[str]:
        """Return the pages of the last build that had diagnostics, to be read again.

        If that build did not finish, all are read again.
        """
        if not self._faulty.exists():
            (doctrees / "environment.pickle").unlink(missing_ok=True)
            return set()
        faulty = json.loads(self._faulty.read_text(encoding="utf-8"))
        self._faulty.unlink()
        return set(faulty)

    def events(self) -> Iterator[int]:
        """Yield the number of each build that finishes from now on."""
        while True:
            with self._built:
                self._built.wait()
                number = self.builds
            yield number

    def page(self, path: Path) -> bytes:
        """Return a page with the script that reloads it, and with what is wrong on top."""
        missing = UNDER_WAY if self.under_way else NO_PAGE
        text = path.read_text(encoding="utf-8") if path.is_file() else missing
        panel = ""
        if self.diagnostics:
            items = "".join(f"<li>{self._item(diagnostic)}</li>" for diagnostic in self.diagnostics)
            panel = f'<section role="alert" aria-label="What is wrong"><ul>{items}</ul></section>'
        return text.replace("</body>", f"{panel}{SCRIPT}</body>").encode()

    def _item(self, diagnostic: Diagnostic) -> str:
        """Return a diagnostic whose code leads to its rule, where the site has the rules."""
        text = html.escape(f"{diagnostic.file}:{diagnostic}")
        if diagnostic.of != "trueloss" or not (self.out / RULES).is_file():
            return text
        code = f"[{diagnostic.code}]"
        return text.removesuffix(code) + f'<a href="/{RULES}#{diagnostic.rule}">{code}</a>'


class _Handler(SimpleHTTPRequestHandler):
    """Serves a preview."""

    def __init__(self, preview: Preview, *arguments: object) -> None:
        self._preview = preview
        super().__init__(*arguments, directory=str(preview.out))  # type: ignore[arg-type] # as the server gives them

    def do_GET(self) -> None:
        """Answer with a page, a file, or the stream of events."""
        path = Path(self.translate_path(self.path))
        folder = path.is_dir() or path == self._preview.out
        page = path / "index.html" if folder else path
        if self.path == EVENTS:
            self._stream()
        elif page.suffix == ".html" and (
            page.is_file() or self._preview.diagnostics or self._preview.under_way
        ):
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


def main(arguments: Sequence[str]) -> int:
    """Serve this checkout until interrupted; return the exit code."""
    parser = parser_of("serve")
    parser.add_argument("--port", type=int, default=PORT)
    Preview(find_root(), port=parser.parse_args(arguments).port).run()
    return 0
