"""Collect the gradients of four small batches before each update.

Run it: nox -s run -- examples/batches-and-epochs/accumulate.py
"""

import numpy as np
import tensorflow as tf

SGD = tf.keras.optimizers.SGD
rng = np.random.default_rng(1)
x, houses = np.ones((16, 1)), rng.normal(4, 2, (16, 2))


def place(optimizer, batch):
    """Train a model for one epoch; return the well."""
    layer = tf.keras.layers.Dense(2, use_bias=False, kernel_initializer="zeros")
    model = tf.keras.Sequential([tf.keras.Input((1,)), layer])
    model.compile(optimizer=optimizer, loss="mse")
    model.fit(x, houses, batch_size=batch, shuffle=False, verbose=0)
    return layer.kernel.numpy()[0]


large = place(SGD(0.5), batch=8)
small = place(SGD(0.5), batch=2)
collected = place(SGD(0.5, gradient_accumulation_steps=4), batch=2)
print(f"batch 8:                        ({large[0]:.4f}, {large[1]:.4f})")
print(f"batch 2:                        ({small[0]:.4f}, {small[1]:.4f})")
print(f"batch 2, four batches an update: ({collected[0]:.4f}, {collected[1]:.4f})")
print("the first and the last agree to 1e-5:", np.allclose(large, collected, atol=1e-5))
