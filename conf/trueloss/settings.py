"""What ``conf.py`` can set, as ``trueloss_<name>``: one table for Sphinx, commands and the guide.

A setting has its help and its rule beside its default. The defaults know nothing of any course.
"""

import os
import runpy
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, get_args

KernelKind = Literal["auto", "forked", "plain"]
#: Rules for a mode's questions as a whole; ``lessons.questions.page_rules`` applies them.
PageRule = Literal["", "practice", "challenge", "pool"]


class SettingError(ValueError):
    """A setting that cannot be; the message names it, its value, the cause and what to write."""


@dataclass(frozen=True)
class Mode:
    """One way to learn: the page that holds it, and what a reader sees of it.

    ``attempts`` is how often a reader may answer a question there; without it, as often as wanted.
    ``draws`` is how many questions are drawn of those on the page; without it, all are asked.
    ``badge`` is whether answering all of them earns one. ``rule`` is what they have to be together.
    """

    page: str
    name: str
    offers: str
    attempts: int | None = None
    draws: int | None = None
    badge: bool = False
    rule: PageRule = ""


#: The types of settings: what a person calls them, and what a message asks for.
_KINDS = {
    bool: ("truth value", "True or False"),
    dict: ("table", "a table of texts"),
    int: ("whole number", "a whole number"),
    str: ("text", "a text"),
    tuple: ("list", "a list of texts"),
}


def _wrong_texts(values: Any) -> str:
    if not isinstance(values, dict | tuple):
        return ""
    texts = (*values, *values.values()) if isinstance(values, dict) else values
    other = next((text for text in texts if not isinstance(text, str)), None)
    return "" if other is None else f"and {other!r} in it is not a text"


def _setting(
    default: Any,
    purpose: str,
    *,
    write: str = "",
    rebuild: Literal["", "env", "html"] = "env",
    wrong: Callable[[Any], str] = _wrong_texts,
    read: Callable[[Any], Any] = lambda value: value,
) -> Any:
    """Declare a setting.

    ``write`` is what a message asks for, ``rebuild`` what Sphinx does again after a change.
    ``wrong`` returns why a value of the right type cannot be, and ``read`` the value in use.
    """
    rule = {"help": purpose, "write": write, "rebuild": rebuild, "wrong": wrong, "read": read}
    if callable(default):
        return field(default_factory=default, metadata=rule)
    return field(default=default, metadata=rule)


def _wrong_modes(modes: tuple[Any, ...]) -> str:
    needed = {each.name for each in fields(Mode) if each.default is MISSING}
    known = {each.name for each in fields(Mode)}
    for mode in modes:
        if not isinstance(mode, dict) or not needed <= mode.keys() <= known:
            return f"and {mode!r} in it does not have {', '.join(sorted(needed))}, or has more"
        if mode.get("rule", "") not in get_args(PageRule):
            return f"and there is no rule {mode['rule']!r}"
    pages = [mode["page"] for mode in modes]
    if len({*pages}) < len(pages):
        return "and two modes have the same page"
    return "" if not modes or "index" in pages else "and no mode has the page index"


def _wrong_whole(parts: dict[Any, Any]) -> str:
    known = "cards, minutes, pictures, recaps, tasks"
    for part, number in parts.items():
        if part not in known.split(", ") or type(number) is not int:
            return f"and {part!r}: {number!r} in it is no number of {known}"
    return ""


def _wrong_packages(packages: dict[Any, Any]) -> str:
    for module, distributions in packages.items():
        if not isinstance(distributions, list | tuple) or not distributions:
            return f"and {module!r} leads to {distributions!r}"
    return ""


@dataclass(frozen=True)
class Running:
    """How pages are run."""

    kernels: KernelKind = _setting(  # noqa: RUF009 # it returns a field
        "auto",
        "kernels `forked` from a warm parent, `plain` processes, or the first that is safe here",
        write=f"one of {', '.join(get_args(KernelKind))}",
        rebuild="",
        wrong=lambda kind: "" if kind in get_args(KernelKind) else "which does not exist",
    )
    imports: tuple[str, ...] = _setting(
        (),
        "modules that the warm parent imports before it forks; importing them starts no thread",
        rebuild="",
    )
    imports_along: tuple[str, ...] = _setting(
        (),
        "modules that a package imports at its first use: imported with it, where they exist",
        rebuild="",
    )
    environment: Mapping[str, str] = _setting(
        dict,
        "variables of the kernels, such as those that make a library deterministic; they are part "
        "of the key under which outputs are kept, and the first cell of a notebook sets them",
        write='a table of texts, such as {"TF_DETERMINISTIC_OPS": "1"}',
    )
    workers: int = _setting(
        lambda: os.cpu_count() or 1,
        "how many pages run at the same time on this machine; of no effect with a scheduler",
        write="a number from 1 on",
        rebuild="",
        wrong=lambda number: "" if number > 0 else "and no page would run",
    )
    scheduler: str | None = _setting(
        None,
        "the address of a Dask scheduler that runs the pages; without one, this machine does",
        write='an address, such as "tcp://host:8786"',
        rebuild="",
    )


@dataclass(frozen=True)
class Settings(Running):
    """All that a course can set."""

    modes: tuple[Mode, ...] = _setting(
        (),
        "the ways to learn a topic, in their order: tables with `page`, `name` and `offers`, and "
        "with `attempts`, `draws`, `badge` and `rule` where a mode has them",
        write='a list of tables such as {"page": "index", "name": "Learn", "offers": "a program"}',
        wrong=_wrong_modes,
        read=lambda modes: tuple(Mode(**mode) for mode in modes),
    )
    whole: Mapping[str, int] = _setting(
        dict,
        "what a lesson without open points has, besides a page for each mode: `cards`, `pictures`, "
        "`recaps` and `tasks` at least, `minutes` of its first page at most; empty for nothing",
        write='a table of numbers, such as {"tasks": 5, "minutes": 15}',
        wrong=_wrong_whole,
    )
    packages: Mapping[str, tuple[str, ...]] = _setting(
        dict,
        "the packages that programs may import: the module, and the distributions that have it, "
        "first the one that readers install; their versions are named first",
        write='a table of lists, such as {"sklearn": ["scikit-learn"]}',
        wrong=_wrong_packages,
    )
    signed: str = _setting(
        "",
        "the package whose version stands below each output, as people write it: `TensorFlow`",
        write="the name of one of trueloss_packages",
    )
    repository: str = _setting(
        "", "where the repository lies, as `https://github.com/owner/name`; empty for nowhere"
    )
    description: str = _setting(
        "",
        "what the site is, in a sentence, for pages without a paragraph of their own",
        rebuild="html",
    )
    archive: str = _setting(
        "course",
        "the name of the archive of the whole site, without its suffix",
        rebuild="html",
        wrong=lambda name: "" if name.isidentifier() else "which cannot be the name of a file",
    )
    redirects: Mapping[str, str] = _setting(
        dict,
        "pages that have moved: the old one and the new one, so that links of others still arrive",
        write='a table of pages, such as {"lessons/old/index": "lessons/new/index"}',
    )
    prose_exempt: tuple[str, ...] = _setting(
        (), "pages whose prose may hold numbers that no run has printed"
    )
    stylesheets: tuple[str, ...] = _setting(
        ("mystnb*.css", "pygments.css", "sphinx-design.min.css"),
        "stylesheets below `_static` that are cut down to what the pages use",
        rebuild="html",
    )
    scrolling: Mapping[str, str] = _setting(
        dict,
        "what the theme lets scroll sideways: the class of the box, and the name for it that "
        "screen readers say",
        write='a table of texts, such as {"table-wrapper": "Table"}',
        rebuild="html",
    )
    release: bool = _setting(
        default=False, purpose="whether open points are refused: `nox -s docs -- --release`"
    )
    run_only: tuple[str, ...] = _setting(
        (), "the pages and folders whose cells may run, all without any: `nox -s check`", rebuild=""
    )
    keep_faulty: bool = _setting(
        default=False,
        purpose="whether pages with diagnostics are kept: `nox -s check` and `nox -s serve`, which "
        "read them again",
        rebuild="",
    )
    root: str = _setting(
        "", "the folder that no `:load:` may leave; empty for the one above the pages"
    )
    fingerprint: str = _setting(
        "", "what the kernels are made of; each build sets it, and a new one reads every page anew"
    )


def default_of(each: Field[Any]) -> Any:
    """Return the default of a setting."""
    return each.default if each.default_factory is MISSING else each.default_factory()


def _read(each: Field[Any], value: Any) -> Any:
    """Return a value converted for use; raise SettingError if it is invalid."""
    default, rule = default_of(each), each.metadata
    value = tuple(value) if isinstance(value, list) else value
    kind = str if default is None else type(default)
    if value != default:
        name, write = _KINDS[kind]
        cause = rule["wrong"](value) if type(value) is kind else f"which is no {name}"
        if cause:
            asked = rule["write"] or write
            raise SettingError(f"trueloss_{each.name} is {value!r}, {cause}; write {asked}")
    return rule["read"](value)


def read(values: Mapping[str, Any]) -> Settings:
    """Return the settings among the values of a ``conf.py``; raise SettingError."""
    given = {
        each.name: _read(each, values.get(f"trueloss_{each.name}", default_of(each)))
        for each in fields(Settings)
    }
    settings = Settings(**given)
    if settings.signed and settings.signed.lower() not in settings.packages:
        known = ", ".join(settings.packages) or "none"
        text = f"trueloss_signed is {settings.signed!r}, which is none of trueloss_packages"
        raise SettingError(f"{text}; write the name of one of them: {known}")
    return settings


def helps() -> dict[str, str]:
    """Return what each setting is for, by its whole name."""
    return {f"trueloss_{each.name}": each.metadata["help"] for each in fields(Settings)}


def read_settings(root: Path) -> Settings:
    """Return the settings of the repository at ``root``; raise SettingError."""
    return read(runpy.run_path(str(root / "conf" / "conf.py")))
