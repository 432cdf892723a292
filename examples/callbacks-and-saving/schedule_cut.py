"""Cut a training with a schedule every 20 steps, and ask for its last learning rate.

Run it: nox -s run -- examples/callbacks-and-saving/schedule_cut.py
"""

import warnings

import tensorflow as tf

STEPS, SESSION = 100, 20


def last_rate(state_is_kept):
    """Return the rate of the last step."""
    for session in range(STEPS // SESSION):  # each makes the model again, as a new program does
        model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1)])
        schedule = tf.keras.optimizers.schedules.CosineDecay(0.1, STEPS)
        model.compile(optimizer=tf.keras.optimizers.Adam(learning_rate=schedule), loss="mse")
        if state_is_kept:
            model.optimizer.build(model.trainable_variables)
        if session > 0:
            model.load_weights("cut.weights.h5")
        for _step in range(SESSION):
            rate = float(model.optimizer.learning_rate)
            zeros = [tf.zeros_like(weight) for weight in model.trainable_variables]
            model.optimizer.apply(zeros, model.trainable_variables)
        model.save_weights("cut.weights.h5")
    return rate


print(f"state kept: {last_rate(state_is_kept=True):.2f}")
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Keras says that it skips the state
    lost = last_rate(state_is_kept=False)
print("state lost:")
print(f"{lost:.2f}")
