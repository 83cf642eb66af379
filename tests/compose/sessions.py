"""A session that is set, the real course resolved for one, and the pages of a document as they are printed."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace
from pypdfium2 import PdfDocument

from chevalet.compose import DOCUMENTS, Supplies, compose
from chevalet.emit.pdf import emit_pdf
from chevalet.model.course import Course
from chevalet.model.flow import Flow, Heading
from chevalet.model.inline import plain_text
from chevalet.model.session import Session, SessionStatus
from chevalet.model.target import Target
from chevalet.resolve import resolve
from tests.compose.composing import real

WORKSHOP = "2-rediger"
WORKSHOPS = tuple(workshop.identifier for workshop in real().project.workshops)
SESSION = Session(
    identifier="mars",
    title="",
    workshop=WORKSHOP,
    start=18 * 60 + 30,
    end=20 * 60 + 45,
    date=date(2027, 3, 9),
    status=SessionStatus.CONFIRMED,
    place="Salle des Essais",
    address="12, rue de l'Exemple",
    access="entrée sans marche",
    registration="https://exemple.quebec/inscription",
    price="Gratuit",
)
CANCELLED = replace(SESSION, status=SessionStatus.CANCELLED, revision=2)
MOVED = replace(SESSION, revision=1)
HOSTILE = replace(
    SESSION,
    place='<script>alert(1)</script> #panic("x") $x$ [lien](http://pirate.example) {{chamber.name}} **gras**',
    access="</w:t> & ]]> <!-- @a *b* _c_ \\ `code`\nObjet : faux message",
    price='=HYPERLINK("http://pirate.example")',
    registration="javascript:alert(1)",
)


def course_for(session: Session | None, edition: str, workshop: str = WORKSHOP, **facets: str) -> Course:
    """Resolve a workshop of the real course for a session; it may report nothing but a change of hours."""
    target = Target("base", workshop, "undated", edition, "fr-CA", tuple(facets.items()))
    course, found = resolve(real().project, real().documents, target, real().texts, session)
    assert course is not None
    if session is not HOSTILE:  # its straight quotes are pointed out where they are printed
        assert [diagnostic for diagnostic in found if "documents" in diagnostic.span.path] == []
    return course


def document(kind: str, session: Session | None, workshop: str = WORKSHOP, **facets: str) -> Flow:
    """Compose a document for the first edition that has it."""
    course = course_for(session, DOCUMENTS[kind].editions[0], workshop, **facets)
    return compose(course, kind)[0]


def series(session: Session | None) -> Flow:
    """Compose the messages of a session, those of the other workshops' not being set."""
    courses = {name: course_for(session if name == WORKSHOP else None, "trainer", name) for name in WORKSHOPS}
    return compose(courses[WORKSHOP], "messages", Supplies(workshops=tuple(courses.values())))[0]


def print_pages(flow: Flow) -> list[str]:
    """Return the text of each page of a document's PDF, all its spaces plain; it has no character to report."""
    content, found = emit_pdf(flow, real().project.theme)
    assert found == ()
    pdf = PdfDocument(content)
    try:
        texts = [pdf[at].get_textpage().get_text_bounded() for at in range(len(pdf))]
        return [" ".join(text.replace("\u200b", "").split()) for text in texts]
    finally:
        pdf.close()


def parts_of(flow: Flow) -> list[str]:
    """Return the titles of the parts of a document."""
    return [plain_text(block.inlines) for block in flow.blocks if isinstance(block, Heading) and block.level == 1]
