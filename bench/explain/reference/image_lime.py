"""Golden values of LIME for regions; run quickshift.py first."""
import hashlib

import numpy as np
from golden import write
from lime_port import explain, perturb_image
from quickshift import PICTURES, segments


def score(image):
    """How red the middle is and how dark the top is, by whole numbers until the last step."""
    height, width, _ = image.shape
    middle = image[height // 4: height * 3 // 4, width // 4: width * 3 // 4]
    top = image[: height // 3]
    red = int(middle[:, :, 0].sum()) * 2 - int(middle[:, :, 1].sum()) - int(middle[:, :, 2].sum())
    dark = 3 * 255 * top.shape[0] * top.shape[1] - int(top.sum())
    total = red / (255 * middle.shape[0] * middle.shape[1]) + 2 * dark / (3 * 255 * top.shape[0] * top.shape[1])
    return 0.5 + total / (2 * (1 + abs(total)))


def case(name, picture, seed, samples, most, hide_colour=None):
    image = PICTURES[picture]
    draws = np.random.RandomState(seed)
    regions = segments(image, draws.randint(0, 1000))
    masks, images = perturb_image(image, regions, samples, draws, hide_colour)
    target = np.array([score(each) for each in images])
    digest = hashlib.sha256()
    for each in images:
        digest.update(each.tobytes())
    return {
        "name": name, "picture": picture, "seed": seed, "samples": samples, "most": most, "hide_colour": hide_colour,
        "regions": int(regions.max()) + 1,
        "images_sha256": digest.hexdigest(),
        "probability": target[0],
        **explain(masks, target, 1, 0.25, most),
    }


write("image_lime.json", {
    "cases": [
        case("the usual settings", "card", 1, 1000, 100_000),
        case("one hide colour", "card", 2, 300, 100_000, [10, 200, 30]),
        case("a few regions", "photo", 3, 300, 8),
        case("forward selection", "photo", 4, 200, 3),
        case("more regions than samples", "photo", 5, 6, 100_000),
        case("one region", "narrow", 6, 40, 100_000),
    ],
})
