"""Load weights so that Adam makes the step that it would have made without a cut.

Run it: nox -s run -- examples/callbacks-and-saving/blank_go_on.py
"""

import tensorflow as tf


def new_model():
    """Return a compiled model with one weight, which is 0."""
    layer = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")
    model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), layer])
    model.compile(optimizer=tf.keras.optimizers.Adam(learning_rate=0.1), loss="mse")
    return model


def step(model, gradient):
    """Make one step with this gradient; return the weight."""
    model.optimizer.apply([tf.constant([[gradient]])], model.trainable_variables)
    return float(model.get_weights()[0][0, 0])


first = new_model()
for gradient in (4.0, 2.0, 1.0):
    step(first, gradient)
first.save_weights("cut.weights.h5")

model = new_model()
__1__
model.load_weights("cut.weights.h5")
steps = int(model.optimizer.iterations)
off = abs(step(model, 0.1) - step(first, 0.1))
print(f"steps counted {steps}, next step off by {off:.3f}")
