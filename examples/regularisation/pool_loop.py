"""Train with a penalty in a loop of our own, and see that the weights do not shrink.

Run it: nox -s run -- examples/regularisation/pool_loop.py
"""

import tensorflow as tf
from sklearn.datasets import load_digits

images, digits = load_digits(return_X_y=True)
x, y = images[:200] / 16, digits[:200]
tf.keras.utils.set_random_seed(1)
bags = tf.keras.layers.Dense(10, kernel_regularizer=tf.keras.regularizers.L2(0.1))
office = tf.keras.Sequential([tf.keras.Input(shape=(64,)), bags])
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.SGD(0.5)
print(f"before: sum of squares {tf.reduce_sum(bags.kernel**2):.1f}")
for step in range(5):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, office(x))
    gradients = tape.gradient(loss, office.trainable_variables)
    optimizer.apply_gradients(zip(gradients, office.trainable_variables))
print(f"after: sum of squares {tf.reduce_sum(bags.kernel**2):.1f}")
