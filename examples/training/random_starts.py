"""Look at the first loss of a model over many random starts.

The model is Dense(1), the data x = 1, y = 2.
Run it: nox -s run -- examples/training/random_starts.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
LAYERS = 100  # layers that Keras really makes
DRAWS = 100_000  # starting weights drawn all at once, from the range Keras uses
X, Y = 1.0, 2.0

tf.keras.utils.set_random_seed(SEED)
kernels = []
for _ in range(LAYERS):
    dense = tf.keras.layers.Dense(1)
    dense.build((None, 1))  # one input
    kernels.append(dense.kernel.numpy().item())

limit = np.sqrt(6 / (1 + 1))  # GlorotUniform: 6 / (inputs + outputs)
weights = np.random.default_rng(SEED).uniform(-limit, limit, DRAWS)
print(f"Keras draws each starting weight from -{limit:.3f} to {limit:.3f}")

for name, w in {f"{LAYERS} layers": np.array(kernels), f"{DRAWS} draws": weights}.items():
    losses = (Y - w * X) ** 2  # the bias starts at 0
    close = np.mean((losses > 0.5) & (losses < 1.5))
    print(f"\nfirst loss, {name}")
    median = np.median(losses)
    print(f"  smallest {losses.min():.2f}, median {median:.1f}, largest {losses.max():.1f}")
    print(f"  between 0.5 and 1.5: {close:.0%}")
    print(f"  prints as 4.0 when rounded to three places: {np.sum(losses.round(3) == 4.0)}")
