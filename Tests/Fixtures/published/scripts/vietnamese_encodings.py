"""Writes letters.csv and the paragraph in every encoding; see ../vietnamese-encodings/SOURCE.md.

    python3 vietnamese_encodings.py ../vietnamese-encodings

Windows-1258 and TCVN come from glibc's iconv; VNI is typed here from the table of the VNI fonts.
"""

import pathlib
import subprocess
import sys
import unicodedata

ROWS = (
    "aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ đ".split()
)
LETTERS = [c for row in ROWS for c in row if ord(c) > 127]
LETTERS += [c.upper() for c in LETTERS]

# The VNI table as its makers print it: Windows-1252 characters that stand for each letter.
VNI_ROWS = {
    "aàảãáạ": "a aø aû aõ aù aï", "ăằẳẵắặ": "aê aè aú aü aé aë", "âầẩẫấậ": "aâ aà aå aã aá aä",
    "eèẻẽéẹ": "e eø eû eõ eù eï", "êềểễếệ": "eâ eà eå eã eá eä", "iìỉĩíị": "i ì æ ó í ò",
    "oòỏõóọ": "o oø oû oõ où oï", "ôồổỗốộ": "oâ oà oå oã oá oä", "ơờởỡớợ": "ô ôø ôû ôõ ôù ôï",
    "uùủũúụ": "u uø uû uõ uù uï", "ưừửữứự": "ö öø öû öõ öù öï", "yỳỷỹýỵ": "y yø yû yõ yù î",
    "đ": "ñ",
}
VNI = {c: v for row, vs in VNI_ROWS.items() for c, v in zip(row, vs.split())}
VNI |= {c.upper(): v.upper() for c, v in VNI.items()}


def iconv(text, encoding):
    done = subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", encoding], input=text.encode(), capture_output=True
    )
    return done.stdout if done.returncode == 0 else None


def tcvn3(letter):
    """VN2 and VN3 keep the control characters: a byte below A0 is of VN1 only."""
    code = iconv(letter, "TCVN")
    return code if code and len(code) == 1 and code[0] >= 0xA0 else None


def vni(text):
    return "".join(VNI.get(c, c) for c in text).encode("cp1252")


def shown(code):
    return "" if code is None else code.hex(" ").upper()


folder = pathlib.Path(sys.argv[1])
with open(folder / "letters.csv", "w") as out:
    out.write("letter,code_point,windows-1258,TCVN3,VNI-Windows\n")
    for c in LETTERS:
        assert unicodedata.is_normalized("NFC", c) and len(c) == 1
        out.write(
            f"{c},U+{ord(c):04X},{shown(iconv(c, 'CP1258'))},{shown(tcvn3(c))},{shown(vni(c))}\n"
        )
text = (folder / "paragraph.utf-8.txt").read_text()
(folder / "paragraph.windows-1258.txt").write_bytes(iconv(text, "CP1258"))
(folder / "paragraph.tcvn3.txt").write_bytes(iconv(text, "TCVN"))
(folder / "paragraph.vni-windows.txt").write_bytes(vni(text))
(folder / "paragraph.decomposed.txt").write_bytes(unicodedata.normalize("NFD", text).encode())
