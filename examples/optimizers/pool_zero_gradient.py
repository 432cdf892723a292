"""Give four optimizers the gradients 1 and then 0, and print whose weight moves at the 0.

Run it: python pool_zero_gradient.py
"""

import tensorflow as tf

optimizers = {
    "SGD": tf.keras.optimizers.SGD(learning_rate=0.1),
    "momentum": tf.keras.optimizers.SGD(learning_rate=0.1, momentum=0.9),
    "RMSprop": tf.keras.optimizers.RMSprop(learning_rate=0.1),
    "Adam": tf.keras.optimizers.Adam(learning_rate=0.1),
}

moving = []
for name, optimizer in optimizers.items():
    weight = tf.Variable(0.0)
    path = []
    for gradient in (1.0, 0.0):
        optimizer.apply_gradients([(tf.constant(gradient), weight)])
        path.append(float(weight))
    print(f"{name:9} after gradient 1: {path[0]:.3f}, after gradient 0: {path[1]:.3f}")
    if path[0] != path[1]:
        moving.append(name)
print("These moved at gradient 0:")
print(*moving, sep=", ")
