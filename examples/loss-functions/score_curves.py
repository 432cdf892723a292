"""Work out loss and slope for one neuron on a rainy day, over its score.

Run it: nox -s run -- examples/loss-functions/score_curves.py
"""

import tensorflow as tf

scores = tf.Variable(tf.linspace(-20.0, 5.0, 51)[:, None])
rained = tf.ones_like(scores)
losses = {
    "squared error of the chance": lambda: (rained - tf.sigmoid(scores)) ** 2,
    "absolute error of the chance": lambda: tf.abs(rained - tf.sigmoid(scores)),
    "cross-entropy of the score": lambda: tf.nn.sigmoid_cross_entropy_with_logits(rained, scores),
}
curves = {}
for name, loss_of in losses.items():
    with tf.GradientTape() as tape:
        loss = loss_of()
    slope = tape.gradient(loss, scores)
    curves[name] = {
        "score": scores[:, 0].numpy(),
        "loss": loss[:, 0].numpy(),
        "slope": slope[:, 0].numpy(),
    }
    print(f"{name}: at score -10 the loss is {loss[20, 0]:.4f}, the slope {slope[20, 0]:.4f}")
