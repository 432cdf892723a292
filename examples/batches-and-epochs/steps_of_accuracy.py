"""List the accuracies that a batch of four can have.

Run it: nox -s run -- examples/batches-and-epochs/steps_of_accuracy.py
"""

import itertools

answers = itertools.product([0, 1], repeat=4)  # wrong or right, for each of four
accuracies = {sum(answer) / 4 for answer in answers}

print(len(accuracies))
