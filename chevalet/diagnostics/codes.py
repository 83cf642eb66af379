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
    end-before-start
    extra-cell
    figure-cannot-fit
    file-too-large
    file-without-slide
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
    missing-fonts
    missing-front-matter
    missing-key
    missing-picture
    missing-title
    module-not-taught
    name-cannot-be-set
    name-too-long
    nested-too-deep
    not-a-file
    not-utf8
    one-or-other
    orphan-part
    paragraph-too-long
    path-outside-root
    ragged-row
    recalled-fact
    region-circle
    reserved-term
    row-length
    session-does-not-fit
    slide-without-id
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
    unknown-document
    unknown-facet
    unknown-facet-value
    unknown-fact
    unknown-fact-value
    unknown-key
    unknown-language
    unknown-layout
    unknown-module
    unknown-region
    unknown-region-file
    unknown-region-module
    unknown-schedule
    unknown-slide
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
    empty-region
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
    missing-glyph
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
    color-too-light
    comment-dropped
    override-not-accepted
    stale-override
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
