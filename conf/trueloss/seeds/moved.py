"""Move every seed that a program gives, each to a seed of its own.

This text runs inside a kernel, before the first cell (:mod:`trueloss.seeds.trials` sends it
there), so it imports nothing of the project. It changes what becomes of a seed where a library
takes it, and not the program: what else a program does with the number, such as printing it,
stays. A library that is imported later is changed then. What a program draws without a seed is
left alone, and so is a seed in a line that says ``COLUMN_SEED``: it deals out letters.
"""

import functools
import importlib
import importlib.abc
import importlib.util
import inspect
import linecache
import operator
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from types import CodeType, FrameType, ModuleType
from typing import Any

Move = Callable[[Any], Any]
Patch = Callable[[ModuleType, Move], None]

#: Runs lie this far apart, modulo 2 ** 32. Odd, so that no two of them meet.
STRIDE = 0x9E3779B1
_BITS = 32
_LOW = 2**_BITS - 1
#: What kernels call the programs of authors.
_PROGRAMS = re.compile(r"(cell_\d+|program)\.py")
_KEPT = re.compile(r"\bCOLUMN_SEED\b")


def moved(seed: Any, run: int) -> Any:
    """Return the seed that a run has in place of another: for two seeds two, for run 0 the same.

    The seeds from 0 to 2 ** 32 - 1, which is all that some generators take, stay among themselves.
    """
    if seed is None or isinstance(seed, bool):
        return seed
    if isinstance(seed, str):
        return f"{seed}+{run}" if run else seed
    if isinstance(seed, bytes | bytearray):
        return bytes(seed) + b"+%d" % run if run else seed
    if isinstance(seed, list | tuple):
        return type(seed)(moved(part, run) for part in seed)
    if getattr(seed, "shape", ()) and hasattr(seed, "tolist"):
        return moved(seed.tolist(), run)
    try:
        number = operator.index(seed)
    except TypeError:
        return seed
    return (number >> _BITS << _BITS) | ((number + run * STRIDE) & _LOW)


def install(run: int) -> None:
    """Move the seeds of all that is imported, and of what will be."""

    def move(seed: Any) -> Any:
        return seed if _is_kept(sys._getframe(1)) else moved(seed, run)

    for name, patch in PATCHES.items():
        if name in sys.modules:
            patch(sys.modules[name], move)
    sys.meta_path.insert(0, _PatchLater(move))


def _is_kept(frame: FrameType | None) -> bool:
    """Tell whether the statement of the program that gives a seed wants it as it is."""
    while frame is not None and not _PROGRAMS.fullmatch(frame.f_code.co_filename):
        frame = frame.f_back
    if frame is None:
        return False
    first, last = _lines(frame.f_code, frame.f_lasti)
    lines = (linecache.getline(frame.f_code.co_filename, line) for line in range(first, last + 1))
    return any(map(_KEPT.search, lines))


def _lines(code: CodeType, instruction: int) -> tuple[int, int]:
    position = list(code.co_positions())[instruction // 2]
    return position[0] or 0, position[1] or 0


class _PatchLater(importlib.abc.MetaPathFinder):
    """Finds what others find, and patches it once it is imported."""

    def __init__(self, move: Move) -> None:
        self._move = move
        self._finding: set[str] = set()

    def find_spec(self, name: str, _path: Any = None, _target: Any = None) -> Any:
        if name not in PATCHES or name in self._finding:
            return None
        self._finding.add(name)
        try:
            spec = importlib.util.find_spec(name)
        finally:
            self._finding.remove(name)
        if spec is not None and spec.loader is not None:
            execute = spec.loader.exec_module

            def execute_and_patch(module: ModuleType) -> None:
                execute(module)
                PATCHES[name](module, self._move)

            spec.loader.exec_module = execute_and_patch  # type: ignore[method-assign] # this one's
        return spec


def _functions(names: Iterable[str], parameter: str = "seed") -> Patch:
    """Return a patch of functions that take a seed under a name."""

    def patch(module: ModuleType, move: Move) -> None:
        for name in names:
            setattr(module, name, _moving(getattr(module, name), parameter, move))

    return patch


def _moving(function: Callable[..., Any], parameter: str, move: Move) -> Callable[..., Any]:
    """Return a function that does the same with another seed."""
    try:
        place = list(inspect.signature(function).parameters).index(parameter)
    except ValueError:  # C tells no signature
        place = 0

    @functools.wraps(function)
    def moving(*given: Any, **named: Any) -> Any:
        if len(given) > place:
            given = (*given[:place], move(given[place]), *given[place + 1 :])
        elif parameter in named:
            named[parameter] = move(named[parameter])
        return function(*given, **named)

    return moving


class _Moving(type):
    """The class of a class that makes instances of another, with another seed."""

    original: type
    move: Any
    parameter: str

    def __call__(cls, *given: Any, **named: Any) -> Any:
        if "original" not in vars(cls):  # derived from it
            return super().__call__(*given, **named)
        if given:
            given = (cls.move(given[0]), *given[1:])
        elif cls.parameter in named:
            named[cls.parameter] = cls.move(named[cls.parameter])
        return cls.original(*given, **named)

    def __instancecheck__(cls, instance: Any) -> bool:
        return isinstance(instance, vars(cls).get("original", ())) or super().__instancecheck__(
            instance
        )


def _classes(parameters: Mapping[str, str]) -> Patch:
    """Return a patch of classes, each with the name of the seed that is its first argument."""

    def patch(module: ModuleType, move: Move) -> None:
        for name, parameter in parameters.items():
            original = getattr(module, name)
            own = {
                "__doc__": original.__doc__,
                "__module__": original.__module__,
                "original": original,
                "move": staticmethod(move),
                "parameter": parameter,
            }
            setattr(module, name, _Moving(name, (original,), own))

    return patch


def _all(*patches: Patch) -> Patch:
    def patch(module: ModuleType, move: Move) -> None:
        for each in patches:
            each(module, move)

    return patch


def _stateless(module: ModuleType, move: Move) -> None:
    """Move the seeds, tensors too, of all operations of a module that have one."""
    for name, function in list(vars(module).items()):
        if (
            inspect.isfunction(function)
            and not name.endswith("_eager_fallback")
            and "seed" in inspect.signature(function).parameters
        ):
            setattr(module, name, _moving(function, "seed", functools.partial(_tensor, move)))


def _tensor(move: Move, seed: Any) -> Any:
    """Return a seed as a tensor, moved by as much as 0 is, and wrapped where it overflows."""
    tensorflow: Any = importlib.import_module("tensorflow")
    tensor = tensorflow.convert_to_tensor(seed)
    step = move(0)
    if not step:
        return tensor
    signed = tensor.dtype.size == 4 and not tensor.dtype.is_unsigned
    step = step - 2**_BITS if signed and step >= 2 ** (_BITS - 1) else step
    return tensor + tensorflow.cast(step, tensor.dtype)


#: Where libraries take a seed. What is not named here comes to one of these: Keras and
#: ``set_random_seed`` to ``random``, NumPy and TensorFlow, scikit-learn to ``RandomState``.
PATCHES: dict[str, Patch] = {
    "random": _all(_functions(["seed"], "a"), _classes({"Random": "x"})),
    "numpy.random": _all(
        _functions(["seed", "default_rng"]),
        _classes(
            {
                "MT19937": "seed",
                "PCG64": "seed",
                "PCG64DXSM": "seed",
                "Philox": "seed",
                "RandomState": "seed",
                "SFC64": "seed",
                "SeedSequence": "entropy",
            }
        ),
    ),
    "tensorflow.python.eager.context": _functions(["set_global_seed"]),
    "tensorflow.python.framework.random_seed": _functions(["get_seed"], "op_seed"),
    "tensorflow.python.ops.gen_random_index_shuffle_ops": _stateless,
    "tensorflow.python.ops.gen_stateless_random_ops": _stateless,
    "tensorflow.python.ops.gen_stateless_random_ops_v2": _stateless,
    "tensorflow.python.ops.stateful_random_ops": _functions(["create_rng_state"]),
}


def program(text: str, run: int) -> str:
    """Return, from the text of this file, the line that installs a run in a kernel."""
    return f"exec({text!r}, m := {{'__name__': 'moved'}}); m['install']({run}); del m\n"
