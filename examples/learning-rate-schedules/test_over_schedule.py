"""Use `LearningRateScheduler` with an optimizer that has a schedule.

Run it: nox -s run -- examples/learning-rate-schedules/test_over_schedule.py
"""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)

model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1)])
schedule = tf.keras.optimizers.schedules.CosineDecay(0.1, decay_steps=20)
model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=schedule), loss="mse")
callback = tf.keras.callbacks.LearningRateScheduler(lambda epoch, lr: lr * 0.5)
x = np.ones((4, 1))
raised = ""
try:
    model.fit(x, x, epochs=3, verbose=0, callbacks=[callback])
except TypeError as error:
    raised = f"TypeError: {str(error).split(', hence')[0]}"
steps = int(model.optimizer.iterations)
print(f"{raised or 'nothing raised'}; steps taken: {steps}")
options = {
    (False, 3): "It trains with the rate of one of the two",
    (True, 3): "It raises an error at the end of the training",
    (True, 0): "It raises an error before the first step",
}
print(options[bool(raised), steps])
