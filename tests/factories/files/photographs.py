"""What becomes of a sheet before a camera or in a scanner: the light, the desk, the tilt, and all that goes wrong.

Photographs have the size at which the portal keeps them (a long side of 2339 pixels); blur is given in pixels of that size.
"""

import functools
import io
import random
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image, ImageChops, ImageFilter

LONG, SHORT = 2339, 1754
DESKS = ("white", "wood", "dark", "cloth", "checked", "grey")


@dataclass(frozen=True)
class Shot:
    """How a photograph is taken. Defaults are a careful one."""

    share: float = 0.92  # of the picture's height or width that the sheet takes
    tilt: float = 1.0  # degrees
    skew: float = 0.02  # how far the corners leave the rectangle
    desk: str = "wood"
    blur: float = 0.7  # sigma in pixels: lens and focus
    motion: float = 0.0  # pixels
    motion_angle: float = 0.0  # degrees
    light: float = 1.0  # 1: paper is at 225 of 255
    warmth: float = 0.06  # lamplight
    shade: float = 0.25  # how much darker the darkest corner or the shadow of the hand is
    noise: float = 3.0  # sigma in steps of 255
    quality: int = 88  # JPEG
    long_side: int = LONG  # pixels of the photograph that is sent
    turn: int = 0  # quarters


def careful(chance: random.Random) -> Shot:
    """A good photograph as people take it: no two alike, all legible."""
    return Shot(
        share=chance.uniform(0.84, 0.98),
        tilt=chance.uniform(-3, 3),
        skew=chance.uniform(0, 0.035),
        desk=chance.choice(DESKS),
        blur=chance.uniform(0.5, 1.0),
        light=chance.uniform(0.75, 1.08),
        warmth=chance.uniform(-0.05, 0.14),
        shade=chance.uniform(0, 0.45),
        noise=chance.uniform(1, 5),
        quality=chance.randint(72, 94),
    )


def messenger(shot: Shot) -> Shot:
    """The same, sent through a messenger first."""
    return replace(shot, long_side=1600, quality=72)


def photograph(sheet: Image.Image, shot: Shot, chance: random.Random) -> Image.Image:
    """The sheet on a desk, as the camera gives it after its JPEG; grey when the sheet is grey."""
    return taken(laid(sheet, shot, chance), shot, chance)


def laid(sheet: Image.Image, shot: Shot, chance: random.Random) -> Image.Image:
    """The sheet on its desk, in even light and perfectly sharp."""
    return _laid(sheet, (LONG, SHORT) if sheet.width > sheet.height else (SHORT, LONG), shot, chance)


def taken(scene: Image.Image, shot: Shot, chance: random.Random) -> Image.Image:
    """The photograph of a scene."""
    scene = blurred(_lit(scene, shot, chance), shot)
    if shot.long_side != LONG:
        factor = shot.long_side / LONG
        scene = scene.resize((round(scene.width * factor), round(scene.height * factor)), Image.Resampling.BICUBIC)
    scene = jpeg(noisy(scene, shot.noise, chance), shot.quality)
    return scene.rotate(90 * shot.turn, expand=True) if shot.turn else scene


def scan(
    sheet: Image.Image, chance: random.Random, *, dpi: int = 200, tilt: float | None = None, quality: int = 80
) -> Image.Image:
    """The sheet from a flat-bed scanner, in grey: even light, little noise, hardly tilted."""
    tilt = chance.uniform(-0.8, 0.8) if tilt is None else tilt
    page = sheet.convert("L").rotate(tilt, Image.Resampling.BICUBIC, fillcolor=250)
    page = page.resize((round(sheet.width * dpi / 200), round(sheet.height * dpi / 200)), Image.Resampling.BICUBIC)
    page = page.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 0.7))).point(lambda tone: 18 + tone * 0.91)
    return jpeg(noisy(page, 2.0, chance), quality)


def jpeg(picture: Image.Image, quality: int) -> Image.Image:
    """Once through JPEG."""
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=quality)
    reread = Image.open(buffer)
    reread.load()
    return reread


def _desk(size: tuple[int, int], kind: str, chance: random.Random) -> np.ndarray:
    across, down = size
    random_state = np.random.default_rng(chance.randrange(2**32))
    plain = {
        "white": (226, 224, 220),
        "wood": (150, 108, 72),
        "dark": (52, 48, 46),
        "cloth": (70, 90, 140),
        "checked": (225, 220, 214),
        "grey": (128, 130, 132),
    }
    desk = np.empty((down, across, 3), np.float32)
    desk[:] = plain[kind]
    if kind == "wood":
        grain = np.repeat(random_state.normal(0, 1, (down // 6 + 1, across // 160 + 1)), 160, axis=1)
        grain = np.asarray(Image.fromarray(grain.astype(np.float32)).resize(size, Image.Resampling.BICUBIC))
        desk *= (1 + 0.09 * grain)[..., None]
    elif kind == "cloth":
        weave = np.asarray(
            Image.fromarray(random_state.normal(0, 1, (down // 3, across // 3)).astype(np.float32)).resize(
                size, Image.Resampling.BICUBIC
            )
        )
        desk *= (1 + 0.10 * weave)[..., None]
    elif kind == "checked":
        step = chance.randint(60, 140)
        field = (np.arange(down)[:, None] // step % 2) + (np.arange(across)[None, :] // step % 2)
        desk *= (1 - 0.22 * field)[..., None] * np.array([1, 0.9 if chance.random() < 0.5 else 1, 0.9], np.float32)
    return desk


def _laid(sheet: Image.Image, size: tuple[int, int], shot: Shot, chance: random.Random) -> Image.Image:
    """The sheet on the desk in perspective."""
    across, down = size
    share = shot.share * min(across / sheet.width, down / sheet.height)
    wide, high = sheet.width * share, sheet.height * share
    angle = np.deg2rad(shot.tilt)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    corners = []
    for x, y in ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)):
        shift = np.array([chance.uniform(-1, 1), chance.uniform(-1, 1)]) * shot.skew / 2
        corners.append(
            turn @ (np.array([(x + shift[0]) * wide, (y + shift[1]) * high])) + np.array([across / 2, down / 2])
        )
    corners_array = np.array(corners)
    for axis, length in ((0, across), (1, down)):  # a careful hand keeps the sheet in the picture where it fits
        low, high_end = corners_array[:, axis].min(), corners_array[:, axis].max()
        scale = min(1.0, (length - 8) / (high_end - low))
        corners_array = (corners_array - [across / 2, down / 2]) * scale + [across / 2, down / 2]
        low, high_end = corners_array[:, axis].min(), corners_array[:, axis].max()
        corners_array[:, axis] += max(0, 4 - low) - max(0, high_end - (length - 4))
    source = ((0, 0), (sheet.width, 0), (sheet.width, sheet.height), (0, sheet.height))
    data = _homography(corners_array, source)
    warped = sheet.transform(size, Image.Transform.PERSPECTIVE, data, Image.Resampling.BICUBIC)
    mask = Image.new("L", sheet.size, 255).transform(size, Image.Transform.PERSPECTIVE, data, Image.Resampling.BILINEAR)
    scene = Image.fromarray(np.clip(_desk(size, shot.desk, chance), 0, 255).astype(np.uint8)).convert(sheet.mode)
    scene.paste(warped, mask=mask)
    return scene


def _homography(to: np.ndarray, source: tuple[tuple[int, int], ...]) -> list[float]:
    rows, right = [], []
    for (x, y), (u, v) in zip(to, source, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return np.linalg.solve(np.array(rows, float), np.array(right, float)).tolist()


def _lit(scene: Image.Image, shot: Shot, chance: random.Random) -> Image.Image:
    across, down = scene.size
    y, x = np.mgrid[0:1:32j, 0:1:32j]
    angle = chance.uniform(0, 6.28)
    fall = 1 - shot.shade * np.clip((np.cos(angle) * (x - 0.5) + np.sin(angle) * (y - 0.5)) + 0.5, 0, 1)
    if chance.random() < 0.4:  # the shadow of a hand
        fall *= 1 - shot.shade * 0.8 / (1 + np.exp((np.hypot(x - chance.random(), y - chance.random()) - 0.35) * 25))
    fall *= 225 / 255 * shot.light
    light = np.asarray(Image.fromarray(fall.astype(np.float32)).resize((across, down), Image.Resampling.BICUBIC))
    if scene.mode == "RGB":
        light = light[..., None] * np.array([1 + shot.warmth, 1, 1 - shot.warmth], np.float32)
    lit = np.asarray(scene, np.float32) * light
    return Image.fromarray(np.clip(lit, 0, 255).astype(np.uint8))


def blurred(scene: Image.Image, shot: Shot) -> Image.Image:
    """Out of focus, or by a hand that moved."""
    scene = scene.filter(ImageFilter.GaussianBlur(shot.blur))
    if shot.motion < 1:
        return scene
    steps = max(2, round(shot.motion))
    total = np.zeros(np.asarray(scene).shape, np.float32)
    angle = np.deg2rad(shot.motion_angle)
    for step in np.linspace(-shot.motion / 2, shot.motion / 2, steps):
        moved = ImageChops.offset(scene, round(float(step * np.cos(angle))), round(float(step * np.sin(angle))))
        total += np.asarray(moved, np.float32)
    return Image.fromarray((total / steps).astype(np.uint8), scene.mode)


@functools.cache
def _grain() -> np.ndarray:
    return np.random.default_rng(7).standard_normal((733, 811), np.float32)  # no multiple of anything else


def noisy(picture: Image.Image, sigma: float, chance: random.Random) -> Image.Image:
    """With the grain of a sensor."""
    dots = np.asarray(picture, np.float32)
    grain = np.roll(_grain(), (chance.randrange(733), chance.randrange(811)), (0, 1))
    grain = (
        np.tile(grain, (dots.shape[0] // 733 + 1, dots.shape[1] // 811 + 1))[: dots.shape[0], : dots.shape[1]] * sigma
    )
    dots = dots + (grain if dots.ndim == 2 else grain[..., None])
    return Image.fromarray(np.clip(dots, 0, 255).astype(np.uint8))
