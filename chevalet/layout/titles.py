"""The titles of a deck: each unique, those of the pages that go on marked, those too long shortened."""

from __future__ import annotations

from msgspec import Struct, field

from chevalet.layout.frame import content_area
from chevalet.layout.lines import shorten, title_growth
from chevalet.layout.roles import all_roles
from chevalet.layout.ruler import Ruler
from chevalet.layout.runs import Runs, runs_of
from chevalet.model.deck import Run
from chevalet.model.inline import Inlines
from chevalet.model.locale import Locale
from chevalet.model.theme import Layout, Theme, Typeface

HIGHEST_GROWTH = 40
"""Per cent of the slide that a title may take beyond its own box before it is refused."""
USUAL_DIGITS = 2
"""The digits for which a mark of continuation keeps room, unless a slide has more pages."""


class Titles(Struct):
    """Gives out the titles of one deck."""

    theme: Theme
    ruler: Ruler
    locale: Locale
    _taken: dict[str, int] = field(default_factory=dict)

    def runs(self, inlines: Inlines) -> Runs:
        """Return a title in the face of headings; a slide without one has a title all the same."""
        look = Run("", typeface=Typeface.HEADING)
        runs = runs_of(inlines, look)
        if any(run.text.strip() for run in runs):
            return runs
        return (Run(self.locale.words["untitled"], typeface=Typeface.HEADING),)

    def unique(self, title: Runs) -> Runs:
        """Return a title that no slide before has: a namesake gets a number (a diagnostic has said so already)."""
        name = _name(title)
        number, found = self._taken.get(name, 0), title
        while _name(found) in self._taken:
            number += 1
            found = (*title, Run(f" ({number})", typeface=Typeface.HEADING))
        self._taken[name] = max(1, number)
        return found

    def take(self, title: Runs, page: int) -> Runs:
        """Return the title of a page of a slide, counted from 1, and keep others from having it."""
        found = self._marked(title, page)
        while page > 1 and _name(found) in self._taken:
            page += 1
            found = self._marked(title, page)
        self._taken.setdefault(_name(found), 1)
        return found

    def continued(self, title: Runs, digits: int = USUAL_DIGITS) -> Runs:
        """Return a title with the longest mark of continuation whose number has so many digits."""
        return self._marked(title, 10 ** max(digits, USUAL_DIGITS))

    def _marked(self, title: Runs, page: int) -> Runs:
        if page == 1:
            return title
        words = self.locale.words
        mark = words["continued"] if page == 2 else words["continued-again"].format(number=page - 1)
        return (*title, Run(f" {mark}", typeface=Typeface.HEADING))

    def _most_growth(self, layout: Layout) -> int:
        """Return by how much a title may outgrow its box: it ends above the bottom of the content in any case."""
        left = content_area(layout).bottom - layout.placeholders["title"].box.bottom
        return min(left, self.theme.slide.height * HIGHEST_GROWTH // 100)

    def fitting(self, title: Runs, role: str) -> tuple[Runs, Runs]:
        """Return what of a title leaves room for content in every layout a slide of that role may take, and the rest.

        Its mark of continuation is counted in.
        """
        layouts = [self.theme.layouts[each] for each in (role, "text", *all_roles(role)) if each in self.theme.layouts]

        def fits(beginning: Runs) -> bool:
            marked = self.continued(beginning)
            return all(title_growth(self.ruler, marked, each) <= self._most_growth(each) for each in layouts)

        # A title that fits in its own layout takes a few lines more in another, with its mark: far less than may be.
        is_low = not title_growth(self.ruler, title, layouts[0])
        return (title, ()) if is_low or fits(title) else shorten(title, fits)


def _name(runs: Runs) -> str:
    return text_of(runs).casefold()


def text_of(runs: Runs) -> str:
    """Return the characters of a title, its spaces made plain and single."""
    return " ".join("".join(run.text for run in runs).split())
