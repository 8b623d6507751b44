"""Keeps of the reference results what the tests compare.

python3 trim.py REFERENCE_DIR CASE OUT_DIR   (CASE: small or province)

REFERENCE_DIR holds data/ and expected/ as written by sipas_generate.py, estimates.R, domains.R and
weighting.R. Numbers are copied as they stand, with all their digits.
"""
import csv
import json
import os
import shutil
import sys

source, case, out = sys.argv[1:4]


def load(name):
    with open(os.path.join(source, "expected", f"{case}_{name}.json"), encoding="utf-8") as file:
        return json.load(file)


KEYS = [f"{fpc}_{rule}" for fpc in ("fpc", "nofpc") for rule in ("adjust", "average", "remove")]
BOTH = ["fpc_adjust", "nofpc_adjust"]


def pick(values, keys=KEYS):
    return [values.get(key) for key in keys] if values else [None] * len(keys)


def ends(ci, name):
    return [ci[key][name][end] if ci else None for key in BOTH for end in ("lower", "upper")]


def index(entry):
    if entry["est"] is None:
        return {"est": None}
    return {"est": entry["est"], "se": pick(entry["se"]),
            "wald": ends(entry["ci"], "wald"), "logit": ends(entry["ci"], "logit")}


def block(b):
    items = {}
    for i in b["items"]:
        e = {"n": i["n_valid"], "satisfied": i["n_satisfied"], "share": i["share"], "mean": i["mean"]}
        if i["share"] is not None:
            e["se_share"] = pick(i["se_share"])
            e["se_mean"] = pick(i["se_mean"])
            for name in ("wald", "logit", "wald_mean"):
                e[name] = ends(i["ci"], name)
            e["deff_share"] = [i["deff"][key]["share_replace"] for key in BOTH]
            e["deff_mean"] = [i["deff"][key]["mean_replace"] for key in BOTH]
        items[i["item"]] = e
    indices, complete = {}, {}
    for f in b["factors"]:
        complete[f["factor"]] = f["complete"]
        indices[f["factor"] + "_m1"], indices[f["factor"] + "_m2"] = index(f["m1"]), index(f["m2"])
    complete["overall"] = b["overall"]["complete"]
    indices["overall_m1"], indices["overall_m2"] = index(b["overall"]["m1"]), index(b["overall"]["m2"])
    return {"by": b.get("by"), "level": b.get("level"), "n": b["n"], "df": b["df"], "kish_n": b["kish_n"],
            "items": items, "indices": indices, "complete": complete}


def weighting(point, error):
    error_items = {i["item"]: i for i in error["items"]}
    return {
        "sum": point["weights"]["sum"], "min": point["weights"]["min"], "max": point["weights"]["max"],
        "kish_n": point["weights"]["kish_n"], "deff_kish": point["weights"]["deff_kish"],
        "items": {i["item"]: {"share": i["share"], "mean": i["mean"],
                              "se_share": pick(error_items[i["item"]]["se_share"])} for i in point["items"]},
        "indices": {name: {"est": e["est"], "se": pick(error["indices"][name]["se"])}
                    for name, e in point["indices"].items()}}


estimates, weights = load("estimates"), load("weighting")
result = {
    "se_order": KEYS, "interval_order": [f"{key}_{end}" for key in BOTH for end in ("lower", "upper")],
    "versions": estimates["versions"], "whole": block(estimates),
    "deff_index": [estimates["deff_index_replace"][key] for key in BOTH],
    "domains": [block(b) for b in load("domains")["domains"]],
    "margin_order": weights["rake_strict"]["margin_order"],
    "poststratify": weighting(weights["poststratify"], weights["poststratify"]),
    "rake": weighting(weights["rake_strict"], weights["calibrate_raking_tight"])}
os.makedirs(out, exist_ok=True)
with open(os.path.join(out, "expected.json"), "w", encoding="utf-8") as file:
    json.dump(result, file, ensure_ascii=False, separators=(",", ":"))
    file.write("\n")

KEEP = ("district commune agency_level field gender age_group ethnicity design_weight fpc FB "
        "A1 A2 A3 A4 P1 P2 P3 P4 O1 O2 O3 O4 O5 O6 R1 R2 R3 R4 F1 F2 F3 F4").split()
with open(os.path.join(source, "data", f"{case}.csv"), encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
with open(os.path.join(source, "expected", f"{case}_weights.csv"), encoding="utf-8", newline="") as file:
    made = list(csv.DictReader(file))
assert [r["interview_id"] for r in rows] == [r["interview_id"] for r in made]
with open(os.path.join(out, "data.csv"), "w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(KEEP + ["poststrat", "rake_strict"])
    for row, weight in zip(rows, made):
        writer.writerow([row[k] for k in KEEP] + [weight["poststrat"], weight["rake_strict"]])
for name in ("population", "poststrata"):
    shutil.copyfile(os.path.join(source, "data", f"{case}_{name}.csv"), os.path.join(out, f"{name}.csv"))
