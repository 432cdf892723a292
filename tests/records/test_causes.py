"""Why two runs differ, as far as the programs or the outputs show it."""

import pytest

from trueloss.records.causes import cause_of

DRAW = "rng = np.random.default_rng()\nprint(rng.random())"


@pytest.mark.parametrize(
    ("source", "old", "new", "cause"),
    [
        (DRAW, "0.1", "0.2", "line 1 of the cell a draws without a seed (np.random.default_rng)"),
        (
            "import random\nprint(random.random())",
            "0.1",
            "0.2",
            "line 2 of the cell a draws without a seed (random.random)",
        ),
        (
            "x = 1\nlayer = tf.keras.layers.Dense(1)",
            "0.1",
            "0.2",
            "line 2 of the cell a draws without a seed (tf.keras.layers.Dense)",
        ),
        ("layer = tf.keras.layers.Normalization()", "0.1", "0.2", None),
        (
            "layer = keras.layers.Dense(1, kernel_initializer=keras.initializers.Constant(1))",
            "0.1",
            "0.2",
            None,
        ),
        (
            "layer = tf.keras.layers.Dense(1, bias_initializer='zeros')",
            "0.1",
            "0.2",
            "line 1 of the cell a draws without a seed (tf.keras.layers.Dense)",
        ),
        (
            "layer = tf.keras.layers.Dense(1, kernel_initializer=keras.initializers.HeNormal())",
            "0.1",
            "0.2",
            "line 1 of the cell a draws without a seed (keras.initializers.HeNormal)",
        ),
        *(
            (f"print({call}())", "1", "2", f"line 1 of the cell a {what} ({call})")
            for call, what in (
                ("datetime.datetime.now", "asks the clock"),
                ("dt.date.today", "asks the clock"),
                ("id", "asks for a number that each process has of its own"),
                ("os.getpid", "asks for a number that each process has of its own"),
            )
        ),
        (
            "print(time.perf_counter())",
            "0.1",
            "0.2",
            "line 1 of the cell a asks the clock (time.perf_counter)",
        ),
        (
            "print({'b', 'a'})",
            "{'a', 'b'}",
            "{'b', 'a'}",
            "line 1 of the cell a makes a set, whose order differs from run to run; sort it",
        ),
        (
            "print(set('ab'))",
            "{'a', 'b'}",
            "{'b', 'a'}",
            "line 1 of the cell a prints in the order of hashes (set), which differs from run to "
            "run; sort it",
        ),
        (
            "Thread(target=print).start()",
            "1",
            "2",
            "line 1 of the cell a starts parallel work (Thread), which ends in any order",
        ),
        (
            "print(object())",
            "<object object at 0x7f0000000010>",
            "<object object at 0x7f0000000020>",
            "that is a memory address, which no two runs share; print what the object holds, or "
            "end the last line with a semicolon",
        ),
        ("np.random.seed(1)\nprint(np.random.rand())", "1", "2", None),
        ("rng = np.random.default_rng(1)", "1", "2", None),
        ("print(len({1, 2}))", "1", "2", None),
        ("no python", "1", "2", None),
    ],
)
def test_cause(source: str, old: str, new: str, cause: str | None):
    assert cause_of([("a", source)], old, new) == cause


def test_the_cell_itself_is_looked_at_first():
    assert cause_of([("b", DRAW), ("a", DRAW)], "1", "2") == (
        "line 1 of the cell b draws without a seed (np.random.default_rng)"
    )


def test_a_seed_for_all_may_be_given_in_another_cell():
    cells = [("b", "x = random.random()"), ("a", "tf.keras.utils.set_random_seed(1)")]
    assert cause_of(cells, "1", "2") is None
