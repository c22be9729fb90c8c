"""Golden values of LIME for words."""
import hashlib

import numpy as np
from golden import write
from lime_port import Text, explain, perturb_text

# Mixed scripts, a combining accent, emoji, repeated words, digits, a handle, line ends.
LONG = (
    "Οι γείτονες της πλατείας έφεραν γλυκά και καφέ στη γιορτή, και η γιορτή κράτησε ως αργά! "
    "@dimos_7 «Καλώς ήρθατε», είπε η Άννα· 3½ ώρες χορός 😀👍🏽 cafe\u0301 naïve\n"
    "The neighbours of the square came back again and again, e-mail: a_b, 100%."
)
WORDS = {"γιορτή": 0.9, "καφέ": -0.5, "Άννα": 0.7, "again": 0.35, "square": -0.8, "UNKWORDZ": 0.1, "καλή": 1.2, "μέρα": -0.4}


def score(text):
    """A function of the words that needs plain arithmetic only, so that Java gives the same bits."""
    total = 0.0
    for word, weight in WORDS.items():
        if word in text:
            total += weight
    if "γιορτή" in text and "Άννα" in text:
        total += 0.6
    total += len(text) / 1024
    return 0.5 + total / (2 * (1 + abs(total)))


def case(name, text, seed, samples, most, bag_of_words):
    pieces = Text(text, bag_of_words)
    masks, texts = perturb_text(pieces, samples, np.random.RandomState(seed))
    target = np.array([score(each) for each in texts])
    result = explain(masks, target, 100, 25, most)
    return {
        "name": name, "text": text, "seed": seed, "samples": samples, "most": most, "bag_of_words": bag_of_words,
        "ids": pieces.ids,
        "texts_sha256": hashlib.sha256("\u0000".join(texts).encode()).hexdigest(),
        "probability": target[0],
        **result,
    }


write("text_lime.json", {
    "words": WORDS,
    "cases": [
        case("the usual settings", LONG, 1, 5000, 10, True),
        case("occurrences", LONG, 2, 1000, 10, False),
        case("forward selection", LONG, 3, 600, 4, True),
        case("all words", LONG, 4, 300, 1000, True),
        case("more words than samples", LONG, 5, 25, 1000, True),
        case("two words", "Καλή μέρα, καλή μέρα", 6, 100, 10, True),
        case("one word", "καλή", 7, 50, 10, True),
        case("greatest seed", LONG, 2**32 - 1, 200, 10, True),
    ],
})
