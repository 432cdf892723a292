"""Count the numbers that four optimizers remember for a layer with 6 weights.

Run it: nox -s run -- examples/optimizers/pool_memory.py
"""

import tensorflow as tf

optimizers = {
    "SGD": tf.keras.optimizers.SGD(learning_rate=0.1),
    "SGD with momentum": tf.keras.optimizers.SGD(learning_rate=0.1, momentum=0.9),
    "RMSprop": tf.keras.optimizers.RMSprop(learning_rate=0.1),
    "Adam": tf.keras.optimizers.Adam(learning_rate=0.1),
}

remembered = {}
for name, optimizer in optimizers.items():
    weights = tf.Variable(tf.zeros((3, 2)))
    optimizer.build([weights])
    notes = [variable for variable in optimizer.variables if variable.shape == (3, 2)]
    remembered[name] = sum(variable.numpy().size for variable in notes)
    print(f"{name:18} {remembered[name]:2} numbers")
print("The fewest:")
print(min(remembered, key=remembered.get))
