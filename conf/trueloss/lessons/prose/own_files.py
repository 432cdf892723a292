"""Files that a page takes along: pictures, and what it offers to download; none of them acts.

A file is opened where the site lies, and a script in it would run there as one of the house's own.
"""

from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.prose.picture_texts import written_pictures
from trueloss.text.allowed_svg import fault_of_svg

PICTURES = ("avif", "gif", "jpeg", "jpg", "png", "svg", "webp")
DOWNLOADS = (
    *PICTURES,
    *("bz2", "csv", "gz", "h5", "ipynb", "json", "keras", "md", "npy", "npz", "parquet", "pdf"),
    *("py", "tar", "tflite", "toml", "tsv", "txt", "xz", "yaml", "yml", "zip"),
)
_INSTEAD = "save a drawing as PNG, offer a program as .txt, or pack it into a .zip"


def check_files(app: Sphinx, document: nodes.document) -> None:
    """Report pictures of others, and files that could act."""
    report(_found(app, document), Path(app.env.doc2path(app.env.docname)))


def _found(app: Sphinx, document: nodes.document) -> Iterator[Diagnostic]:
    for picture in list(written_pictures(document)):
        if "://" in picture["uri"]:
            message = (
                f"the picture {picture['uri']} lies on another host, and browsers are told to load "
                "nothing from there; put the file beside the page"
            )
            yield Diagnostic("picture-remote", _line(picture), message)
            picture.parent.remove(picture)
        elif fault := _fault(app, picture["uri"], PICTURES):
            yield _diagnostic(picture, picture["uri"], fault)
            picture.parent.remove(picture)
    for download in list(document.findall(addnodes.download_reference)):
        if fault := _fault(app, download["reftarget"], DOWNLOADS):
            yield _diagnostic(download, download["reftarget"], fault)
            download.replace_self(download.children)


def _diagnostic(node: nodes.Element, file: str, fault: str) -> Diagnostic:
    message = f"the file {file} {fault}, and a reader's browser may run it as a part of this site"
    return Diagnostic("file-active", _line(node), f"{message}; {_INSTEAD}")


def _fault(app: Sphinx, address: str, known: tuple[str, ...]) -> str | None:
    """Say what is wrong with a file; one that is missing is Sphinx's to report."""
    if address.startswith("data:"):
        return None
    _, path = app.env.relfn2path(address, app.env.docname)
    suffix = Path(path).suffix.lower().removeprefix(".")
    if "://" in address or not Path(path).is_file():
        return None
    if suffix not in known:
        return f"does not end in {', '.join(known[:-1])} or {known[-1]}"
    return fault_of_svg(Path(path).read_bytes()) if suffix == "svg" else None


def _line(node: nodes.Node) -> int:
    while not node.line and node.parent is not None:
        node = node.parent
    return node.line or 1
