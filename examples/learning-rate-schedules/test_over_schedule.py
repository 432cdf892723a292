"""Train with a schedule alone, and then with a `LearningRateScheduler` as well.

Run it: nox -s run -- examples/learning-rate-schedules/test_over_schedule.py
"""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)

x = np.ones((1, 1))  # one row, so an epoch is one step
keep = tf.keras.callbacks.LearningRateScheduler(lambda epoch, lr: lr)
for name, callbacks in {"alone": [], "with the callback": [keep]}.items():
    model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1)])
    schedule = tf.keras.optimizers.schedules.CosineDecay(0.1, decay_steps=20)
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=schedule), loss="mse")
    raised = ""
    try:
        model.fit(x, x, epochs=3, verbose=0, callbacks=callbacks)
    except TypeError as error:
        raised = f"TypeError: {str(error).split(', hence')[0]}"
    steps, rate = int(model.optimizer.iterations), float(model.optimizer.learning_rate)
    print(f"{name}: {raised or 'nothing raised'}; steps taken: {steps}, rate {rate:.4f}")
options = {
    (False, 3): "It trains with the rate of one of the two",
    (True, 3): "It raises an error at the end of the training",
    (True, 0): "It raises an error before the first step",
}
print(options[bool(raised), steps])
