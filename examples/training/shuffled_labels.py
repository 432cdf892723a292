"""Train networks on true and on shuffled names of wines, and print what gives the sham away.

The data: scikit-learn's wines, 178 of three kinds. Twenty networks of each sort learn at
once, each with its own split of the wines.
Run it: nox -s run -- examples/training/shuffled_labels.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_wine

SEED = 1
NETWORKS = 20
HIDDEN = 32
STEPS = 300
LEARNING_RATE = 0.2
TRAINING = 100

cross_entropy = tf.nn.sparse_softmax_cross_entropy_with_logits

wines, kinds = load_wine(return_X_y=True)


def train(shuffle):
    """Return loss and accuracy on training and on validation wines, mean over the networks."""
    rng = np.random.default_rng(SEED)
    tf.keras.utils.set_random_seed(SEED)
    order = rng.permuted(np.tile(np.arange(len(wines)), (NETWORKS, 1)), axis=1)
    x, y = wines[order], kinds[order]
    known, unseen = slice(TRAINING), slice(TRAINING, None)
    mean = x[:, known].mean(axis=1, keepdims=True)
    x = (x - mean) / x[:, known].std(axis=1, keepdims=True)
    if shuffle:
        y = rng.permuted(y, axis=1)  # names that have nothing to do with the wines
    u = tf.Variable(tf.random.normal((NETWORKS, 13, HIDDEN), stddev=13**-0.5, dtype=tf.float64))
    v = tf.Variable(tf.random.normal((NETWORKS, HIDDEN, 3), stddev=HIDDEN**-0.5, dtype=tf.float64))

    def scores(part):
        """Return three scores for each wine of a part, one for each kind."""
        return tf.nn.relu(x[:, part] @ u) @ v

    @tf.function  # compiles the loop: the same arithmetic, faster
    def follow_gradient():
        for step in tf.range(STEPS):
            with tf.GradientTape() as tape:
                loss = cross_entropy(y[:, known], scores(known))
                total = tf.reduce_sum(tf.reduce_mean(loss, axis=1))  # networks stay apart
            for weight, gradient in zip((u, v), tape.gradient(total, [u, v])):
                weight.assign_sub(LEARNING_RATE * gradient)

    follow_gradient()
    results = {}
    for name, part in (("training", known), ("validation", unseen)):
        said = scores(part)
        results[f"The {name} loss"] = float(tf.reduce_mean(cross_entropy(y[:, part], said)))
        results[f"The {name} accuracy"] = np.mean(said.numpy().argmax(axis=2) == y[:, part])
    return results


true, sham = train(shuffle=False), train(shuffle=True)
print(f"{13 * HIDDEN + HIDDEN * 3} weights in each network")
for name in true:
    print(f"{name}: {true[name]:.3f} with true names, {sham[name]:.3f} with shuffled names")

accuracies = {
    "The training accuracy": abs(true["The training accuracy"] - sham["The training accuracy"]),
    "The validation accuracy": abs(
        true["The validation accuracy"] - sham["The validation accuracy"]
    ),
    "Neither of the two": 0.1,  # a gap below this would not tell
}
print("Which accuracy tells that nothing was learned?")
print(max(accuracies, key=accuracies.get))
