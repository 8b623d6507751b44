internal import SurveyModel

extension Texts {
  /// The fixed words of the page by the names the template gives them.
  func pageWords(_ run: RunResult) -> [String: String] {
    [
      "index": columnIndex, "baseline": columnBaseline(of: run.targets), "target": columnTarget,
      "result": columnResult, "interval": columnInterval(level: run.survey.level),
      "difference": columnDifference, "verdict": columnVerdict, "lead": columnLead,
      "due": columnDue, "attainment": attainmentTitle(year: run.survey.year),
      "pictures": picturesTitle, "legend": picturesLegend, "figures": figuresOfPicture,
      "indices": indicesTitle, "standardError": standardError, "designEffect": designEffect,
      "designEffectWithout": designEffectWithout, "probability": columnProbability,
      "contributions": contributionsTitle, "contributionsNote": contributionsNote,
      "part": part, "moreParts": moreParts, "effectOfPart": effect, "figureOfPart": figureOfPart,
      "contribution": contribution, "reading": reading,
      "change": run.change.map { changeTitle(year: $0.year) } ?? "",
      "changeNote": run.change.map { changeNote($0) } ?? "", "before": before, "now": now,
      "changePoints": change, "detectable": smallestDetectable,
      "ranks": ranksTitle, "ranksNote": ranksNote(level: run.survey.level), "rank": rank,
      "rankRange": rankRange, "rankGroup": rankGroup, "fromWhole": differenceFromWhole,
      "errorBefore": errorBefore, "errorAfter": errorAfter, "ratios": ratiosTitle,
      "limited": limitedTitle,
      "respondents": respondentsTitle, "lowestItems": lowestItemsTitle,
      "lowestItemsNote": lowestItemsNote, "question": question, "domainsNote": domainsNote,
      "domains": words["title.domains"],
      "quality": dataQuality, "files": filesTitle, "file": file, "encoding": encoding,
      "read": read, "accepted": accepted, "rejected": rejected, "duplicate": duplicate,
      "reasons": reasonsTitle, "reason": reason, "rows": rows, "reasonsNote": reasonsNote,
      "checks": checksTitle, "rule": ruleTitle, "flagged": flagged, "threshold": threshold,
      "findings": findingsTitle, "weights": weightsTitle, "step": step, "sum": sum,
      "minimum": minimum, "maximum": maximum, "kish": kishDesignEffect,
      "effective": effectiveCount, "method": methodTitle, "responsibilities": tasksTitle,
      "tasks": tasks, "sources": sourcesTitle, "inputs": inputsTitle, "version": version,
      "generated": generated, "code": words["column.code"],
      "place": words["column.place"], "finding": words["column.finding"],
      "hint": words["column.remedy"],
    ]
  }
}
