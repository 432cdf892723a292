"""Ask 16 and 64 houses, and compare how far off their middles are.

Run it: nox -s run -- examples/batches-and-epochs/how_much_nearer.py
"""

import numpy as np

SEED = 1
TRIES = 3000

rng = np.random.default_rng(SEED)
off = {}
for asked in (16, 64):
    off[asked] = np.abs(rng.normal(0, 2, (TRIES, asked)).mean(axis=1)).mean()
    print(f"asking {asked}: {off[asked]:.3f} off on average")
answers = {
    "As far": 1,
    "Half as far": 1 / 2,
    "A quarter as far": 1 / 4,
    "A sixteenth as far": 1 / 16,
}
print("With 64 answers, next to 16:")
print(min(answers, key=lambda answer: abs(np.log(answers[answer] * off[16] / off[64]))))
