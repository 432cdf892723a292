"""Record the loss and both weights while four optimizers season the soup.

Run it: nox -s run -- examples/optimizers/soup_trace.py
"""

import tensorflow as tf

STEPS = 40

optimizers = {
    "SGD": tf.keras.optimizers.SGD(learning_rate=0.05),
    "SGD with momentum": tf.keras.optimizers.SGD(learning_rate=0.05, momentum=0.9),
    "RMSprop": tf.keras.optimizers.RMSprop(learning_rate=0.1),
    "Adam": tf.keras.optimizers.Adam(learning_rate=0.3),
}

runs = {}
for name, optimizer in optimizers.items():
    recipe = tf.Variable([0.0, 0.0])
    run = {"step": [], "loss": [], "salt": [], "potatoes": []}
    for step in range(STEPS + 1):
        with tf.GradientTape() as tape:
            loss = 10.0 * (recipe[0] - 1.0) ** 2 + 0.1 * (recipe[1] - 5.0) ** 2
        salt, potatoes = recipe.numpy().tolist()
        for column, value in zip(run, (step, float(loss), salt, potatoes)):
            run[column].append(value)
        optimizer.apply_gradients([(tape.gradient(loss, recipe), recipe)])
    runs[name] = run
    print(f"{name}: loss {run['loss'][0]:.1f} -> {run['loss'][-1]:.5f}")
