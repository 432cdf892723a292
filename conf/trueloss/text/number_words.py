"""Numbers in words, as far as a text of the course says them so."""

_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve"
_PLACES = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"

NUMBERS = {word: number for number, word in enumerate(_NUMBERS.split())} | {
    "twenty": 20,
    "hundred": 100,
}
ORDINALS = {word: number for number, word in enumerate(_PLACES.split(), start=1)} | {
    "twentieth": 20,
    "fiftieth": 50,
    "hundredth": 100,
}
