#!/usr/bin/python3
"""The starter's yardstick: TF-IDF of word 1-2-grams and character 2-5-grams with a linear SVM, on the very same split.

usage: baseline.py train.tsv split.tsv  (split.tsv: id, training|validation|test; ids as ogtd-<id>)
C is chosen on the validation part; then training and validation together are fitted and the test part is scored once.
Prints one JSON object.
"""
import csv
import json
import sys

import numpy
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import accuracy_score, f1_score
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC


def model(c):
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2, strip_accents="unicode")
    characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2, strip_accents="unicode")
    return make_pipeline(make_union(words, characters), LinearSVC(C=c, class_weight="balanced"))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    with open(sys.argv[2], encoding="utf-8") as file:
        part_of = dict(line.rstrip("\n").split("\t") for line in file)
    texts, labels = {}, {}
    for part in ("training", "validation", "test"):
        chosen = [row for row in rows if part_of["ogtd-" + row["id"]] == part]
        texts[part] = [row["tweet"] for row in chosen]
        labels[part] = numpy.array([row["subtask_a"] == "OFF" for row in chosen], dtype=int)

    def validated(c):
        predicted = model(c).fit(texts["training"], labels["training"]).predict(texts["validation"])
        return f1_score(labels["validation"], predicted, average="macro")

    scores = {c: validated(c) for c in (0.05, 0.1, 0.2, 0.5, 1.0)}
    best = max(scores, key=scores.get)
    fitted = model(best).fit(texts["training"] + texts["validation"], numpy.concatenate([labels["training"], labels["validation"]]))
    predicted = fitted.predict(texts["test"])
    truth = labels["test"]
    generator = numpy.random.default_rng(1)
    draws = [generator.integers(0, len(truth), len(truth)) for _ in range(2000)]
    low, high = numpy.quantile([f1_score(truth[d], predicted[d], average="macro") for d in draws], [0.025, 0.975])
    print(json.dumps({"c": best, "validation_macro_f1": scores[best], "test_posts": len(truth),
                      "accuracy": accuracy_score(truth, predicted), "macro_f1": f1_score(truth, predicted, average="macro"),
                      "macro_f1_low": low, "macro_f1_high": high}))


if __name__ == "__main__":
    main()
