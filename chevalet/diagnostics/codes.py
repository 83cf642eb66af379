"""Every diagnostic code with its severity; the texts are in `chevalet/locale`, in English and in French."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType


class Severity(Enum):
    """How much a diagnostic weighs: an error makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


# One code a line, in alphabetical order, so that two people who add one do not meet.
_ERRORS = """
    ambiguous-number
    another-build
    broken-link
    cannot-write
    dangling-relationship
    data-given-twice
    duplicate-attribute
    duplicate-id
    duplicate-key
    duplicate-person
    empty-chart
    empty-table
    extra-cell
    figure-cannot-fit
    file-too-large
    invalid-attribute
    invalid-id
    invalid-pie
    invalid-table
    invalid-template
    invalid-term
    lost-slide
    lost-text
    malformed-part
    minutes-do-not-add-up
    minutes-out-of-range
    misplaced-container
    misplaced-picture
    missing-alt
    missing-attribute
    missing-cell
    missing-column
    missing-file
    missing-front-matter
    missing-fonts
    missing-glyph
    missing-key
    missing-picture
    missing-title
    name-too-long
    nested-too-deep
    not-a-file
    not-utf8
    orphan-part
    paragraph-too-long
    path-outside-root
    ragged-row
    recalled-fact
    reserved-term
    row-length
    stray-text
    table-cannot-fit
    text-cannot-fit
    text-outside-column
    text-outside-slide
    title-cannot-fit
    unclosed-comment
    unclosed-container
    unclosed-fence
    unclosed-front-matter
    undated-certificate
    undefined-footnote
    unexpected-attribute
    unknown-attribute
    unknown-column
    unknown-container
    unknown-data
    unknown-facet
    unknown-facet-value
    unknown-fact
    unknown-fact-value
    unknown-key
    unknown-language
    unknown-layout
    unknown-module
    unknown-term
    unknown-workshop
    unnamed-column
    unopened-container
    unreadable-file
    unreadable-picture
    unsupported-picture
    untyped-part
    wrong-type
    wrong-value
    yaml-alias
    yaml-syntax
    yaml-too-deep
    yaml-too-large
"""

_WARNINGS = """
    chart-as-table
    conflict-copy
    decimal-point
    dollar-before
    dots-after-etc
    duplicate-reference
    duplicate-title
    edited-by-hand
    empty-slide
    english-hour
    english-thousands
    fence-info-ignored
    foreign-notes
    foreign-settings
    html-not-supported
    hyphen-as-dash
    ignored-attribute
    invalid-footnote
    misplaced-break
    misplaced-room
    missing-id
    needless-minutes
    no-private-file
    nobody-present
    notes-too-long
    only-case-differs
    remote-picture
    shortened-doublet
    straight-quotes
    table-not-utf8
    text-before-first-slide
    unknown-fence
    unlabelled-notes
    unportable-name
    unread-link
    unsupported-link
    unused-footnote
    unused-reference
    word-cannot-fit
"""

_NOTICES = """
    comment-dropped
    translation-not-read
    unlisted-module
    unread-column
    unused-file
"""

CODES: Mapping[str, Severity] = MappingProxyType(
    {
        **dict.fromkeys(_ERRORS.split(), Severity.ERROR),
        **dict.fromkeys(_WARNINGS.split(), Severity.WARNING),
        **dict.fromkeys(_NOTICES.split(), Severity.NOTICE),
    }
)
