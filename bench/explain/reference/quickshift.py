"""Pictures made by arithmetic, and the regions that scikit-image's quickshift cuts them into."""
import numpy as np
from golden import FOLDER
from skimage.io import imsave
from skimage.segmentation import quickshift

SIZE = 96


def card():
    """Flat areas, lines like text, a round avatar: what a screenshot has."""
    y, x = np.mgrid[0:SIZE, 0:SIZE]
    image = np.full((SIZE, SIZE, 3), 255, np.uint8)
    image[(x - 16) ** 2 + (y - 16) ** 2 < 100] = (29, 120, 200)
    lines = (y % 8 < 4) & (y > 32) & (y < 60) & (x > 6) & ((x * 7 + y // 8 * 13) % 11 < 7) & (x < 88)
    image[lines] = (20, 23, 26)
    image[66:90, 8:88] = (230, 236, 240)
    image[70:86, 12:40] = (200, 40, 60)
    return image


def photo():
    """Gradients, waves and grain: what a photograph has."""
    y, x = np.mgrid[0:SIZE, 0:SIZE]
    grain = (x * 73 + y * 151 + x * y * 7) % 23
    red = (x * 2 + grain) % 256
    green = (np.abs((x + y) % 80 - 40) * 5 + grain) % 256
    blue = (y * 2 + (x // 24) * 40 + grain) % 256
    return np.stack([red, green, blue], axis=-1).astype(np.uint8)


def narrow():
    """Lower and narrower than the window, and wider than high."""
    return photo()[:7, :30]


PICTURES = {"card": card(), "photo": photo(), "narrow": narrow()}


def segments(image, seed):
    return quickshift(image, kernel_size=4, max_dist=200, ratio=0.2, random_seed=seed)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, image in PICTURES.items():
        regions = segments(image, 42)
        print(name, regions.max() + 1, "regions")
        imsave(FOLDER / f"{name}.png", image, check_contrast=False)
        imsave(FOLDER / f"{name}_quickshift.png", regions.astype(np.uint16), check_contrast=False)
    cut = quickshift(PICTURES["photo"], kernel_size=2, max_dist=3, ratio=0.7, random_seed=7)
    print("photo, short links", cut.max() + 1, "regions")
    imsave(FOLDER / "photo_quickshift_short.png", cut.astype(np.uint16), check_contrast=False)
