"""Keeps of the reference results the standard errors after every weighting step, and covariances.

python3 variance_trim.py REFERENCE_DIR CASE OUT_DIR   (CASE: small or province)

Numbers are copied as they stand, with all their digits.
"""
import json
import os
import sys

source, case, out = sys.argv[1:4]


def load(name):
    with open(os.path.join(source, "expected", f"{case}_{name}.json"), encoding="utf-8") as file:
        return json.load(file)


KEYS = [f"{fpc}_{rule}" for fpc in ("fpc", "nofpc") for rule in ("adjust", "average", "remove")]


def pick(values):
    return [values.get(key) for key in KEYS]


weighting, estimates = load("weighting"), load("estimates")
steps = {}
for name, step in weighting.items():
    if isinstance(step, dict) and "items" in step and "degf" in step:
        steps[name] = {
            "items": {i["item"]: pick(i["se_share"]) for i in step["items"]},
            "indices": {i: pick(e["se"]) for i, e in step["indices"].items()}}
nonresponse = {kind: {i: pick(e["se_factors_" + kind]) for i, e in weighting["nonresponse"]["indices"].items()}
               for kind in ("fixed", "estimated")}
result = {"se_order": KEYS, "versions": weighting["versions"], "steps": steps, "nonresponse": nonresponse,
          "vcov": estimates["vcov"]}
with open(os.path.join(out, f"{case}.json"), "w", encoding="utf-8") as file:
    json.dump(result, file, ensure_ascii=False, separators=(",", ":"))
    file.write("\n")
