"""Find the smallest of four numbers of examples with which trained weights beat a rule.

Threes and eights from scikit-learn's digits; fifty splits for each number of examples.
Run it: nox -s run -- examples/training/few_examples.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 1
SPLITS = 50
STEPS = 60
LEARNING_RATE = 0.5
COUNTS = [2, 5, 20, 100]

x, digits = load_digits(return_X_y=True)
x, digits = x[np.isin(digits, (3, 8))] / 16, digits[np.isin(digits, (3, 8))]
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(x)), (SPLITS, 1)), axis=1)
images, eight = x[order].astype("float32"), (digits[order] == 8).astype("float32")[..., None]
new, new_eight = images[:, 150:], eight[:, 150:]


def trained(count):
    """Train on `count` images; return the share of new images named right, for each split."""
    weights = tf.Variable(tf.zeros((SPLITS, 64, 1)))
    bias = tf.Variable(tf.zeros((SPLITS, 1, 1)))
    known, answers = images[:, :count], eight[:, :count]
    for step in range(STEPS):
        with tf.GradientTape() as tape:
            losses = tf.nn.sigmoid_cross_entropy_with_logits(answers, known @ weights + bias)
            loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))  # splits stay apart
        for variable, gradient in zip((weights, bias), tape.gradient(loss, [weights, bias])):
            variable.assign_sub(LEARNING_RATE * gradient)
    return np.mean(((new @ weights + bias).numpy() > 0) == new_eight, axis=(1, 2))


edge = new.reshape(SPLITS, -1, 8, 8)[..., 2:6, 1:3].mean(axis=(-1, -2)) > 0.2
by_hand = np.mean(edge == new_eight[..., 0], axis=1)
shares = {count: trained(count) for count in COUNTS}
wins = {count: np.sum(shares[count] > by_hand) for count in COUNTS}
print(f"by hand, no examples:  {by_hand.mean():.1%}")
for count in COUNTS:
    mean, worst = shares[count].mean(), shares[count].min()
    print(
        f"trained, {count:3} examples: {mean:.1%}, in the worst split {worst:.1%}; "
        f"beats the rule in {wins[count]} of {SPLITS}"
    )
both = eight[:, 0, 0] != eight[:, 1, 0]
alike, unlike = shares[2][~both].mean(), shares[2][both].mean()
print(f"two examples of one digit: {alike:.1%}, one of each: {unlike:.1%}")
print("The smallest of these numbers with which they beat the rule in most splits:")
print(min(count for count in COUNTS if wins[count] > SPLITS / 2))
