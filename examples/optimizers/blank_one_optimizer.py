"""Say where the optimizer is made.

Run it: nox -s run -- examples/optimizers/blank_one_optimizer.py
"""

import tensorflow as tf

recipe = tf.Variable([0.0, 0.0])  # salt and potatoes; 1 and 5 are best
__1__
for step in range(150):
    __2__
    with tf.GradientTape() as tape:
        loss = 10.0 * (recipe[0] - 1.0) ** 2 + 0.1 * (recipe[1] - 5.0) ** 2
    optimizer.apply_gradients([(tape.gradient(loss, recipe), recipe)])

print(f"steps that the optimizer remembers: {int(optimizer.iterations)}")
print(f"last loss {loss:.5f}")
