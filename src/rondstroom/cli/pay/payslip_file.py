"""Withholds over a CSV file of wages: every row or none, in the order of the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flexpool.money import CENTS_PER_EURO
from flexpool.pay.taxes import TaxAge, payslip_tax
from flexpool.refusal import Impossible, Refusal, reason
from flexpool.text import Text
from rondstroom.cli.check_cells import UnableToRead
from rondstroom.cli.check_file import DELIMITERS, text_of
from rondstroom.cli.pay.amounts import UnreadableAmount, read_euros

WAGE, AGE = "month_wage", "age_group"
ADDED = ("without_credit", "with_credit", "labour_credit")
COMMENT = "#"
MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Table:
    """A file of wages: its delimiter, its header as written and as read, rows by line number."""

    delimiter: str
    header: list[str]
    names: list[str]
    rows: list[tuple[int, list[str]]]


def withhold_all(source: Path, out: Path, on: date, default: TaxAge) -> int:
    """Write the file again with what is withheld in each row; give the number of rows.

    Parameters
    ----------
    source, out
        The file of wages and the file to write; they may be the same.
    on
        A day of the year.
    default
        The age group of rows that name none.

    Raises
    ------
    Refusal
        When the file or a row cannot be read, naming every row; nothing is written then.
    """
    table = _read(source)
    done, rejected = [], []
    for line, row in table.rows:
        cells = row + [""] * (len(table.names) - len(row))
        try:
            done.append([*cells, *_withheld(table.names, cells, on, default)])
        except Refusal as error:
            rejected.append((line, error.told))
    if rejected:
        raise Refusal(_refusal(source, rejected))
    _write(out, table.delimiter, [[*table.header, *ADDED], *done])
    return len(done)


def _refusal(source: Path, rejected: list[tuple[int, Text]]) -> Text:
    more = len(rejected) - MOST_NAMED
    rest = [Text(f"  … en nog {more} rijen", f"  … and {more} rows more")] if more > 0 else []
    why = Text(
        f"{source}: er is niets geschreven. Deze rijen zijn niet te berekenen:",
        f"{source}: nothing was written. These rows cannot be worked out:",
    )
    named = [
        Text(f"  rij {line}: {told.nl}", f"  row {line}: {told.en}")
        for line, told in rejected[:MOST_NAMED]
    ]
    lines = [why, *named, *rest]
    return Text("\n".join(one.nl for one in lines), "\n".join(one.en for one in lines))


def _withheld(names: list[str], cells: list[str], on: date, default: TaxAge) -> Iterator[str]:
    if len(cells) != len(names):
        raise Refusal(
            Text(
                f"deze heeft {len(cells)} cellen, de kop heeft er {len(names)}",
                f"it has {len(cells)} cells, the header has {len(names)}",
            )
        )
    record = dict(zip(names, cells, strict=True))
    group = record.get(AGE, "").strip() or default
    if group not in set(TaxAge):
        known = ", ".join(TaxAge)
        raise Impossible(AGE, f"{group!r} is geen van {known}", f"{group!r} is not one of {known}")
    try:
        wage = read_euros(record[WAGE])
    except UnreadableAmount as error:
        raise Impossible(WAGE, error.told.nl, error.told.en) from None
    tax = payslip_tax(wage, on, TaxAge(group))
    return map(_in_euros, (tax.without_credit, tax.with_credit, tax.labour_credit))


def _in_euros(cents: int) -> str:
    whole, rest = divmod(cents, CENTS_PER_EURO)
    return f"{whole}.{rest:02d}"


def _read(path: Path) -> Table:
    try:
        text = text_of(path)
        delimiter = max(DELIMITERS, key=_first_line(text).count)
        cells = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        rows = [(cells.line_num, row) for row in cells if _counts("".join(row))]
    except (ValueError, csv.Error) as error:
        why = error.why if isinstance(error, UnableToRead) else reason(error)
        raise Refusal(
            Text(
                f"{path}: {why.nl}. Er is niets geschreven",
                f"{path}: {why.en}. Nothing was written",
            )
        ) from None
    header = rows[0][1] if rows else []
    names = [name.strip().lower() for name in header]
    _check_columns(path, names)
    return Table(delimiter, header, names, rows[1:])


def _check_columns(path: Path, names: list[str]) -> None:
    if names.count(WAGE) != 1:
        raise Impossible(
            str(path),
            f"er moet één kolom {WAGE} zijn; het bestand heeft {names}",
            f"there must be one column {WAGE}; the file has {names}",
        )
    for name in (AGE, *ADDED):
        if names.count(name) > (name == AGE):
            raise Impossible(
                str(path),
                f"haal de kolom {name} weg: die staat er al",
                f"take out the column {name}: it is there already",
            )


def _first_line(text: str) -> str:
    return next(filter(_counts, text.splitlines()), "")


def _counts(line: str) -> bool:
    return bool(line.strip()) and not line.startswith(COMMENT)


def _write(path: Path, delimiter: str, rows: list[list[str]]) -> None:
    """Write beside the file first, so that a disk that is full leaves no half of it."""
    beside = path.with_name(f"{path.name}.new")
    try:
        with beside.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=delimiter, lineterminator="\n").writerows(rows)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Refusal(
            Text(
                f"{path} kan niet worden geschreven: {error.strerror}",
                f"{path} cannot be written: {error.strerror}",
            )
        ) from None
