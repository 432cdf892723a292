"""Train four models on handwritten digits, and print the one that reads new digits best.

1797 images of 8 x 8 pixels, shipped with scikit-learn, divided twenty times into
training and test images. Run it: nox -s run -- examples/training/digits.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.tree import DecisionTreeClassifier

SEED = 1
SPLITS = 20  # and a random start of the network for each
TRAINING = 1257
LAYERS = [(64, 64), (64, 64), (64, 10)]  # inputs and outputs of each: 64 pixels, 10 digits
EPOCHS, BATCH = 30, 128
LEARNING_RATE = 0.003

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (SPLITS, 1)), axis=1)
x, y = images[order] / 16, digits[order]
known, new = slice(TRAINING), slice(TRAINING, None)


def accuracy_of(make):
    """Return the accuracy of a model of scikit-learn on the test images of each split."""
    fitted = (make().fit(x[row, known], y[row, known]) for row in range(SPLITS))
    return [model.score(x[row, new], y[row, new]) for row, model in enumerate(fitted)]


def accuracy_of_deep_network():
    """Train one network per split, all at once, with Adam; return their accuracies."""
    kernels, biases = [], []
    for inputs, outputs in LAYERS:
        limit = np.sqrt(6 / (inputs + outputs))
        kernels.append(tf.Variable(rng.uniform(-limit, limit, (SPLITS, inputs, outputs))))
        biases.append(tf.Variable(tf.zeros((SPLITS, 1, outputs), tf.float64)))
    optimizer = tf.keras.optimizers.Adam(LEARNING_RATE)
    optimizer.build(kernels + biases)

    def scores(values):
        """Return ten scores for each image."""
        for kernel, bias in zip(kernels[:-1], biases[:-1]):
            values = tf.nn.relu(values @ kernel + bias)
        return values @ kernels[-1] + biases[-1]

    @tf.function  # compiles the step: the same arithmetic, faster
    def step(some_x, some_y):
        with tf.GradientTape() as tape:
            loss = tf.nn.sparse_softmax_cross_entropy_with_logits(some_y, scores(some_x))
            total = tf.reduce_sum(tf.reduce_mean(loss, axis=1))  # networks stay apart
        gradients = tape.gradient(total, kernels + biases)
        optimizer.apply_gradients(zip(gradients, kernels + biases))

    for epoch in range(EPOCHS):
        shuffled = rng.permutation(TRAINING)
        for first in range(0, TRAINING - BATCH + 1, BATCH):
            batch = shuffled[first : first + BATCH]
            step(tf.constant(x[:, batch]), tf.constant(y[:, batch]))
    said = scores(x[:, new]).numpy().argmax(axis=2)
    return np.mean(said == y[:, new], axis=1)


accuracy = {
    "A linear model": accuracy_of(lambda: LogisticRegression(max_iter=200)),
    "A deep neural network": accuracy_of_deep_network(),
    "A decision tree of depth 1": accuracy_of(
        lambda: DecisionTreeClassifier(max_depth=1, random_state=0)
    ),
    "The most common digit, every time": accuracy_of(
        lambda: DummyClassifier(strategy="most_frequent")
    ),
}

wins = np.argmax(list(accuracy.values()), axis=0)  # the best candidate of each split
print(f"accuracy on {len(images) - TRAINING} test images, mean of {SPLITS} splits")
for row, (name, values) in enumerate(accuracy.items()):
    print(f"{np.mean(values):4.0%}, best in {np.sum(wins == row)} splits: {name}")
print("The best mean:")
print(max(accuracy, key=lambda name: np.mean(accuracy[name])))
