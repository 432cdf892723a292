"""Train on five houses in batches of four, so that the last house is a batch alone.

Run it: nox -s run -- examples/batches-and-epochs/last_batch.py
"""

import tensorflow as tf

houses = tf.constant([[0.0], [0.0], [0.0], [0.0], [10.0]])  # along one road
x = tf.ones((5, 1))
wells = {}
for batch in (5, 4):
    layer = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")
    model = tf.keras.Sequential([tf.keras.Input((1,)), layer])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=0.25), loss="mse")
    reported = model.fit(x, houses, batch_size=batch, shuffle=False, verbose=0)
    wells[batch] = layer.kernel.numpy().item()
    print(f"batch {batch}: well at {wells[batch]}, ", end="")
    print(f"reported loss {reported.history['loss'][0]:.1f}")
print(f"{wells[4] / wells[5]:.0f} times as far")
