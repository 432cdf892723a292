"""Measure a model and three simple answers on tumours that the model never saw.

The data: scikit-learn's breast cancer measurements, 569 tumours, in twenty splits
into training and test data. Run it: nox -s run -- examples/training/baselines.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_breast_cancer

SEED = 1
SPLITS = 20
STEPS = 150
LEARNING_RATE = 0.3
TRAINING = 400

x, y = load_breast_cancer(return_X_y=True)  # 1 is benign, 0 malignant
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(x)), (SPLITS, 1)), axis=1)  # a row per split
train, test = order[:, :TRAINING], order[:, TRAINING:]
mean, spread = x[train].mean(axis=1), x[train].std(axis=1)
scaled = ((x[order] - mean[:, None]) / spread[:, None]).astype("float32")
answers = y[order][:, :, None].astype("float32")
fit_x, new_x = scaled[:, :TRAINING], scaled[:, TRAINING:]
fit_y, new_y = answers[:, :TRAINING], answers[:, TRAINING:]

kernel, bias = tf.Variable(tf.zeros((SPLITS, 30, 1))), tf.Variable(tf.zeros((SPLITS, 1, 1)))
for step in range(STEPS):
    with tf.GradientTape() as tape:
        losses = tf.nn.sigmoid_cross_entropy_with_logits(fit_y, fit_x @ kernel + bias)
        loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))  # splits stay apart
    for weight, gradient in zip((kernel, bias), tape.gradient(loss, [kernel, bias])):
        weight.assign_sub(LEARNING_RATE * gradient)
model = tf.sigmoid(new_x @ kernel + bias).numpy()

share = np.broadcast_to(fit_y.mean(axis=1, keepdims=True), model.shape)
candidates = {
    "one half every time": np.full_like(model, 0.5),
    "the share of benign tumours": share,
    "benign, and 99% sure": np.full_like(model, 0.99),
    "the trained model": model,
}
print("mean over splits          loss   accuracy")
for name, p in candidates.items():
    losses = -(new_y * np.log(p) + (1 - new_y) * np.log(1 - p))
    accuracy = np.mean((p > 0.5) == new_y, axis=(1, 2))
    print(f"{name:<28}{losses.mean():.3f}   {accuracy.mean():.1%}")
print(f"the model's accuracy, by split: {accuracy.min():.1%} to {accuracy.max():.1%}")
