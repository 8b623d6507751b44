"""Writes the workbooks of docs/importing.md: forty synthetic interviews with the dirt of an office's
Excel file, and the same file once its two rejected rows are corrected."""
import openpyxl


def draws():
    state = 7
    while True:
        state = (state * 1103515245 + 12345) % 2**31
        yield state // 65536


def write(path, corrected):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Phiếu"
    sheet.append(["Huyện Mẫu: phiếu khảo sát năm 2022 (dữ liệu mô phỏng)"])
    sheet.append(["Số phiếu", "Xã/TT", "Giới tính", "Tuổi", "Số điện thoại", "A1", "A2",
                  "P1. Thủ tục được niêm yết công khai", "P2", "Ghi chú"])
    communes = ["Thị trấn Mẫu", "Xã Mẫu Đông", "xa mau tay"]
    drawn = draws()
    for number in range(1, 41):
        answers = [[3, 4, 4, 5, "Hài lòng", 2, 4, 5][next(drawn) % 8] for _ in range(4)]
        row = [f"HM-{number:03}", communes[number % 3], ["Nam", "Nữ"][next(drawn) % 2],
               18 + next(drawn) % 60, f"09000000{number:02}"] + answers + [None]
        if number % 9 == 4: row[7] = "NA"
        if number % 10 == 6: row[3] = "NA"
        if number in (11, 23): row[6] = "KB"
        if number == 17: row[5] = 5 if corrected else 6
        if number == 29: row[1] = communes[2] if corrected else None
        if number == 31: row[9] = "gọi lại"
        sheet.append(row)
    sheet.append([cell.value for cell in sheet[14]])
    book.save(path)


write("phieu/huyen.xlsx", corrected=False)
write("da-sua/huyen.xlsx", corrected=True)
