"""Makes the workbooks of Tests/Fixtures/published/workbooks with the programs field teams use.

python3 workbooks.py OUTPUT-FOLDER     (needs openpyxl, xlsxwriter and LibreOffice's soffice)

Every workbook holds the same three interviews of the questionnaire in
Tests/IngestionTests/TinySurvey.swift, unless its name says otherwise.
"""
import csv
import datetime
import os
import subprocess
import sys
import tempfile
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.cell import WriteOnlyCell

out = sys.argv[1]
HEADER = ["interview_id", "district", "commune", "interview_date", "started", "duration",
          "design_weight", "phone", "comment", "FB", "A1", "A2", "E1"]
DAY = datetime.date
TIME = datetime.datetime
ROWS = [
    ["R-001", "PLK", 23557, DAY(2021, 10, 5), TIME(2021, 10, 5, 8, 30), 600, 12.5, "0905000001",
     "Cán bộ nhiệt tình", 1, "Hài lòng", 5, 3],
    ["R-002", "Đắk Đoa", "23677", DAY(2021, 10, 6), None, None, 1250.25, None,
     "Chờ lâu,\nthiếu ghế", 0, 2, 9, None],
    ["R-003", "HOA", 23700, None, None, -1, 7, 905000003, None, 1, "3", 1, 5],
]
FORMATS = {3: "dd/mm/yyyy", 4: "yyyy-mm-dd hh:mm"}


def path(name):
    return os.path.join(out, name)


def fill_openpyxl(sheet, top=1, left=1):
    for column, name in enumerate(HEADER):
        sheet.cell(top, left + column, name)
    for row, values in enumerate(ROWS):
        for column, value in enumerate(values):
            cell = sheet.cell(top + 1 + row, left + column, value)
            if column in FORMATS and value is not None:
                cell.number_format = FORMATS[column]


def plain(name):
    book = openpyxl.Workbook()
    book.active.title = "Phiếu"
    fill_openpyxl(book.active)
    book.save(path(name))


def rich():
    from openpyxl.cell.rich_text import CellRichText

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Phiếu")
    for values in [HEADER] + ROWS:
        cells = []
        for column, value in enumerate(values):
            cell = WriteOnlyCell(
                sheet, value=CellRichText(value) if isinstance(value, str) else value)
            if column in FORMATS and value is not None:
                cell.number_format = FORMATS[column]
            cells.append(cell)
        sheet.append(cells)
    book.save(path("openpyxl-rich.xlsx"))


def grouped():
    """Title, a group line merged over questions, ids merged over both lines, and some hidden."""
    book = openpyxl.Workbook()
    notes = book.active
    notes.title = "Hướng dẫn"
    notes["A1"] = "Nhập phiếu vào trang Số liệu"
    sheet = book.create_sheet("Số liệu")
    sheet["C2"] = "BẢNG NHẬP PHIẾU KHẢO SÁT"
    sheet.merge_cells("C2:O2")
    fill_openpyxl(sheet, top=5, left=3)
    for column in range(3, 12):
        sheet.cell(4, column, sheet.cell(5, column).value)
        sheet.cell(5, column).value = None
        sheet.merge_cells(start_row=4, end_row=5, start_column=column, end_column=column)
    sheet.cell(4, 12, "Ý kiến đánh giá")
    sheet.merge_cells("L4:O4")
    sheet.cell(5, 12, "Đã từng góp ý?")
    sheet.cell(5, 13, "noi ngoi cho co du cho ngoi")
    sheet.cell(7, 17, "ghi chú của điều tra viên")
    sheet.column_dimensions["K"].hidden = True
    sheet.row_dimensions[7].hidden = True
    book.save(path("openpyxl-grouped.xlsx"))


def formulas():
    """openpyxl writes formulas without results."""
    book = openpyxl.Workbook()
    book.active.title = "Phiếu"
    fill_openpyxl(book.active)
    book.active["K3"] = "=1+1"
    book.save(path("openpyxl-formula.xlsx"))


def with_xlsxwriter(name, options, sheet_name="Phiếu", extra=None):
    book = xlsxwriter.Workbook(path(name), options)
    book.set_properties({"created": TIME(2021, 10, 10)})
    sheet = book.add_worksheet(sheet_name)
    formats = {column: book.add_format({"num_format": code}) for column, code in FORMATS.items()}
    sheet.write_row(0, 0, HEADER)
    for row, values in enumerate(ROWS):
        for column, value in enumerate(values):
            if value is None:
                continue
            if column in FORMATS:
                sheet.write_datetime(row + 1, column, value, formats[column])
            elif isinstance(value, str):
                sheet.write_string(row + 1, column, value)
            else:
                sheet.write_number(row + 1, column, value)
        if extra:
            extra(sheet, row)
    book.close()


def results(sheet, row):
    """Booleans, results of formulas, and errors: row 2 is sound, rows 3 and 4 are not."""
    if row == 0:
        sheet.write_boolean(1, 9, True)
        sheet.write_formula(1, 10, '="Hài"&" lòng"', None, "Hài lòng")
        sheet.write_formula(1, 11, "=2+3", None, 5)
    elif row == 1:
        sheet.write_formula(2, 10, "=NA()", None, "#N/A")
    else:
        sheet.write_formula(3, 8, "=1/0", None, "#DIV/0!")


def convert(source, target, kind):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
             "--convert-to", kind, "--outdir", folder, path(source)],
            check=True, stdout=subprocess.DEVNULL)
        made = os.path.join(folder, os.path.splitext(source)[0] + "." + kind.split(":")[0])
        os.replace(made, path(target)) if os.stat(folder).st_dev == os.stat(out).st_dev else \
            open(path(target), "wb").write(open(made, "rb").read())


def sample():
    """A shipped sample: numbers as numbers, dates as dates, all else as text."""
    folder = os.path.join(os.path.dirname(__file__), "../../../../samples/to-tung-2022/responses")
    with open(os.path.join(folder, "responses.csv"), encoding="utf-8-sig", newline="") as source:
        rows = list(csv.reader(source))
    book = xlsxwriter.Workbook(path("to-tung-2022.xlsx"))
    book.set_properties({"created": TIME(2021, 10, 10)})
    sheet = book.add_worksheet("Phiếu")
    style = book.add_format({"num_format": "dd/mm/yyyy"})
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if value.isdigit() and str(int(value)) == value:
                sheet.write_number(row, column, int(value))
            elif value[:2] == "20" and value.count("-") == 2:
                sheet.write_datetime(row, column, DAY.fromisoformat(value), style)
            elif value:
                sheet.write_string(row, column, value)
    book.close()


def formats():
    """One number in many formats, and what openpyxl makes of each."""
    codes = [
        "General", "0.00", "#,##0 \"đồng\"", "0.00E+00", "[Red]0", "dd/mm/yyyy", "yyyy-mm-dd",
        "d-mmm-yy", "mmm yyyy", "mmmm", "[$-42A]dd mmmm yyyy", "dd/mm/yyyy hh:mm", "h:mm AM/PM",
        "hh:mm:ss", "[h]:mm", "[mm]:ss", "\\d0", "0\\ \"ngày\"", "dd/mm/yyyy;@", "0;dd", "yyyy",
        "mm:ss.0", "_-* #,##0_-;-* #,##0_-", "@",
    ]
    numbers = [44474, 44474.354166666664, 0.5, 1, 59, 61, 12.25, 44474.984375, 2958465]
    book = xlsxwriter.Workbook(path("formats.xlsx"))
    book.set_properties({"created": TIME(2021, 10, 10)})
    sheet = book.add_worksheet("Formats")
    for row, code in enumerate(codes):
        style = book.add_format({"num_format": code})
        for column, number in enumerate(numbers):
            sheet.write_number(row, column, number, style)
    book.close()
    read = openpyxl.load_workbook(path("formats.xlsx"))["Formats"]
    with open(path("formats.tsv"), "w", encoding="utf-8") as target:
        for row, code in enumerate(codes):
            values = []
            for column, number in enumerate(numbers):
                value = read.cell(row + 1, column + 1).value
                # Elapsed times are durations: they stay numbers.
                is_number = isinstance(value, (int, float, datetime.timedelta))
                values.append(repr(number) if is_number else str(value))
            target.write("\t".join([code] + values) + "\n")


def bomb():
    """A sound workbook but for its sheet: 20 MiB of spaces in 20 KB."""
    with zipfile.ZipFile(path("openpyxl-inline.xlsx")) as source, \
            zipfile.ZipFile(path("bomb.xlsx"), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for item in source.infolist():
            content = source.read(item)
            if item.filename == "xl/worksheets/sheet1.xml":
                content = content.replace(b"<sheetData>", b"<sheetData>" + b" " * (20 << 20))
            target.writestr(zipfile.ZipInfo(item.filename), content, zipfile.ZIP_DEFLATED)


plain("openpyxl-inline.xlsx")
rich()
grouped()
formulas()
with_xlsxwriter("xlsxwriter.xlsx", {})
with_xlsxwriter("xlsxwriter-inline.xlsx", {"constant_memory": True})
with_xlsxwriter("xlsxwriter-1904.xlsx", {"date_1904": True})
with_xlsxwriter("xlsxwriter-results.xlsx", {}, extra=results)
convert("openpyxl-inline.xlsx", "libreoffice.xlsx", "xlsx")
convert("openpyxl-grouped.xlsx", "libreoffice-grouped.xlsx", "xlsx")
convert("openpyxl-inline.xlsx", "libreoffice.ods", "ods")
convert("openpyxl-inline.xlsx", "libreoffice.xls", "xls")
bomb()
sample()
formats()
