"""Slides nobody should write and everybody does: more text, wider tables and longer words than a slide can hold."""

from __future__ import annotations

import random
import struct
import zlib

VOCABULARY = (
    "le la un des marché clientèle entreprise réseau bistro Rimouski abonnement l'infolettre publication mesurer "
    "médias-sociaux aujourd'hui « bonjour » chambre stratégique développement vente peut-être rendez-vous facture Été "
    "intergouvernementalisation 2018 45 %"
).split()
SCRIPTS = "😀 👩‍👩‍👧 🇨🇦 你好世界这是一个很长的句子用来测试换行 日本語のテキスト 한국어 نص عربي טקסט é à o̷̲ ∑ → ≥"


class Author:
    """Writes random French; the same seed writes the same."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def words(self, count: int) -> str:
        return " ".join(self.random.choices(VOCABULARY, k=count))

    def paragraphs(self, count: int, words: int) -> str:
        return "\n\n".join(self.words(words) for _ in range(count))

    def bullets(self, count: int, words: int = 8, depth: int = 1) -> str:
        lines: list[str] = []
        for _ in range(count):
            lines += [f"{'  ' * level}- {self.words(words)}" for level in range(depth)]
        return "\n".join(lines)

    def table(self, rows: int, columns: int, words: int = 2) -> str:
        lines = [[self.words(words) for _ in range(columns)] for _ in range(rows + 1)]
        lines.insert(1, ["---"] * columns)
        return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)

    def code(self, lines: int) -> str:
        body = "\n".join(
            f"    for x in range({number}): print('bonjour', x)  # {'y' * self.random.randint(0, 90)}"
            for number in range(lines)
        )
        return f"```python\n{body}\n```"

    def everything(self) -> str:
        parts = (
            self.bullets(20),
            self.table(12, 5),
            self.paragraphs(4, 60),
            f"{'a' * 120} https://exemple.ca/{'chemin-tres-long/' * 6}",
            self.code(60),
            f"![{self.words(4)}](haute.png)",
            f"{SCRIPTS} " * 6,
        )
        return "\n\n".join(parts)


def write_hard_module(seed: int) -> str:
    """Return a module of hard slides, each word of which must be found in its deck."""
    author = Author(seed)
    long_title = " ".join([author.words(10)] * 4)[:200]
    slides = {
        "vingt-puces": author.bullets(20),
        "quatre-niveaux": author.bullets(8, 6, depth=4),
        "dix-paragraphes": author.paragraphs(10, 60),
        "un-paragraphe": author.words(500),
        "huit-colonnes": author.table(6, 8),
        "quarante-rangees": author.table(40, 4),
        "cellules-longues": author.table(6, 3, words=40),
        "mots-longs": f"{'a' * 120} https://exemple.ca/{'chemin-tres-long/' * 6}\n\n- {'b' * 120}",
        "code": author.code(60),
        "haute": f"![Une image très haute](haute.png)\n\n{author.words(40)}",
        "large": f"{author.words(40)}\n\n![Une image très large](large.png)",
        "ecritures": "\n\n".join([f"{SCRIPTS} " * 5, *(f"- {SCRIPTS}" for _ in range(4))]),
        "vide": "",
        "texte-tableau-texte": f"{author.words(40)}\n\n{author.table(8, 4)}\n\n{author.words(40)}",
        "note": f"Un mot[^{seed}].\n\n[^{seed}]: {author.words(60)}",
        "citation": "> " + author.words(120),
        "comparaison": _columns(f"### Ici\n\n{author.bullets(5)}", f"### Là-bas\n\n{author.bullets(4)}"),
        "comparaison-dure": _columns(f"### Ici\n\n{author.everything()}", f"### Là-bas\n\n{author.bullets(3)}"),
        "cinq-colonnes": _columns(*(author.bullets(4) for _ in range(5))),
        "activite": f'::: activity {{minutes=8 group=pairs material="{author.words(60)}"}}\n{author.everything()}\n:::',
        "cas": f'::: case {{name="{author.words(12)}" year=2009}}\n{author.bullets(14)}\n:::',
        "cle": f"::: key\n{author.bullets(12)}\n:::",
        "etapes": _steps("chain", [author.words(5) for _ in range(7)]),
        "pyramide": f"{author.words(60)}\n\n{_steps('pyramid', [author.words(6) for _ in range(5)])}",
    }
    body = "\n\n".join(f"## {key} {author.words(3)} {{#{key}}}\n\n{text}" for key, text in slides.items())
    titles = "\n\n".join(
        f"## {long_title} {layout} {{#titre-{layout} layout={layout}}}\n\n{author.bullets(6)}"
        for layout in ("text", "table", "statement", "quote", "activity", "case", "recap", "closing", "section")
    )
    return f"---\ntitle: Un module difficile\nminutes: 30\n---\n\n{body}\n\n{titles}\n"


def _columns(*contents: str) -> str:
    inner = "\n".join(f"::: column\n{content}\n:::" for content in contents)
    return f"::: columns\n{inner}\n:::"


def _steps(kind: str, titles: list[str]) -> str:
    listed = "\n".join(f'  - "{title}"' for title in titles)
    return f"```steps\nkind: {kind}\nsteps:\n{listed}\n```"


def make_png(width: int, height: int) -> bytes:
    """Return a plain grey picture of a size in pixels."""
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    chunks = (
        (b"IHDR", struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body
