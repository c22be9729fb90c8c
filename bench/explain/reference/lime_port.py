"""A short port of published LIME (Ribeiro, Singh and Guestrin, KDD 2016) on NumPy and scikit-learn.

Written from the paper and from the documented values of the authors' Python package; the project's golden values for
opsis.explain.lime come from here. Not a library: it has just what the comparison needs.
"""
import re

import numpy as np
from scipy import sparse
from sklearn.linear_model import Ridge
from sklearn.metrics import pairwise_distances

UNKNOWN = "UNKWORDZ"


class Text:
    """A text as pieces; a feature is a distinct word or one occurrence."""

    def __init__(self, text, bag_of_words):
        self.bag_of_words = bag_of_words
        self.pieces = [piece for piece in re.split(r"(\W+)|$", text) if piece]
        self.ids, self.places = [], []
        seen = {}
        for place, piece in enumerate(self.pieces):
            if re.match(r"\W", piece):
                continue
            if bag_of_words and piece in seen:
                self.places[seen[piece]].append(place)
            else:
                seen[piece] = len(self.ids)
                self.ids.append(piece)
                self.places.append([place])

    def without(self, features):
        hidden = {place for feature in features for place in self.places[feature]}
        mark = "" if self.bag_of_words else UNKNOWN
        return "".join(mark if place in hidden else piece for place, piece in enumerate(self.pieces))


def perturb_text(text, samples, draws):
    features = len(text.ids)
    masks = np.ones((samples, features))
    texts = [text.without([])]
    for row, count in enumerate(draws.randint(1, features + 1, samples - 1), start=1):
        removed = draws.choice(range(features), count, replace=False)
        masks[row, removed] = 0
        texts.append(text.without(removed))
    return masks, texts


def perturb_image(image, segments, samples, draws, hide_colour=None):
    features = segments.max() + 1
    hidden = np.empty_like(image)
    for region in range(features):
        inside = segments == region
        hidden[inside] = image[inside].mean(axis=0).astype(np.uint8) if hide_colour is None else hide_colour
    masks = draws.randint(0, 2, samples * features).reshape(samples, features)
    masks[0] = 1
    images = [np.where((row == 1)[segments][:, :, None], image, hidden) for row in masks]
    return masks, images


def r_squared_after(columns, target, weights):
    return Ridge(alpha=0).fit(columns, target, sample_weight=weights).score(columns, target, sample_weight=weights)


def select(masks, target, weights, most):
    if most <= 6:
        chosen = []
        for _ in range(min(most, masks.shape[1])):
            rest = [column for column in range(masks.shape[1]) if column not in chosen]
            scores = [r_squared_after(masks[:, chosen + [column]], target, weights) for column in rest]
            chosen.append(rest[int(np.argmax(scores))])
        return chosen
    first = Ridge(alpha=0.01).fit(masks, target, sample_weight=weights)
    return list(np.argsort(-np.abs(first.coef_ * masks[0]), kind="stable")[:most])


def explain(masks, target, scale, kernel_width, most):
    distances = pairwise_distances(sparse.csr_matrix(masks), sparse.csr_matrix(masks[:1]), metric="cosine").ravel() * scale
    weights = np.sqrt(np.exp(-(distances**2) / kernel_width**2))
    chosen = select(masks, target, weights, most)
    columns = masks[:, chosen]
    fit = Ridge(alpha=1).fit(columns, target, sample_weight=weights)
    order = sorted(range(len(chosen)), key=lambda i: -abs(fit.coef_[i]))
    return {
        "features": [int(chosen[i]) for i in order],
        "weights": [fit.coef_[i] for i in order],
        "standard_errors": [sandwich(columns, target, weights, fit)[i] for i in order],
        "intercept": fit.intercept_,
        "score": fit.score(columns, target, sample_weight=weights),
        "local_prediction": fit.predict(columns[:1])[0],
    }


def sandwich(columns, target, weights, fit):
    """White's (1980) standard errors around a ridge fit, with the HC1 factor."""
    samples, features = columns.shape
    if samples <= features + 1:
        return [None] * features
    centred = columns - np.average(columns, axis=0, weights=weights)
    bread = np.linalg.inv(centred.T @ (weights[:, None] * centred) + np.eye(features))
    pull = weights * (target - fit.predict(columns))
    meat = (centred * (pull**2)[:, None]).T @ centred
    return np.sqrt(np.diag(bread @ meat @ bread) * samples / (samples - features - 1)).tolist()
