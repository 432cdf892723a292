"""Let the rate rise for 20 steps, and then fall to 0 until step 100.

Run it: nox -s run -- examples/learning-rate-schedules/blank_warm_up.py
"""

import tensorflow as tf

TOTAL, WARM = 100, 20
schedule = tf.keras.optimizers.schedules.CosineDecay(
    initial_learning_rate=0.0,
    decay_steps=__1__,
    warmup_target=0.5,
    warmup_steps=WARM,
)
rates = [float(schedule(step)) for step in range(TOTAL + 1)]
print(f"highest at step {rates.index(max(rates))}, first 0 after it:", end=" ")
print(next((step for step in range(WARM, TOTAL + 1) if rates[step] == 0), "none"))
