"""Train four models on handwritten digits, and print the one that reads new digits best.

1797 images of 8 x 8 pixels, shipped with scikit-learn, divided three times into
training and test images. Run it: python digits.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

SEEDS = [1, 2, 3]  # one division of the images, and one random start, for each
EPOCHS = 30
BATCH = 128


class DeepNetwork:
    """Three Dense layers, trained with Adam."""

    def fit(self, x, y):
        """Train from a random start."""
        Dense = tf.keras.layers.Dense
        hidden = [Dense(128, activation="relu"), Dense(128, activation="relu")]
        self.model = model = tf.keras.Sequential([tf.keras.Input(shape=(64,)), *hidden, Dense(10)])
        loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        optimizer = tf.keras.optimizers.Adam(learning_rate=0.002)
        optimizer.build(model.trainable_variables)

        @tf.function  # compiles the step: the same arithmetic, faster
        def step(x, y):
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))

        rng = np.random.default_rng(0)
        for epoch in range(EPOCHS):
            order = rng.permutation(len(x))
            for first in range(0, len(x) - BATCH + 1, BATCH):
                batch = order[first : first + BATCH]
                step(x[batch], y[batch])
        return self

    def score(self, x, y):
        """Return the accuracy."""
        return np.mean(self.model(x).numpy().argmax(axis=1) == y)


candidates = {
    "A linear model": lambda: LogisticRegression(max_iter=200),
    "A deep neural network": DeepNetwork,
    "A decision tree of depth 1": lambda: DecisionTreeClassifier(max_depth=1, random_state=0),
    "The most common digit, every time": lambda: DummyClassifier(strategy="most_frequent"),
}

images, digits = load_digits(return_X_y=True)
images = (images / 16).astype("float32")
accuracy = {name: [] for name in candidates}
for seed in SEEDS:
    x, test_x, y, test_y = train_test_split(
        images, digits, test_size=0.3, stratify=digits, random_state=seed
    )
    tf.keras.utils.set_random_seed(seed)
    for name, make in candidates.items():
        accuracy[name].append(make().fit(x, y).score(test_x, test_y))

wins = np.argmax(list(accuracy.values()), axis=0)  # the best candidate of each division
print(f"accuracy on {len(test_y)} test images, mean of {len(SEEDS)} divisions")
for row, (name, values) in enumerate(accuracy.items()):
    print(f"{np.mean(values):4.0%}, best in {np.sum(wins == row)} divisions: {name}")
print("The best mean:")
print(max(accuracy, key=lambda name: np.mean(accuracy[name])))
