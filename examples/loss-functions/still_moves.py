"""See which losses still move a neuron that is sure and wrong.

The score is -20 and it rained. Run it: nox -s run -- examples/loss-functions/still_moves.py
"""

import tensorflow as tf

rained = tf.constant([[1.0]])
score = tf.Variable([[-20.0]])
losses = {
    "Squared error of the chance": lambda: tf.reduce_mean((rained - tf.sigmoid(score)) ** 2),
    "Cross-entropy of the chance": lambda: tf.keras.losses.BinaryCrossentropy()(
        rained, tf.sigmoid(score)
    ),
    "Cross-entropy of the score": lambda: tf.keras.losses.BinaryCrossentropy(from_logits=True)(
        rained, score
    ),
}

moving = []
for name, loss_of in losses.items():
    with tf.GradientTape() as tape:
        loss = loss_of()
    slope = float(tape.gradient(loss, score)[0, 0])
    print(f"{name}: loss {float(loss):.2f}, slope {slope:.1g}")
    moving.append(abs(slope) > 0.01)
options = {
    (True, True, True): "All three",
    (False, True, True): "Both cross-entropies",
    (False, False, True): "Only the cross-entropy of the score",
    (False, False, False): "None of them",
}
print(options[tuple(moving)])
