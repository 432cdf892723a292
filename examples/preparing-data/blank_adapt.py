"""Fill in what the layer adapts to, and what it is given.

Run it: nox -s run -- examples/preparing-data/blank_adapt.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
rng = np.random.default_rng(SEED)
points = rng.normal(size=(300, 3)) * [1.5, 15.0, 1500.0] + [6.0, 60.0, 6000.0]
old, new = points[:200], points[200:]
ready = (new - old.mean(axis=0)) / old.std(axis=0)

normalize = tf.keras.layers.Normalization()
normalize.adapt(__1__)
prepared = normalize(__2__).numpy()

print("the first new cake:", *new[0].round(1))
off = np.abs(prepared - ready).max()
print(f"at most {off:.2f} away from what they should be")
