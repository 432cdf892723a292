"""Mend test_second_fit.py, one suspicion at a time; a call takes 20 steps, as `fit` did.

Run it: nox -s run -- examples/learning-rate-schedules/test_second_fit_mends.py
"""

import tensorflow as tf

SECOND = 20  # steps of the second call


def cosine(decay_steps=20):
    """Return a new optimizer whose rate falls to 0 in so many steps."""
    schedule = tf.keras.optimizers.schedules.CosineDecay(0.05, decay_steps)
    return tf.keras.optimizers.SGD(learning_rate=schedule)


def moved(first, second, steps=SECOND):
    """Take 20 steps and then `steps` more; return how far the second call moves the pitch."""
    pitch = tf.Variable(380.0)
    for _step in range(20):
        first.apply_gradients([(2 * (pitch - 440), pitch)])
    before = float(pitch)
    second = second or first
    for _step in range(steps):
        second.apply_gradients([(2 * (pitch - 440), pitch)])
    return float(pitch) - before


once = cosine()
mends = {
    "It is called with too few epochs": moved(once, None, steps=5 * SECOND),
    "The optimizer goes on counting its steps": moved(cosine(), cosine()),
    "The pitch has arrived": moved(cosine(), None),
}
for suspicion, hertz in mends.items():
    print(f"{suspicion}: the second call moves it by {hertz:.1f} Hz")
print("It moves after this mend:")
print(*[suspicion for suspicion, hertz in mends.items() if abs(hertz) > 0.1])
