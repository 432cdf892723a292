"""Fill in a learning rate that makes the soup good.

Run it: nox -s run -- examples/optimizers/blank_rate.py
"""

import tensorflow as tf

recipe = tf.Variable([0.0, 0.0])  # salt and potatoes; 1 and 5 are best
optimizer = tf.keras.optimizers.SGD(learning_rate=__1__)
for step in range(100):
    with tf.GradientTape() as tape:
        loss = 10.0 * (recipe[0] - 1.0) ** 2 + 0.1 * (recipe[1] - 5.0) ** 2
    optimizer.apply_gradients([(tape.gradient(loss, recipe), recipe)])

salt, potatoes = recipe.numpy()
print(f"salt {salt:.2f}, potatoes {potatoes:.2f}, last loss {loss:.4f}")
