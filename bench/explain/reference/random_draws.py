"""Draws of NumPy's two generators, for the golden tests of opsis.explain.random."""
import numpy as np
from golden import write


def legacy(seed):
    draws = np.random.RandomState(seed)
    return {
        "seed": seed,
        "below_1000": draws.randint(0, 1000, 5).tolist(),
        "one_to_7": draws.randint(1, 8, 20).tolist(),
        "bits": draws.randint(0, 2, 40).tolist(),
        "choices": [draws.choice(range(9), size, replace=False).tolist() for size in (1, 4, 9)],
        "far": draws.randint(0, 2**31 - 1, 2000)[-3:].tolist(),
    }


def modern(seed):
    normals = np.random.default_rng(seed).normal(size=200_000)
    return {
        "seed": seed,
        "doubles": np.random.default_rng(seed).random(5).tolist(),
        "normals": normals[:40].tolist(),
        "far_out": [[int(i), normals[i]] for i in np.flatnonzero(np.abs(normals) > 3.6)],
        "last": normals[-1],
    }


write("random.json", {
    "legacy": [legacy(seed) for seed in (0, 1, 42, 2**32 - 1)],
    "modern": [modern(seed) for seed in (0, 7, 999)],
})
