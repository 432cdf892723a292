"""Use one optimizer for two models, one after the other.

Run it: nox -s run -- examples/optimizers/pool_second_model.py
"""

import tensorflow as tf

optimizer = tf.keras.optimizers.Adam(learning_rate=0.1)
for model in ("first", "second"):
    weight = tf.Variable(1.0)
    gradient = tf.constant(2.0)
    try:
        optimizer.apply_gradients([(gradient, weight)])
        print(f"{model} model: the weight moved to {weight.numpy():.1f}")
    except ValueError as error:
        print(f"{model} model: ValueError, {str(error).partition(':')[0]}")
