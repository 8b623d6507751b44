"""Keeps of the reference weights what the tests compare.

python3 weights.py REFERENCE_DIR OUT_DIR

REFERENCE_DIR holds data/ and expected/ as written by sipas_generate.py and weighting.R. Numbers are
copied as they stand, with all their digits.
"""
import csv
import json
import os
import sys

source, out = sys.argv[1:3]
KEEP = [
    "rake_default", "calibrate_linear", "calibrate_linear_bounded", "calibrate_raking_tight",
    "calibrate_logit_tight", "trim_base_once", "trim_base_strict", "trim_raked_once",
    "trim_raked_strict",
]


def read(name):
    with open(os.path.join(source, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name, columns, rows):
    with open(os.path.join(out, name), "w", encoding="utf-8", newline="\n") as file:
        file.write(",".join(columns) + "\n")
        for row in rows:
            file.write(",".join(row[column] for column in columns) + "\n")


for case in ["small", "province"]:
    weights = read(f"expected/{case}_weights.csv")
    write(f"{case}.csv", KEEP, weights)
    gross = read(f"expected/{case}_nonresponse_weights.csv")
    responding = [row for row in gross if row["response_status"] == "rr"]
    assert [row["interview_id"] for row in responding] == [row["interview_id"] for row in weights]
    write(
        f"{case}_nonresponse.csv", ["class", "nr_simple", "nr_unknown_spread"], responding)
    with open(os.path.join(source, f"expected/{case}_weighting.json"), encoding="utf-8") as file:
        result = json.load(file, parse_float=str)
    classes = result["nonresponse"]["classes"]
    write(
        f"{case}_classes.csv",
        ["class", "sum_w_nr", "sum_w_in", "sum_w_uk", "factor_simple", "factor_unknown_spread"],
        classes)
    settings = [
        {"name": name, "lower": str(bounds[0]), "upper": str(bounds[1])}
        for name, bounds in
        [(n, result[n]["bounds"]) for n in [
            "calibrate_linear_bounded", "calibrate_logit_tight", "calibrate_logit_infeasible"]]
        + [(n, [result[n]["lower"], result[n]["upper"]]) for n in KEEP if n.startswith("trim")]
    ]
    write(f"{case}_limits.csv", ["name", "lower", "upper"], settings)
