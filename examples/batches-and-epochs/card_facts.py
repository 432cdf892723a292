"""Look up the small facts that the cards quote.

Run it: nox -s run -- examples/batches-and-epochs/card_facts.py
"""

import inspect

import numpy as np
import tensorflow as tf

fit = inspect.signature(tf.keras.Model.fit).parameters
print("default of epochs in fit:", fit["epochs"].default)
print("default of shuffle in fit:", fit["shuffle"].default)
rows = tf.data.Dataset.range(1000)
print("batches of 1000 rows with the default size, 32:", len(rows.batch(32)))
print("rows in the last of them:", 1000 - 31 * 32)
print("updates of 1000 rows, batches of 100, 5 epochs:", 5 * len(rows.batch(100)))

rng = np.random.default_rng(1)
answers = rng.normal(size=(4000, 64))
off = {asked: np.sqrt(np.mean(answers[:, :asked].mean(axis=1) ** 2)) for asked in (4, 16, 64)}
print(f"how much farther off 4 answers are than 16: {off[4] / off[16]:.1f} times")
print(f"how much farther off 4 answers are than 64: {off[4] / off[64]:.1f} times")
