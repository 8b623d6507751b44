"""python check.py

Computes the figures of expected.csv again with the Python package svy, as far as svy can, and
compares. Prints what was compared, what was left out and why, and each difference above 1e-8; exit
code 1 when there is one. The same for every survey: all it knows of one stands in the tables.
"""
import csv
import math
import os
import pathlib
import sys
import warnings

# Many small products: threads only wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("RAYON_NUM_THREADS", "1")

import numpy as np
import polars as pl
import svy

HERE = pathlib.Path(__file__).resolve().parent
ALLOWED = 1e-8
compared = {}
differences = []
left_out = []


def read_table(name):
    """The rows of a table; every cell is text, for a code may be 01 or NA."""
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def compare(kind, place, ours, theirs, floor=0.0, allowed=ALLOWED):
    if ours is None or theirs is None:
        difference = 0.0 if ours is theirs else math.inf
    else:
        size = max(abs(ours), abs(theirs), floor)
        difference = abs(ours - theirs) / size if size > 0 else 0.0
    count, largest = compared.get(kind, (0, 0.0))
    compared[kind] = (count + 1, max(largest, difference))
    if not difference <= allowed:
        differences.append(f"DIFFERS {kind}, {place}: sipas {ours}, svy {theirs}, {difference:.3g}")


def number(text):
    return float(text) if text != "" else None


settings = {row["setting"]: row["value"] for row in read_table("settings.csv")}
if settings["format"] != "1":
    sys.exit("this check.py reads format 1 of the tables")
columns = read_table("columns.csv")
codes = read_table("codes.csv")
index = read_table("index.csv")
steps = read_table("steps.csv")
expected = read_table("expected.csv")
interviews = read_table("interviews.csv")
rows = len(interviews)


def column(name):
    return [row[name] for row in interviews]


def numbers(name):
    return np.array([float(row[name]) for row in interviews])


# ------------------------------------------------------------------ design
data = {"stratum": column("stratum"), "unit1": column("unit1"), "w0": numbers("w0")}
has_population = all(row["population1"] != "" for row in interviews)
some_population = any(row["population1"] != "" for row in interviews)
if has_population:
    data["population1"] = numbers("population1")
rule = {"adjust": "center", "average": "scale", "certainty": "skip", "remove": "skip", "fail": None}
parts = {"stratum": "stratum", "psu": "unit1"}
if has_population:
    parts["pop_size"] = "population1"
if rule[settings["single_psu"]]:
    parts["singleton"] = rule[settings["single_psu"]]
no_errors = None
if some_population and not has_population:
    no_errors = "svy has no population for some strata only"
if int(settings["stages"]) > 1 and has_population:
    no_errors = "later sampling stages are checked by check.R"
if settings["variance"] != "taylor":
    no_errors = "replicate variances are checked by check.R"


# --------------------------------------------------------------- weighting
def margins_of(step):
    """Per margin: each interview's level, and the totals of the levels."""
    margins = []
    for place in range(1, int(step["margins"]) + 1):
        table = read_table(f"margin-{step['step']}-{place}.csv")
        names = [name for name in table[0] if name not in ("level", "population")]
        level = {tuple(row[name] for name in names): row["level"] for row in table}
        levels = [level[tuple(row[name] for name in names)] for row in interviews]
        present = set(levels)
        totals = {row["level"]: float(row["population"]) for row in table if row["level"] in present}
        margins.append((levels, totals))
    return margins


def weigh(step, margins, before):
    """The weights after a step as svy makes them; None and the reason where it cannot."""
    names = [f"margin{place}" for place in range(len(margins))]
    frame = pl.DataFrame({"before": before} | {n: m[0] for n, m in zip(names, margins)})
    sample = svy.Sample(frame, svy.Design(wgt="before"))
    if step["kind"] == "poststratify":
        done = sample.weighting.poststratify(margins[0][1], cells=names[0], wgt_name="after")
    elif step["kind"] == "rake" or step["kind"] == "calibrate" and step["method"] == "raking":
        if step["lower"] or step["upper"]:
            return None, "raking with bounds: svy checks bounds, it does not keep them"
        controls = {name: margin[1] for name, margin in zip(names, margins)}
        tolerance = min(number(step["tolerance"]) or 1e-12, 1e-12)
        done = sample.weighting.rake(controls=controls, wgt_name="after", tol=tolerance, max_iter=100000)
    elif step["kind"] == "calibrate" and step["method"] == "linear" and not (step["lower"] or step["upper"]):
        matrix, totals = indicators(margins)
        done = sample.weighting.calibrate_matrix(aux_vars=matrix, controls=totals, wgt_name="after")
    else:
        return None, {
            "nonresponse": "nonresponse: the people who did not answer are not in the data",
            "trim": "trimming: svy redistributes in proportion to the weights, sipas in equal parts",
        }.get(step["kind"], f"calibration {step['method']} with bounds: svy has none")
    return done.data["after"].to_numpy(), None


def indicators(margins):
    """A column of ones and an indicator of each level but the first, with their totals."""
    matrix = [np.ones(rows)]
    totals = [sum(margins[0][1].values())]
    for levels, population in margins:
        for level in sorted(population, key=int)[1:]:
            matrix.append(np.array([value == level for value in levels], dtype=float))
            totals.append(population[level])
    return np.column_stack(matrix), np.array(totals)


calibrating = [step for step in steps if step["kind"] in ("poststratify", "rake", "calibrate")]
record = calibrated = None
allowed = ALLOWED
for place, step in enumerate(steps):
    if step["tolerance"]:
        allowed = max(allowed, 100 * float(step["tolerance"]))
    if place == 0:
        continue
    before, after = numbers(steps[place - 1]["weights"]), numbers(step["weights"])
    data[step["weights"]] = after
    margins = margins_of(step)
    made, reason = weigh(step, margins, before)
    if made is None:
        left_out.append(f"weights after {step['name']}: {reason}")
    else:
        for row in range(rows):
            compare(f"weights {step['weights']}", f"interview {row + 1}", after[row], float(made[row]),
                    allowed=allowed)
    if step["factors_estimated"] == "1":
        no_errors = "nonresponse factors that count as estimated: svy has none"
    if step not in calibrating:
        continue
    if len(calibrating) > 1 or place + 1 < len(steps):
        no_errors = "svy's standard errors know of the last weighting step only"
        continue
    pair = {"prev_wgt": steps[place - 1]["weights"], "new_wgt": step["weights"]}
    if step["variance"] == "sweeps":
        for m, (levels, _) in enumerate(margins):
            data[f"cell{m}"] = levels
        cells = tuple(f"cell{m}" for m in range(len(margins)))
        record = svy.WgtAdjustment(kind="raking", cells=cells, **pair)
    else:
        matrix, _ = indicators(margins)
        root = np.sqrt(before)
        basis, sizes, _ = np.linalg.svd(matrix * root[:, np.newaxis], full_matrices=False)
        calibrated = (basis[:, sizes > 1e-10 * sizes[0]], root)
    if step["kind"] == "poststratify":
        data["cell0"] = margins[0][0]
        record = svy.WgtAdjustment(kind="poststratification", cells=("cell0",), **pair)
    elif step["variance"] != "sweeps":
        for c in range(matrix.shape[1]):
            data[f"aux{c}"] = matrix[:, c]
        aux = tuple(f"aux{c}" for c in range(matrix.shape[1]))
        record = svy.WgtAdjustment(kind="calibration", aux=aux, **pair)
# The only units of their strata. Where they deviate from an expected total, R's survey takes zero
# for it and svy the mean of all units, which calibration moves off zero: under that rule svy leaves
# them out and their squares are added here.
units_of = {}
for row in interviews:
    units_of.setdefault(row["stratum"], set()).add(row["unit1"])
single = []
if calibrated and settings["single_psu"] == "adjust":
    single = [stratum for stratum, units in units_of.items() if len(units) == 1]
if single:
    parts["singleton"] = "skip"
if settings["single_psu"] == "average" and has_population:
    if any(row["population1"] == "1" for row in interviews):
        no_errors = "svy takes a stratum whose population is one unit for one without a variance"
if record and record.kind == "raking" and settings["single_psu"] == "adjust":
    if any(len(units) == 1 for units in units_of.values()):
        no_errors = "svy's rule for single units differs from R's after this raking"


def single_squares(u):
    """What the single units add to the variance of the total of u."""
    if not single:
        return 0.0
    basis, root = calibrated
    residual = weight * (u - basis @ (basis.T @ (u * root)) / root)
    squares = 0.0
    for stratum in single:
        inside = np.array([row["stratum"] == stratum for row in interviews])
        population = data["population1"][inside][0] if has_population else math.inf
        squares += (1 - 1 / population) * float(np.sum(residual[inside])) ** 2
    return squares


final = steps[-1]["weights"]
weight = data[final]
design = svy.Design(wgt=final, wgt_adjustment=record, **parts)

# ----------------------------------------------------------------- figures
item_columns = [c["column"] for c in columns if c["role"] == "item"]
item_of_id = {c["id"]: c["column"] for c in columns if c["role"] == "item"}
measure = settings["item_measure"]
X, Y, satisfied = {}, {}, {}
for item in item_columns:
    answers = [c for c in codes if c["column"] == item and c["missing"] == ""]
    scores = [number(c["score"]) for c in answers]
    if measure == "satisfied-share":
        values = [float(c["satisfied"]) for c in answers]
    elif measure == "mean-score":
        values = scores
    else:
        values = [(s - min(scores)) / (max(scores) - min(scores)) for s in scores]
    value = dict(zip((c["code"] for c in answers), values))
    good = {c["code"]: float(c["satisfied"]) for c in answers}
    cells = column(item)
    X[item] = np.array([float(cell in value) for cell in cells])
    Y[item] = np.array([value.get(cell, 0.0) for cell in cells])
    satisfied[item] = np.array([good.get(cell, 1.0) for cell in cells])

persons = set()


def ratio(names):
    return ("ratio", list(names), None)


def fully_satisfied(name, items):
    X[name] = np.maximum.reduce([X[i] for i in items])
    Y[name] = X[name] * np.minimum.reduce([satisfied[i] for i in items])
    persons.add(name)
    return ratio([name])


def mean_of(figures, weights=None):
    return ("mean", list(figures), list(weights) if weights else [1.0] * len(figures))


factors = list(dict.fromkeys(row["factor"] for row in index))
items_of = {f: [r["column"] for r in index if r["factor"] == f] for f in factors}
factor_figures = {}
for f in factors:
    kind = settings["factor_measure"]
    if kind == "mean-of-items":
        factor_figures[f] = mean_of([ratio([i]) for i in items_of[f]])
    elif kind == "pooled-answers":
        factor_figures[f] = ratio(items_of[f])
    elif kind == "item":
        stands = (r for r in index if r["factor"] == f and r["stands_for_factor"] == "1")
        factor_figures[f] = ratio([next(stands)["column"]])
    else:
        factor_figures[f] = fully_satisfied(f"person:{f}", items_of[f])
all_items = [row["column"] for row in index]
kind = settings["overall_measure"]
if kind == "mean-of-factors":
    overall = mean_of(factor_figures.values())
elif kind == "weighted":
    shares = {row["factor"]: number(row["weight"]) for row in index}
    overall = mean_of(factor_figures.values(), [shares[f] for f in factors])
elif kind == "mean-of-items":
    overall = mean_of([ratio([i]) for i in all_items])
elif kind == "pooled-answers":
    overall = ratio(all_items)
else:
    overall = fully_satisfied("person:", all_items)


def influence(figure, inside):
    """The value of a figure in a domain and its linearised variable; None without answers."""
    kind, parts_of, weights = figure
    w = weight * inside
    if kind == "ratio":
        x = sum(X[name] for name in parts_of)
        y = sum(Y[name] for name in parts_of)
        below = float(np.sum(w * x))
        if below <= 0:
            return None
        p = float(np.sum(w * y)) / below
        return p, (y - p * x) / below * inside
    made = [(share, influence(part, inside)) for part, share in zip(parts_of, weights)]
    made = [(share, part) for share, part in made if part]
    if not made:
        return None
    total = sum(share for share, _ in made)
    return (sum(share * part[0] for share, part in made) / total,
            sum(share * part[1] for share, part in made) / total)


def error_of(sample, figure, where, u):
    """One call per figure: svy 0.35 leaves the calibration out when it gets a list of columns."""
    if figure[0] == "ratio" and len(figure[1]) == 1:
        name = figure[1][0]
        found = sample.estimation.ratio(f"y_{name}", f"x_{name}", where=where).estimates[0]
        return found.est, found.se
    return None, sample.estimation.total(u, where=where).estimates[0].se


pairs = [name for name in expected[0] if name.startswith("variable")] if expected else []
domains = {}
for row in expected:
    terms = tuple((row[p], row[p.replace("variable", "code")]) for p in pairs if row[p])
    if row["flag"] != "suppressed" or row["df"]:
        domains.setdefault(terms, []).append(row)
for name in X:
    data[f"x_{name}"], data[f"y_{name}"] = X[name], Y[name]

warnings.simplefilter("ignore")
for terms, figures in domains.items():
    inside = np.ones(rows)
    for variable, code in terms:
        inside = inside * np.array([cell == code for cell in column(variable)], dtype=float)
    place = ", ".join(f"{variable}={code}" for variable, code in terms) or "all"
    made = []
    for row in figures:
        of = {"item": lambda i: ratio([item_of_id[i]]), "factor": factor_figures.get,
              "overall": lambda _: overall}
        figure = of[row["kind"]](row["id"])
        made.append((row, figure, influence(figure, inside)))
    sample = None
    if not no_errors:
        extra = {f"u{k}": m[2][1] for k, m in enumerate(made) if m[2]}
        sample = svy.Sample(pl.DataFrame(data | extra | {"inside": inside}), design)
    for k, (row, figure, found) in enumerate(made):
        name = f"{row['kind']} {row['id']}, {place}"
        person = figure[0] == "ratio" and all(n in persons for n in figure[1])
        unit = 100.0 if person or measure != "mean-score" else 1.0
        ours = number(row["estimate"])
        compare(f"{row['kind']} estimate", name, ours, found and found[0] * unit)
        se = number(row["se"])
        if not (found and sample) or se is None:
            continue
        where = pl.col("inside") == 1 if terms else None
        estimate, error = error_of(sample, figure, where, f"u{k}")
        if estimate is not None:
            compare(f"{row['kind']} estimate by svy", name, ours, estimate * unit)
        if error is None or math.isnan(error):
            left_out.append(f"standard error of {name}: svy gives none")
            continue
        error = math.sqrt(error ** 2 + single_squares(found[1]))
        error = 0.0 if error < 1e-11 else error
        compare(f"{row['kind']} se", name, se, error * unit, allowed=allowed)
if no_errors:
    left_out.append(f"standard errors: {no_errors}")
left_out.append("intervals and design effects: svy defines them otherwise; see check.R")

print(f"{settings['survey']}: {rows} interviews; {settings['program']}; svy {svy.__version__}"
      if hasattr(svy, "__version__") else f"{settings['survey']}: {rows} interviews")
print(f"{'compared':<28} {'numbers':>9}  largest difference")
for kind, (count, largest) in compared.items():
    print(f"{kind:<28} {count:>9}  {largest:.3g}")
for line in left_out:
    print(f"left out: {line}")
for line in differences:
    print(line)
total = sum(count for count, _ in compared.values())
print(f"{len(differences)} of {total} numbers differ.")
sys.stdout.reconfigure(encoding="utf-8")
print("Kết quả: mọi con số tính lại bằng svy đều khớp." if not differences
      else f"Kết quả: có {len(differences)} con số tính lại bằng svy không khớp.")
sys.exit(1 if differences else 0)
