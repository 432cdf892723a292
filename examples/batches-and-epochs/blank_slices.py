"""Go through eight houses in batches of two.

Run it: nox -s run -- examples/batches-and-epochs/blank_slices.py
"""

houses = [0, 1, 2, 3, 4, 5, 6, 7]
BATCH = 2

batches = []
for first in range(0, len(houses), __1__):
    batches += [houses[first:__2__]]

print(batches)
