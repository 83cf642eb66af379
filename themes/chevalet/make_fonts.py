"""Makes the theme's open faces from the npm packages that publish them: `python make_fonts.py NODE_MODULES`.

Carlito is Debian's `fonts-crosextra-carlito`, copied unchanged: its name is reserved by its licence. Run once, by hand.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).parent / "fonts"
SUBSETS = ("latin", "latin-ext", "vietnamese")
STYLES = {"Regular": (400, "normal"), "Bold": (700, "normal"), "Italic": (400, "italic"), "BoldItalic": (700, "italic")}
CONSOLAS_WIDTH = 112.5  # the width at which Inconsolata advances by 0.550 em, as Consolas does
NAMES = {"Regular": (0, 400), "Bold": (1 << 5, 700), "Italic": (1, 400), "BoldItalic": (1 << 5 | 1, 700)}


def merge_subsets(files: list[Path], target: Path) -> None:
    """Write one TrueType file of the same face's subsets."""
    with TemporaryDirectory() as folder:
        plain = []
        for number, file in enumerate(files):
            font = TTFont(file)
            font.flavor = None
            plain.append(f"{folder}/{number}.ttf")
            font.save(plain[-1])
        Merger().merge(plain).save(target)


def narrow(file: Path, weight: int, folder: str) -> Path:
    """Write the static face of a variable subset at Consolas's width."""
    font = instantiateVariableFont(TTFont(file), {"wght": weight, "wdth": CONSOLAS_WIDTH})
    font.flavor = None
    target = Path(folder) / (file.stem + ".ttf")
    font.save(target)
    return target


def name_face(file: Path, family: str, style: str) -> None:
    """Give a face the four names and the style bits by which systems group a family of four."""
    font = TTFont(file)
    spaced = style.replace("BoldI", "Bold I")
    font["name"].names = [record for record in font["name"].names if record.nameID in (0, 5, 8, 9, 11, 12, 13, 14)]
    for identifier, value in ((1, family), (2, spaced), (4, f"{family} {spaced}"), (6, f"{family}-{style}")):
        font["name"].setName(value, identifier, 3, 1, 0x409)
    selection, weight = NAMES[style]
    font["OS/2"].fsSelection = selection or 1 << 6
    font["OS/2"].usWeightClass = weight
    font["OS/2"].usWidthClass = 5
    font["head"].macStyle = (1 if "Bold" in style else 0) | (2 if "Italic" in style else 0)
    font.save(file)


def make_gelasio(packages: Path) -> None:
    for style, (weight, slope) in STYLES.items():
        files = [packages / f"@fontsource/gelasio/files/gelasio-{s}-{weight}-{slope}.woff2" for s in SUBSETS]
        target = FONTS / "gelasio" / f"Gelasio-{style}.ttf"
        merge_subsets(files, target)
        name_face(target, "Gelasio", style)


def make_inconsolata(packages: Path) -> None:
    source = packages / "@fontsource-variable/inconsolata/files"
    for style in ("Regular", "Bold"):
        target = FONTS / "inconsolata" / f"Inconsolata-{style}.ttf"
        with TemporaryDirectory() as folder:
            files = [source / f"inconsolata-{subset}-standard-normal.woff2" for subset in SUBSETS]
            merge_subsets([narrow(file, STYLES[style][0], folder) for file in files], target)
        name_face(target, "Inconsolata", style)


if __name__ == "__main__":
    make_gelasio(Path(sys.argv[1]))
    make_inconsolata(Path(sys.argv[1]))
