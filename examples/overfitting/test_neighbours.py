"""Run the neighbours of the small programs of the test: small changes, other outputs.

Run it: nox -s run -- examples/overfitting/test_neighbours.py
"""

import numpy as np

pupil = {"three apples": 3, "two apples": 2, "five apples": 5}
print("a card that it has:", pupil.get("three apples", "?"))

order, cuts = np.arange(1000), [700, 850]
training, validation, test = np.split(order, cuts)
print("the last cut:", cuts[-1])
print("training cards:", len(training))
print("not trained on:", len(validation) + len(test))

val_loss = [1.40, 0.90, 0.62, 0.58, 0.61, 0.73]
print("without adding 1: after epoch", int(np.argmin(val_loss)))
print("largest loss: after epoch", int(np.argmax(val_loss)) + 1)

print(f"1600 cards: standard error {100 * np.sqrt(0.8 * 0.2 / 1600):.1f}")
print(f"rows to train on: {1 - 1 / 3:.2f}")
print(f"guessing a species: {1 / 3:.2f}")
for chance in (0.99, 0.01):
    print(f"one card at {chance}: {-np.log(chance):.2f}")
