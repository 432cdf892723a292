"""The inventory of names that prose may link to."""

import subprocess
import sys
from types import ModuleType

from tests.real_kernels import LINUX
from trueloss.commands.names import public_names

PROGRAM = """\
from trueloss.commands.names import NAMES, inventory
assert inventory() == NAMES.read_text(encoding="utf-8"), "run `nox -s names`"
"""


def module(name: str, **names: object) -> ModuleType:
    made = ModuleType(name)
    made.__dict__.update(names)
    return made


def test_public_modules_are_searched_and_no_others() -> None:
    layers = module("keras.layers", Dense=int, _Hidden=int)
    keras = module("keras", layers=layers, os=module("os", getcwd=int), legacy=layers, fit=len)
    layers.__dict__["again"] = layers  # a circle of modules ends
    assert dict(public_names(keras, "keras")) == {
        "keras.fit": len,
        "keras.layers": layers,
        "keras.layers.Dense": int,
    }


@LINUX  # elsewhere TensorFlow is another package
def test_the_inventory_is_that_of_the_lock() -> None:
    subprocess.run([sys.executable, "-W", "ignore", "-c", PROGRAM], check=True)
