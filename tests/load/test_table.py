"""Tables are read right however a spreadsheet saved them."""

import pytest

from chevalet.diagnostics import Sink
from chevalet.load.table import Cell, Table, read_table

NBSP, NARROW = "\u00a0", "\u202f"


def read(content: str | bytes) -> tuple[Table, list[tuple[str, int, int]]]:
    sink = Sink()
    table = read_table(content.encode() if isinstance(content, str) else content, "t.csv", sink)
    return table, [(each.code, each.span.line, each.span.column) for each in sink.found]


def column(content: str) -> list[Cell]:
    table, found = read(content)
    assert found == []
    return [row[1] for row in table.rows]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_separators_line_ends_and_marks_do_not_matter(separator: str, end: str, encoding: str) -> None:
    lines = ["année,part_pct", "2018,70.5", "2019,71", "", ""]
    table, found = read(end.join(lines).replace(",", separator).encode(encoding))
    assert table == Table(("année", "part_pct"), (("2018", 70.5), ("2019", 71.0)))
    assert found == []


def test_the_first_column_is_text_even_when_it_holds_years() -> None:
    assert read("année,part\n2018,1\n")[0].rows == (("2018", 1.0),)


def test_a_semicolon_wins_over_the_decimal_commas_of_a_french_spreadsheet() -> None:
    table, found = read("plateforme;part, en %\nFacebook;70,5\nYouTube;64,1\n")
    assert table == Table(("plateforme", "part, en %"), (("Facebook", 70.5), ("YouTube", 64.1)))
    assert found == []


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("1,234", 1.234),  # between semicolons a comma is decimal
        ("147 082", 147082.0),
        (f"1{NBSP}147{NARROW}082,5", 1147082.5),
        ("-3", -3.0),
        ("−3", -3.0),
        ("0", 0.0),
        ("", None),
        ("   ", None),
    ],
)
def test_numbers(written: str, value: float | None) -> None:
    assert column(f"nom;valeur\na;{written}\nb;1\n") == [value, 1.0]


@pytest.mark.parametrize("written", ["83 %", "1e5", "inf", "nan", "12 34", "9" * 400, "1,234,567.8"])
def test_what_is_not_a_number_is_text_and_told_among_numbers(written: str) -> None:
    table, found = read(f"nom;valeur\na;{written}\nb;1\nc;2\n")
    assert [row[1] for row in table.rows] == [written, 1.0, 2.0]
    assert found == [("wrong-type", 2, 3)]


def test_a_column_that_is_mostly_text_is_text() -> None:
    assert column("nom,note\na,lu\nb,2\nc,vu\n") == ["lu", "2", "vu"]


def test_the_same_text_twice_in_a_row_is_told_by_its_line() -> None:
    assert read("n. d.,part\nn. d.,n. d.\nb,1\n")[1] == [("wrong-type", 2, 1)]


def test_cells_between_quotation_marks_may_hold_anything() -> None:
    table, found = read('nom,part,note\n"a, ""b"" et\nc",1,x\nd, "2",y\ne,n. d.,z\n')
    assert table.rows == (('a, "b" et\nc', 1.0, "x"), ("d", 2.0, "y"), ("e", "n. d.", "z"))
    assert found == [("wrong-type", 5, 3)]


def test_a_table_saved_in_windows_1252_is_read_and_told() -> None:
    table, found = read("année;été\n2018;1\n".encode("cp1252"))
    assert table == Table(("année", "été"), (("2018", 1.0),))
    assert found == [("table-not-utf8", 1, 4)]


def test_a_table_saved_in_utf_16_is_read_and_told() -> None:
    table, found = read("année\tété\n2018\t1\n".encode("utf-16"))
    assert table == Table(("année", "été"), (("2018", 1.0),))
    assert [code for code, _, _ in found] == ["table-not-utf8"]


def test_bytes_that_are_no_text_are_not_a_table() -> None:
    assert read(b"PK\x03\x04\x00\x00") == (Table((), ()), [("not-utf8", 1, 5)])


def test_rows_of_commas_left_by_a_spreadsheet_are_nothing() -> None:
    table, found = read("nom,part,,\n\na,1,,\n,,,\n")
    assert table == Table(("nom", "part"), (("a", 1.0),))
    assert found == []


def test_a_short_row_is_completed_and_told() -> None:
    table, found = read("nom,part,note\na\nb,2,vu\n")
    assert table.rows == (("a", None, None), ("b", 2.0, "vu"))
    assert found == [("ragged-row", 2, 1)]


def test_a_table_of_one_column() -> None:
    assert read("nom\na\nb\n") == (Table(("nom",), (("a",), ("b",))), [])


@pytest.mark.parametrize("content", ["", "\n\n", "# remarque\n", "a,b\n"])
def test_a_table_without_rows_is_told(content: str) -> None:
    table, found = read(content)
    assert table == Table((), ())
    assert found[-1][0] == "empty-table"


@pytest.mark.parametrize("unit", ["%", " %", f"{NBSP}%", f"{NARROW}$", "€"])
def test_a_sign_behind_every_number_of_a_column_is_its_format(unit: str) -> None:
    assert column(f"nom;valeur\na;12,5{unit}\nb;1{NBSP}234{unit}\nc;\n") == [12.5, 1234.0, None]


def test_two_signs_in_a_column_are_told() -> None:
    assert column("nom;valeur\na;12 %\nb;3 $\n") == ["12 %", "3 $"]  # nothing there is a number
    assert read("nom;valeur\na;12 %\nb;3\nc;4\n")[1] == [("wrong-type", 2, 3)]


def test_what_is_no_number_among_percentages_is_told() -> None:
    table, found = read("nom;valeur\na;12 %\nb;n. d.\nc;3 %\n")
    assert [row[1] for row in table.rows] == [12.0, "n. d.", 3.0]
    assert found == [("wrong-type", 3, 3)]


@pytest.mark.parametrize("written", ["sep=|", '"sep=|"', "SEP=|"])
def test_the_separator_that_a_first_line_declares_is_taken(written: str) -> None:
    assert read(f"{written}\nnom|part\na;b|1\n")[0] == Table(("nom", "part"), (("a;b", 1.0),))


@pytest.mark.parametrize(
    ("page", "name"), [("cp1252", "Windows-1252"), ("mac_roman", "Mac OS Roman"), ("cp850", "MS-DOS 850")]
)
def test_the_code_page_of_french_is_found_out(page: str, name: str) -> None:
    sink = Sink()
    table = read_table("région;dépôts\nMontérégie à l'été, ça;1\n".encode(page), "t.csv", sink)
    assert table == Table(("région", "dépôts"), (("Montérégie à l'été, ça", 1.0),))
    assert [dict(each.arguments)["encoding"] for each in sink.found] == [name]
