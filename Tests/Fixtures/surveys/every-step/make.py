"""Makes the synthetic survey of this folder: `python3 make.py` (Python 3.9 or later, nothing else).

Population: 5 districts of 9 to 12 communes of 5 to 7 villages of 30 to 60 listed people, 4 % of whom
no longer live there. Sample of each year: 4 communes in each district, 3 villages in each commune,
8 people in each village; 3 of the 4 communes are the same in both years. Of the sampled people of
2022 some do not answer, some do not belong, of some it stays unknown.
"""
import csv, random
from pathlib import Path

HERE = Path(__file__).parent
DISTRICTS = [("BAC", "Huyện Bắc"), ("DON", "Huyện Đông"), ("NAM", "Huyện Nam"),
             ("TAY", "Huyện Tây"), ("TRU", "Thị xã Trung")]
AGES = ["18-34", "35-54", "55+"]
ITEMS = ["A1", "A2", "A3", "O1", "O2", "F1"]
rng = random.Random(20220611)


def write(path, header, rows):
    with open(HERE / path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


population, communes = {}, {}
for district, _ in DISTRICTS:
    communes[district] = [f"{district}{n:02}" for n in range(1, rng.randint(9, 12) + 1)]
    for commune in communes[district]:
        mood = rng.gauss(0, 0.5)
        population[commune] = [
            [(rng.choice(["male", "female"]), rng.choices(AGES, [3, 4, 3])[0], rng.random() >= 0.04,
              mood + rng.gauss(0, 0.4)) for _ in range(rng.randint(30, 60))]
            for _ in range(rng.randint(5, 7))]
people = [(d, g, a) for d, _ in DISTRICTS for c in communes[d] for v in population[c]
          for g, a, lives, _ in v if lives]


def totals(path, header, key):
    counts = {}
    for person in people:
        counts[key(person)] = counts.get(key(person), 0) + 1
    write(path, header + ["population"], [list(k) + [n] for k, n in sorted(counts.items())])


write("population/communes.csv", ["district", "population"],
      [[d, len(communes[d])] for d, _ in DISTRICTS])
write("lists/communes.csv", ["code", "label", "parent"],
      [[c, f"Xã {c[3:]} {label}", d] for d, label in DISTRICTS for c in communes[d]])
totals("population/district.csv", ["district"], lambda p: (p[0],))
totals("population/gender-age.csv", ["gender", "age_group"], lambda p: (p[1], p[2]))
totals("population/district-gender.csv", ["district", "gender"], lambda p: (p[0], p[1]))


def answer(item, mood, year):
    if rng.random() < 0.05:
        return rng.choice(["9", ""])
    level = 3.4 + mood + 0.25 * (year - 2021) + 0.15 * ITEMS.index(item) / 5 + rng.gauss(0, 0.9)
    return str(min(5, max(1, round(level))))


def survey(year, chosen, responses, with_statuses):
    rows, gross, villages, number = [], {}, [], 0
    for district, _ in DISTRICTS:
        for commune in chosen[district]:
            lists = population[commune]
            villages.append([district, commune, len(lists)])
            for village in sorted(rng.sample(range(len(lists)), 3)):
                listed = lists[village]
                weight = len(communes[district]) / 4 * len(lists) / 3 * len(listed) / 8
                for gender, age, lives, mood in rng.sample(listed, 8):
                    status = "rr" if lives else "in"
                    if with_statuses and lives:
                        draw = rng.random()
                        status = "nr" if draw < 0.16 else "uk" if draw < 0.22 else "rr"
                    elif with_statuses and rng.random() < 0.2:
                        status = "uk"
                    cell = gross.setdefault((district, commune, gender), dict.fromkeys(
                        ["nr", "in", "uk"], 0.0))
                    if status != "rr":
                        cell[status] += weight
                        continue
                    number += 1
                    gave = rng.random() < 0.55
                    answers = [answer(i, mood, year) if i != "F1" or gave else "" for i in ITEMS]
                    rows.append([f"S{year % 100}-{number:04}", district, commune, village + 1,
                                 len(listed), gender, age, repr(weight), int(gave)] + answers)
    write(responses, ["interview_id", "district", "commune", "village", "listed", "gender",
                      "age_group", "design_weight", "FB"] + ITEMS, rows)
    return gross, villages


first = {d: rng.sample(communes[d], 4) for d, _ in DISTRICTS}
second = {}
for d, _ in DISTRICTS:
    new = rng.choice([c for c in communes[d] if c not in first[d]])
    second[d] = sorted(rng.sample(first[d], 3) + [new])
_, villages = survey(2021, first, "earlier/responses.csv", False)
write("earlier/villages.csv", ["district", "commune", "population"], villages)
gross, villages = survey(2022, second, "responses.csv", True)
write("population/villages.csv", ["district", "commune", "population"], villages)
write("population/sampled.csv",
      ["district", "commune", "gender", "nonresponding", "ineligible", "unknown"],
      [list(k) + [repr(v["nr"]), repr(v["in"]), repr(v["uk"])] for k, v in sorted(gross.items())])
