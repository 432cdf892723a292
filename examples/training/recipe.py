"""Let three cooks look for a recipe, and see how close they come with equally many tastings.

A dish has several ingredients. Tasting gives one number, how far off the dish is. Twenty
kitchens cook at once. Run it: nox -s run -- examples/training/recipe.py
"""

import numpy as np

SEED = 1
KITCHENS = 20
TASTINGS = 200
STEP = 0.1  # how much a cook changes at a time


def start(ingredients):
    """Return the recipes wanted and the recipes begun with, a row for each kitchen."""
    rng = np.random.default_rng(SEED)
    wanted = rng.uniform(-1, 1, (KITCHENS, ingredients))
    return rng, wanted, rng.uniform(-1, 1, (KITCHENS, ingredients))


def taste(recipe, wanted):
    """Return the loss: the mean of the squared differences."""
    return np.mean((recipe - wanted) ** 2, axis=1)


def guess_anew(ingredients, tastings=TASTINGS):
    """Throw the pot away each time, and keep the best dish so far."""
    rng, wanted, recipe = start(ingredients)
    best = taste(recipe, wanted)
    for _ in range(tastings - 1):
        best = np.minimum(best, taste(rng.uniform(-1, 1, recipe.shape), wanted))
    return best


def change_and_taste(ingredients):
    """Change everything a little at random, and keep the change if the dish is better."""
    rng, wanted, recipe = start(ingredients)
    best = taste(recipe, wanted)
    for _ in range(TASTINGS - 1):
        changed = recipe + STEP * rng.normal(size=recipe.shape)
        loss = taste(changed, wanted)
        better = loss < best
        recipe[better], best[better] = changed[better], loss[better]
    return best


def follow_gradient(ingredients):
    """Ask, for each ingredient, whether the dish wants more of it; then change all at once."""
    _, wanted, recipe = start(ingredients)
    for _ in range(TASTINGS - 1):
        gradient = 2 * (recipe - wanted) / ingredients  # of the mean
        recipe = recipe - STEP * ingredients * gradient  # as long a step for any number
    return taste(recipe, wanted)


cooks = {
    "Guess anew": guess_anew,
    "Change a little, keep if better": change_and_taste,
    "Follow the gradient": follow_gradient,
}
print(f"loss after {TASTINGS} tastings, mean of {KITCHENS} kitchens")
print("ingredients:                     " + "".join(f"{n:>10}" for n in (1, 2, 5, 20, 100)))
for name, cook in cooks.items():
    losses = [cook(ingredients).mean() for ingredients in (1, 2, 5, 20, 100)]
    print(f"{name:<33}" + "".join(f"{loss:>10.4f}" for loss in losses))
