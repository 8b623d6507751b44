"""Compares a report's workbook with what openpyxl and LibreOffice make of it.

check-workbook.py REPORT.xlsx COMPUTED.xlsx PRINTED.txt: the report, the same after LibreOffice has
computed and saved it, and the text of its printed pages. Ends with 1 and a line for each difference.
"""

import re
import sys
import zipfile
from xml.etree import ElementTree

import openpyxl

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def numbers_equal(one, other):
    return abs(one - other) <= 1e-9 * max(1, abs(one), abs(other))


def cells(book, reference):
    name, _, area = reference.rpartition("!")
    if name.startswith("'"):
        name = name[1:-1].replace("''", "'")
    found = book[name][area.replace("$", "")]
    if not isinstance(found, tuple):
        return [found.value]
    return [cell.value for row in found for cell in row]


def check_formulas(report, computed, faults):
    """Every formula, computed by LibreOffice, gives the result that the file holds."""
    written = openpyxl.load_workbook(report)
    results = openpyxl.load_workbook(report, data_only=True)
    anew = openpyxl.load_workbook(computed, data_only=True)
    if written.sheetnames != anew.sheetnames:
        faults.append(f"sheets {written.sheetnames}, in LibreOffice {anew.sheetnames}")
        return written, results, 0
    count = 0
    for sheet in written:
        for row in sheet.iter_rows():
            for cell in row:
                place = f"{sheet.title}!{cell.coordinate}"
                kept = results[sheet.title][cell.coordinate].value
                new = anew[sheet.title][cell.coordinate].value
                if cell.data_type == "f":
                    count += 1
                    if not isinstance(kept, (int, float)) or not isinstance(new, (int, float)):
                        faults.append(f"{place}: {cell.value} is {kept!r}, computed {new!r}")
                    elif not numbers_equal(kept, new):
                        faults.append(f"{place}: {cell.value} is {kept!r}, computed {new!r}")
                elif isinstance(kept, (int, float)):
                    if not isinstance(new, (int, float)) or not numbers_equal(kept, new):
                        faults.append(f"{place}: {kept!r}, in LibreOffice {new!r}")
                elif isinstance(kept, str):
                    # Line breaks are one character to LibreOffice, control characters none.
                    plain = lambda text: re.sub(r"[\x00-\x1f]+|_x00[01][0-9A-F]_", "", text)
                    if plain(kept) != plain(str(new if new is not None else "")):
                        faults.append(f"{place}: {kept!r}, in LibreOffice {new!r}")
    return written, results, count


def check_charts(report, written, results, faults):
    """Every range of every chart exists and holds what the chart remembers; each has a text."""
    charts = 0
    with zipfile.ZipFile(report) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name):
                for frame in ElementTree.fromstring(archive.read(name)).iter():
                    if frame.tag.endswith("}cNvPr") and not frame.get("descr"):
                        faults.append(f"{name}: {frame.get('name')} has no text alternative")
            if not re.fullmatch(r"xl/charts/chart\d+\.xml", name):
                continue
            charts += 1
            part = ElementTree.fromstring(archive.read(name))
            if not list(part.iter(DRAWING + "ser")):
                faults.append(f"{name}: no series")
            for reference in list(part.iter(DRAWING + "numRef")) + list(part.iter(DRAWING + "strRef")):
                formula = reference.findtext(DRAWING + "f")
                try:
                    found = cells(results, formula)
                except (KeyError, ValueError):
                    faults.append(f"{name}: {formula} is no range of the workbook")
                    continue
                kept = [None] * len(found)
                for point in reference.iter(DRAWING + "pt"):
                    kept[int(point.get("idx"))] = point.findtext(DRAWING + "v")
                for cell, value in zip(found, kept):
                    if reference.tag.endswith("numRef"):
                        right = (value is None and cell is None) or (
                            value is not None and isinstance(cell, (int, float)) and numbers_equal(cell, float(value)))
                    else:
                        right = str(cell if cell is not None else "") == (value or "")
                    if not right:
                        faults.append(f"{name}: {formula} remembers {value!r}, the cell has {cell!r}")
    found = sum(len(sheet._charts) for sheet in written)
    if found != charts:
        faults.append(f"openpyxl finds {found} charts, the file has {charts}")
    return charts


def check_print(written, printed, faults):
    """Every sheet is printed: its title stands on a page."""
    squeezed = re.sub(r"\s+", "", open(printed, encoding="utf-8").read())
    for sheet in written:
        title = re.sub(r"\s+", "", str(sheet["A1"].value or ""))
        if title[:60] not in squeezed:
            faults.append(f"{sheet.title}: its title is not on the printed pages")


def main(report, computed, printed):
    faults = []
    written, results, formulas = check_formulas(report, computed, faults)
    charts = check_charts(report, written, results, faults)
    check_print(written, printed, faults)
    for fault in faults[:40]:
        print(f"check-workbook: {report}: {fault}", file=sys.stderr)
    if not faults:
        print(
            f"check-workbook: {report}: {len(written.sheetnames)} sheets, {formulas} formulas, "
            f"{charts} charts the same in openpyxl and LibreOffice")
    return 1 if faults else 0


sys.exit(main(*sys.argv[1:]))
