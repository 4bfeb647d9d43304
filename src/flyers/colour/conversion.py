"""Conversion from sRGB to ink through an ICC profile, within a bound on all inks together."""

from bisect import bisect_left
from functools import cached_property, lru_cache
from io import BytesIO
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from flyers.catalogue.inks import Inks, Rgb
from flyers.catalogue.light import light_of, light_of_lightness, luminance
from flyers.core.errors import ConfigError

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFilter import Color3DLUT

NODES = 33
"""Nodes along each side of the table that pictures go through: off by 0.3 of 255 levels on
average."""

HEADROOM = 0.06
"""Share of one ink by which pictures stay below the bound, as a JPEG's levels are a little off."""


def within(inks: Inks, most: float) -> Inks:
    """Return the inks within the bound, by the formula of this package; a bound of 0 is none."""
    cyan, magenta, yellow, black = inks
    colours = cyan + magenta + yellow
    if not most or colours + black <= most:
        return inks
    share = max(most - black, 0) / colours
    return cyan * share, magenta * share, yellow * share, black


class Conversion:
    """One profile with one bound. Its first colour costs some 5 ms, its table for pictures 50.

    What it computes raises ConfigError where the profile is damaged.
    """

    @staticmethod
    @lru_cache(maxsize=8)
    def of(profile: bytes, most: float) -> "Conversion":
        """Return the one conversion for a profile and a bound. ``most`` is the bound as a sum of
        four shares."""
        return Conversion(profile, most)

    def __init__(self, profile: bytes, most: float) -> None:
        self._profile = profile
        self._most = most
        self._known: dict[Rgb, Inks] = {}

    def flat(self, rgb: Rgb) -> Inks:
        """Return the inks of one colour, in whole per cents."""
        if rgb not in self._known:
            self._known[rgb] = self._flat(rgb)
        return self._known[rgb]

    def grey(self, rgb: Rgb) -> Inks:
        """Return the black ink alone that is as light as the colour."""
        return 0, 0, 0, round(self._black_as_light_as(luminance(rgb)), 2)

    def _flat(self, rgb: Rgb) -> Inks:
        red, green, blue = rgb
        if red == green == blue:
            return self.grey(rgb)
        from PIL import Image

        pixel = self._converted(Image.new("RGB", (1, 1), rgb)).tobytes()
        cyan, magenta, yellow, black = (round(level / 2.55) / 100 for level in pixel)
        cyan, magenta, yellow, black = within((cyan, magenta, yellow, black), self._most)
        # Rounded down, so that the sum stays within its bound; 0.29 is 28.999… in binary.
        cyan, magenta, yellow = (int(c * 100 + 1e-6) / 100 for c in (cyan, magenta, yellow))
        return cyan, magenta, yellow, black

    @cached_property
    def tones(self) -> bytes:
        """For each level of a grey picture, the level that prints as light.

        All tones lie between paper and black ink, so that shadows keep their detail: black point
        compensation for one ink.
        """
        darkest = self._ramp[-1]
        lights = (darkest + (1 - darkest) * light_of(level / 255) for level in range(256))
        return bytes(round(255 * (1 - self._black_as_light_as(light))) for light in lights)

    @cached_property
    def table(self) -> "Color3DLUT":
        """Lookup table for pictures.

        Between its nodes it is linear, so a bound that holds at the nodes holds everywhere.
        """
        from PIL import Image, ImageFilter

        levels = [round(255 * node / (NODES - 1)) for node in range(NODES)]
        nodes = bytes(
            part
            for blue in levels
            for green in levels
            for red in levels
            for part in (red, green, blue)
        )
        inks = self._converted(Image.frombytes("RGB", (NODES**2, NODES), nodes)).tobytes()
        most = self._most - HEADROOM if self._most else 0
        shares = [level / 255 for level in inks]
        for at in range(0, len(shares), 4):
            if sum(shares[at : at + 4]) > most > 0:
                cyan, magenta, yellow, black = shares[at : at + 4]
                shares[at : at + 4] = within((cyan, magenta, yellow, black), most)
        return ImageFilter.Color3DLUT(NODES, shares, channels=4, target_mode="CMYK")

    def bounded(self, image: "Image") -> "Image":
        """Return a CMYK picture within the bound; the same object where it is within already."""
        from PIL import Image, ImageMath

        most = int(255 * (self._most - HEADROOM))
        if not self._most:
            return image
        cyan, magenta, yellow, black = image.split()
        bands: dict[str, Any] = {"c": cyan, "m": magenta, "y": yellow, "k": black}

        def share(of: dict[str, Any]) -> Any:
            colours = of["c"] + of["m"] + of["y"]
            left = of["max"](most - of["k"], 0)
            # 1000 stands for all of it.
            return of["min"](1000 * left / of["max"](colours, 1), 1000)

        shares = ImageMath.lambda_eval(share, **bands)
        if shares.getextrema()[0] == 1000:
            return image

        def less(of: dict[str, Any]) -> Any:
            return of["convert"](of["band"] * of["shares"] / 1000, "L")

        colours = (cyan, magenta, yellow)
        lowered = [ImageMath.lambda_eval(less, band=band, shares=shares) for band in colours]
        return Image.merge("CMYK", (*lowered, black))

    def _converted(self, image: "Image") -> "Image":
        return self._through(self._to_inks, image)

    @cached_property
    def _to_inks(self) -> Any:
        """Transform to ink: relative colorimetric with black point compensation, unoptimised."""
        from PIL import ImageCms

        flags = ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.NOOPTIMIZE
        return self._transform(ImageCms.createProfile("sRGB"), "RGB", None, "CMYK", flags)

    @cached_property
    def _ramp(self) -> list[float]:
        """Luminance of each level of black ink, 1 for the paper; the darkest last."""
        from PIL import Image, ImageCms

        to_lab = self._transform(None, "CMYK", ImageCms.createProfile("LAB"), "LAB")
        ramp = Image.frombytes("CMYK", (256, 1), bytes(b for k in range(256) for b in (0, 0, 0, k)))
        levels = self._through(to_lab, ramp).getchannel(0).tobytes()
        # More ink is never lighter, whatever a measurement says.
        return list(accumulate((light_of_lightness(level / 2.55) for level in levels), min))

    def _transform(
        self, source: Any, from_mode: str, target: Any, to_mode: str, flags: int = 0
    ) -> Any:
        """Return the transform between two profiles; None stands for the profile of this
        conversion."""
        from PIL import ImageCms

        try:
            own = ImageCms.getOpenProfile(BytesIO(self._profile))
            return ImageCms.buildTransform(
                source or own,
                target or own,
                from_mode,
                to_mode,
                ImageCms.Intent.RELATIVE_COLORIMETRIC,
                ImageCms.Flags(flags),
            )
        except (OSError, ImageCms.PyCMSError) as error:
            raise ConfigError(
                "The ICC profile of the printer is damaged, and no colour can be computed with it; "
                "get another copy from your print shop."
            ) from error

    @staticmethod
    def _through(transform: Any, image: "Image") -> "Image":
        from PIL import ImageCms

        converted = ImageCms.applyTransform(image, transform)
        assert converted is not None
        return converted

    def _black_as_light_as(self, light: float) -> float:
        """Return the share of black ink, 0 to 1, interpolated in the ramp."""
        ramp = self._ramp
        if light <= ramp[-1]:
            return 1.0
        after = bisect_left(ramp, -light, key=lambda one: -one)
        if after == 0:
            return 0.0
        above, below = ramp[after - 1], ramp[after]
        return (after - (light - below) / (above - below)) / 255
