"""Writes synthetic.por and synthetic.sav, the same three made-up interviews in both."""
import datetime
import pandas
import pyreadstat

answers = pandas.DataFrame({
    "INTID": ["R-001", "R-002", "R-003"],
    "DISTRICT": ["PLK", "DDO", "HOA"],
    "INTDATE": [datetime.date(2021, 10, 5), datetime.date(2021, 10, 6), None],
    "DURATION": [600.0, -1.0, 7199.0],
    "WEIGHT": [12.5, 1250.25, 0.001],
    "A1": [4.0, None, 1.0],
    "A2": [9.0, 3.0, 5.0],
    "COMMENT": ["Cho lau", 'thieu "ghe"', "a'b"],
})
labels = {"INTID": "interview_id", "INTDATE": "interview_date", "WEIGHT": "Design weight"}
pyreadstat.write_por(answers, "synthetic.por", column_labels=labels)
pyreadstat.write_sav(answers, "synthetic.sav", column_labels=labels)
