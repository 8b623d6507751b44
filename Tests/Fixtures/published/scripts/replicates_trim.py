"""Keeps of the reference results of replicates.R what the tests compare.

python3 replicates_trim.py REFERENCE_DIR CASE OUT_DIR   (CASE: small or province)

Numbers are copied as they stand, with all their digits; the weights sampled are summed by commune and class.
"""
import csv
import json
import os
import sys
from decimal import Decimal

source, case, out = sys.argv[1:4]
with open(os.path.join(source, "expected", f"{case}_replicates.json"), encoding="utf-8") as file:
    reference = json.load(file)
sets = {}
for entry in reference["sets"]:
    kept = {"scale": entry["scale"], "se": entry["se"], "se_mse": entry["se_mse"]}
    if "rscales" in entry and len(set(entry["rscales"])) > 1:
        kept["rscales"] = entry["rscales"]
    if "nonresponse" in entry["id"] or "raked" in entry["id"] or "calibrated" in entry["id"]:
        kept["est"] = entry["est"]
    sets[entry["id"]] = kept
with open(os.path.join(out, "replicates.json"), "w", encoding="utf-8") as file:
    json.dump({"versions": reference["versions"], "sets": sets}, file, indent=0)
for name in sorted(os.listdir(os.path.join(source, "expected"))):
    if name.startswith(f"{case}_jkn_") or name == f"{case}_bootstrap_multipliers.csv":
        with open(os.path.join(source, "expected", name), encoding="utf-8") as file:
            text = file.read()
        with open(os.path.join(out, "replicates_" + name[len(case) + 1:]), "w", encoding="utf-8") as file:
            file.write(text)
sampled = {}
area_of = {}
with open(os.path.join(source, "data", f"{case}_gross.csv"), encoding="utf-8") as file:
    for row in csv.DictReader(file):
        area_of[row["district"], row["commune"]] = row["area"]
        if row["response_status"] == "in":
            continue
        key = row["district"], row["commune"], row["area"], row["gender"]
        sampled[key] = sampled.get(key, Decimal(0)) + Decimal(row["design_weight"])
with open(os.path.join(out, "replicates_sampled.csv"), "w", encoding="utf-8") as file:
    file.write("district,commune,area,gender,sampled\n")
    for key in sorted(sampled):
        file.write(",".join(key) + f",{sampled[key]}\n")
