"""Seeds that a run moves: which, where to, and what of a program stays as it is."""

import inspect

import pytest

from tests.real_kernels import SETTINGS, make_job, text_of
from trueloss.execution.pool import run_jobs
from trueloss.execution.run_settings import Settings
from trueloss.seeds import moved

TEXT = inspect.getsource(moved)

SEEDS = [0, 1, 19, 2**31, 2**32 - 1, 2**32, 2**40 + 5, -1]


def test_no_two_seeds_meet_and_run_0_moves_nothing():
    for run in range(20):
        assert len({moved.moved(seed, run) for seed in SEEDS}) == len(SEEDS)
    assert [moved.moved(seed, 0) for seed in SEEDS] == SEEDS
    assert len({moved.moved(1, run) for run in range(1000)}) == 1000


def test_what_all_generators_take_they_still_take():
    assert all(0 <= moved.moved(seed, 7) < 2**32 for seed in SEEDS[:5])
    assert moved.moved(-1, 7) < 0
    assert moved.moved(2**40 + 5, 7) >= 2**32


def test_what_is_no_seed_is_left_alone():
    assert moved.moved(None, 3) is None
    assert moved.moved(True, 3) is True
    assert moved.moved([1, None], 3) == [moved.moved(1, 3), None]
    assert moved.moved("word", 3) != moved.moved("word", 4) != "word"


#: Draws in NumPy and Python, each a line of its own that ends in a number.
DRAWS = {
    "random": "import random; random.seed(3); print(random.random())",
    "Random": "import random; print(random.Random(3).random())",
    "seed": "np.random.seed(3); print(np.random.rand())",
    "RandomState": "print(np.random.RandomState(3).rand())",
    "default_rng": "print(np.random.default_rng(3).random())",
    "by name": "from numpy.random import default_rng; print(default_rng(seed=3).random())",
    "SeedSequence": "print(np.random.default_rng(np.random.SeedSequence(3)).random())",
    "PCG64": "print(np.random.Generator(np.random.PCG64(3)).random())",
}


def runs(settings: Settings, *cells: str) -> list[list[str]]:
    """Return what each of the cells prints as it is, and in the runs 0, 1 and 2."""
    jobs = [
        make_job(*before, *cells, page=str(run), cell_seconds=200)
        for run in (None, 0, 1, 2)
        for before in [[] if run is None else [moved.program(TEXT, run)]]
    ]
    done = {run.page: run for run in run_jobs(jobs, settings)}
    assert [run.failure for run in done.values()] == [None] * len(jobs)
    return [
        [text_of(done[job.page], place - len(cells)) for place in range(len(cells))] for job in jobs
    ]


@pytest.fixture(scope="module")
def drawn() -> list[list[str]]:
    cells = ("import numpy as np", *DRAWS.values())
    return [outputs[1:] for outputs in runs(SETTINGS["plain"], *cells)]


@pytest.mark.parametrize("place", range(len(DRAWS)), ids=DRAWS)
def test_a_seed_is_moved_where_a_library_takes_it(drawn: list[list[str]], place: int):
    plain, same, one, two = (outputs[place] for outputs in drawn)
    assert plain == same != one != two != plain


def test_the_program_keeps_its_numbers():
    cells = (
        "import numpy as np\nfor seed in range(3):\n    rng = np.random.default_rng(seed)\n"
        "    print('seed', seed, isinstance(np.random.RandomState(seed), np.random.RandomState))",
        "class Mine(np.random.RandomState):\n    pass\nprint(Mine(3).rand())",
        "COLUMN_SEED = 3\nprint(np.random.default_rng(\n    COLUMN_SEED).random())",
    )
    _, same, one, two = runs(SETTINGS["plain"], *cells)
    assert one == two == same
    assert same[0] == "seed 0 True\nseed 1 True\nseed 2 True\n"


KERAS = """\
import keras
import numpy as np
import tensorflow as tf
from sklearn.model_selection import train_test_split

def show(value):
    print(np.asarray(value).ravel()[:2])

keras.utils.set_random_seed(1)
layer = keras.layers.Dense(2)
layer.build((None, 2))
show(layer.kernel)
show(tf.random.normal((2,)))
show(tf.random.stateless_normal((2,), seed=[1, 2]))
show(tf.random.Generator.from_seed(1).normal((2,)))
show(keras.initializers.GlorotUniform(3)((2, 2)))
show(keras.random.normal((2,), seed=keras.random.SeedGenerator(3)))
show(list(tf.data.Dataset.range(99).shuffle(99, seed=1).as_numpy_iterator()))
show(train_test_split(np.arange(99), random_state=0)[0])
show(tf.function(lambda: tf.random.uniform((2,), seed=7))())
"""


def test_keras_tensorflow_and_scikit_learn():
    imports = ("tensorflow", "keras", "sklearn.model_selection")
    outputs = runs(Settings(workers=2, imports=imports), KERAS)
    plain, same, one, two = (output.splitlines() for (output,) in outputs)
    assert len(plain) == 9
    assert plain == same
    for shown, first, second in zip(plain, one, two, strict=True):
        assert shown != first != second != shown
