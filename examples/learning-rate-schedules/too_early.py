"""Halve the rate at each turn, in a quiet room, and see where the string stops.

Run it: nox -s run -- examples/learning-rate-schedules/too_early.py
"""

OPTIONS = {
    "It arrives at 440": 0.0,
    "It stops about 3 Hz below": 3.0,
    "It stops about 17 Hz below": 17.0,
}


def missing(turns, shrink):
    """Return how far the string is from 440 hertz, if the rate begins at 0.5."""
    pitch, rate = 380.0, 0.5
    for _turn in range(turns):
        pitch += rate * (440 - pitch)
        rate *= shrink
    return 440 - pitch


for turns in (5, 10, 1000):
    print(f"rate halved, after {turns} turns: {missing(turns, 0.5):.2f} Hz below")
print(f"rate constant, after 10 turns: {missing(10, 1.0):.2f} Hz below")
print(f"rate times 0.8, after 1000 turns: {missing(1000, 0.8):.2f} Hz below")
end = missing(1000, 0.5)
print(min(OPTIONS, key=lambda option: abs(OPTIONS[option] - end)))
