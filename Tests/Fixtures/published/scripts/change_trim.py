"""Keeps of the reference results of two surveys what the tests compare.

python3 change_trim.py REFERENCE_DIR OUT_DIR

REFERENCE_DIR holds data/, mini/ and expected/ as written by sipas_generate.py, make_oracles.R and change.R.
Numbers are copied as they stand, with all their digits.
"""
import csv
import json
import os
import sys

source, out = sys.argv[1:3]
COLUMNS = ("district commune agency_level field gender ethnicity design_weight fpc FB "
           "A1 A2 A3 A4 P1 P2 P3 P4 O1 O2 O3 O4 O5 O6 R1 R2 R3 R4 F1 F2 F3 F4").split()
ITEMS = "A1 A2 A3 B1 B2 B3 B4 C1 C2 C3 C4 C5 D1 D2 D3 D4".split()


def columns(path, names, target):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with open(os.path.join(out, target), "w", encoding="utf-8", newline="") as file:
        file.write(",".join(names) + "\n")
        file.writelines(",".join(row[name] for name in names) + "\n" for row in rows)


def test(t):
    return [t["df"], t["ci95"]["lower"], t["ci95"]["upper"], t["t_change_vs_0"], t["p_two_sided_change_vs_0"],
            t["p_one_sided_increase_over_0"], t["t_change_vs_2"], t["p_h0_at_most_2_h1_more"]]


def side(s, tests):
    return {"delta": s["delta"], "se": s["se"], "tests": {name: test(s[name]) for name in tests}}


for case in ("small", "province"):
    columns(os.path.join(source, "data", f"{case}_prev.csv"), COLUMNS, f"{case}_prev.csv")
    with open(os.path.join(source, "expected", f"{case}_change.json"), encoding="utf-8") as file:
        results = json.load(file)["results"]
    kept = [{"options": r["options"], "index": r["index"], "method": r["method"], "current": r["current"],
             "baseline": side(r["against_baseline"], ["t", "normal"]),
             "previous": side(r["against_previous"], ["df_sum", "df_welch", "normal"])} for r in results]
    with open(os.path.join(out, f"{case}.json"), "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(k) for k in kept) + "\n]\n")
for name, target in (("sipas_synth.csv", "mini_now.csv"), ("sipas_synth_y2.csv", "mini_next.csv")):
    columns(os.path.join(source, "mini", name), ["stratum", "psuid", "w", "sex", *ITEMS], target)
with open(os.path.join(source, "mini", "expected_synth.json"), encoding="utf-8") as file:
    change = json.load(file)["change"]
with open(os.path.join(out, "mini.json"), "w", encoding="utf-8") as file:
    json.dump(change, file, indent=1)
    file.write("\n")
