"""What a page's outputs depend on besides its own cells.

The same cells print the same bytes only where the packages, Python, the settings below and our own
code around the cells are the same, so all four go into the key under which outputs are cached.
"""

import functools
import hashlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from platform import python_version
from types import MappingProxyType

#: Set before a kernel imports anything; a course adds what its libraries need. Thread counts
#: change the last digits of a sum; ``MPLBACKEND`` decides whether a figure becomes an output at
#: all. Dates, the order of words and what programs say of errors depend on the language and the
#: time zone.
KERNEL_ENVIRONMENT = {
    "CUDA_VISIBLE_DEVICES": "-1",
    "LC_ALL": "C.UTF-8",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "SOURCE_DATE_EPOCH": "0",
    "TZ": "UTC",
}

PACKAGE = Path(__file__).parents[1]
#: Our own code between a cell and its cached output: all that a kernel runs, how the builder asks
#: it, and how it settles what comes back.
KERNEL_CODE = ("kernels/*.py", "execution/counting_client.py", "execution/run_job.py")


@functools.cache
def installed_versions() -> Mapping[str, str]:
    """Return the version of every installed distribution but this one, by its normalised name.

    Both are in the names of the folders that installers leave, and reading those takes a
    hundredth of what opening 150 metadata files takes.
    """
    versions = {}
    for folder in (Path(entry) for entry in reversed(sys.path)):
        for installed in folder.glob("*.dist-info"):
            name, _, version = installed.stem.partition("-")
            versions[name.lower().replace("_", "-")] = version
    # An installation of this checkout says nothing of its code, which :func:`kernel_code` reads.
    versions.pop("trueloss", None)
    return MappingProxyType(versions)


@functools.cache
def kernel_code(folder: Path = PACKAGE) -> str:
    """Return a digest of the files ``KERNEL_CODE`` of a folder, as they were at the first call."""
    digest = hashlib.sha256()
    for pattern in KERNEL_CODE:
        for path in sorted(folder.glob(pattern)):
            digest.update(f"\n{path.name}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def named_versions(packages: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return the versions of the distributions of some packages, as far as they are installed."""
    versions = installed_versions()
    names = (name for distributions in packages.values() for name in distributions)
    return {name: versions[name] for name in names if name in versions}


def fingerprint(variables: Mapping[str, str]) -> str:
    """Return 16 hexadecimal digits that change whenever the environment of the kernels does.

    ``variables`` are those of the course.
    """
    facts = {
        **installed_versions(),
        **KERNEL_ENVIRONMENT,
        **variables,
        "kernel code": kernel_code(),
        "python": python_version(),
    }
    text = "\n".join(f"{name}={facts[name]}" for name in sorted(facts))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
