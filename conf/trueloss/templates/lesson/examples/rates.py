"""Give four learning rates three steps each, and see which comes closest.

Run it: nox -s run -- examples/template-lesson/rates.py
"""

RATES = (0.05, 0.25, 0.5, 1.25)

distances = {}
for rate in RATES:
    weight = 0.0
    for _step in range(3):
        weight -= rate * 2 * (weight - 3.0)
    distances[rate] = abs(weight - 3.0)
    print(f"rate {rate}: {distances[rate]:.4f} away from 3")

print(min(distances, key=distances.get))
