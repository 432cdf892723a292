"""Split a shuffled dataset by take and skip, and look who sits on both sides.

Run it: nox -s run -- examples/preparing-data/reshuffle.py
"""

import tensorflow as tf

SEED = 1
tf.keras.utils.set_random_seed(SEED)

both = {}
for again in (True, False):
    cakes = tf.data.Dataset.range(1000).shuffle(1000, reshuffle_each_iteration=again)
    validation, training = cakes.take(200), cakes.skip(200)
    trained_on = set(training.as_numpy_iterator())
    asked = set(validation.as_numpy_iterator())
    both[again] = len(trained_on & asked)
    print(f"reshuffle_each_iteration={again}: {both[again]} of 200 were trained on")
readings = {"None": 0, "About 40": 40, "About 100": 100, "About 160": 160}
off = {reading: abs(rows - both[True]) for reading, rows in readings.items()}
for reading, rows in off.items():
    print(f"{reading}: {rows} away, left as it comes")
print("The nearest:")
print(min(off, key=off.get))
