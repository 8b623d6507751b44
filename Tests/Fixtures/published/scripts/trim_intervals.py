"""Keeps of the reference results the Korn-Graubard intervals, those with the full design's degrees of
freedom, and the design effects against sampling without replacement.

python3 trim_intervals.py REFERENCE_DIR CASE OUT.json   (CASE: small or province)

REFERENCE_DIR holds expected/ as written by estimates.R and domains.R. Numbers are copied as they
stand, with all their digits. Ends are null where R has no interval.
"""
import json
import os
import sys

source, case, out = sys.argv[1:4]
BOTH = ["fpc_adjust", "nofpc_adjust"]
NAMES = ["svyciprop_beta", "svyciprop_beta_valid", "svyciprop_logit", "wald_full_df", "logit_full_df"]


def load(name):
    with open(os.path.join(source, "expected", f"{case}_{name}.json"), encoding="utf-8") as file:
        return json.load(file)


def ends(interval):
    return [interval["lower"], interval["upper"]] if interval else [None, None]


def item(i):
    if i["share"] is None:
        return None
    entry = {"share": i["share"], "n": i["n_valid"]}
    for place, key in enumerate(BOTH):
        ci = i["ci"][key]
        found = {name: ends(ci.get(name)) for name in NAMES if name in ci}
        found["n_beta"] = ci.get("n_beta")
        found["df_beta_valid"] = ci.get("df_beta_valid")
        found["deff_share_true"] = i["deff"][key]["share_true"] if i["deff"] else None
        found["deff_mean_true"] = i["deff"][key]["mean_true"] if i["deff"] else None
        found["se"] = i["se_share"][key]
        entry[key] = found
    return entry


def block(b):
    return {"by": b.get("by"), "level": b.get("level"), "df": b["df"], "df_full": b["df_full_design"],
            "items": {i["item"]: item(i) for i in b["items"] if i["share"] is not None}}


result = {"whole": block(load("estimates")), "domains": [block(b) for b in load("domains")["domains"]]}
with open(out, "w", encoding="utf-8") as file:
    json.dump(result, file, ensure_ascii=False, separators=(",", ":"))
    file.write("\n")
