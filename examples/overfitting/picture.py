"""Draw five cards of a pack: a digit on the front, its name on the back.

Run it: nox -s run -- examples/overfitting/picture.py
"""

import matplotlib.pyplot as plt
from sklearn.datasets import load_digits

digits = load_digits()
backs = [0, 1, 2, 8, 4]  # the fourth is a misprint: its front shows a 3

figure, cards = plt.subplots(1, 5, figsize=(7, 2))
for place, card in enumerate(cards):
    card.imshow(digits.images[place], cmap="gray_r")
    card.set_xticks([])
    card.set_yticks([])
    wrong = backs[place] != digits.target[place]
    card.set_xlabel(f"back: {backs[place]}", fontsize=14, color="red" if wrong else "black")
figure.tight_layout()
