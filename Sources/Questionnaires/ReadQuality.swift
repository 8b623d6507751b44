import SurveyModel
import XML

/// The rules of `<quality>`; what it leaves out holds with its defaults.
func quality(_ element: XMLElement?, file: String) -> QualityDefinition {
  let usual = QualityDefinition()
  guard let element else { return usual }
  return QualityDefinition(
    interviewer: element.child("interviewer")?.word("variable"),
    unit: element.child("unit")?.word("variable"),
    duration: rule(element.child("duration"), usual.duration) { duration, rule in
      rule.variable = duration.word("variable")
      rule.deviation = duration.number("deviation") ?? rule.deviation
      rule.secondsPerItem = duration.number("seconds-per-item") ?? rule.secondsPerItem
    },
    start: rule(element.child("start"), usual.start) { start, rule in
      rule.variable = start.word("variable")
      rule.interviews = start.integer("interviews") ?? rule.interviews
      rule.minutes = start.number("minutes") ?? rule.minutes
      rule.nightFrom = start.integer("night-from") ?? rule.nightFrom
      rule.nightTo = start.integer("night-to") ?? rule.nightTo
    },
    sameAnswers: rule(element.child("straight-lining"), usual.sameAnswers) { same, rule in
      rule.run = same.number("longest-run") ?? rule.run
      rule.mostShare = same.number("most-share") ?? rule.mostShare
    },
    missing: rule(element.child("missing"), usual.missing) { missing, rule in
      rule.share = missing.number("share") ?? rule.share
      rule.itemShare = missing.number("item-share") ?? rule.itemShare
    },
    copies: rule(element.child("near-duplicates"), usual.copies) { copies, rule in
      rule.falseDiscovery = copies.number("false-discovery") ?? rule.falseDiscovery
    },
    groups: rule(element.child("group-effects"), usual.groups) { groups, rule in
      rule.falseDiscovery = groups.number("false-discovery") ?? rule.falseDiscovery
      rule.minimumInterviews = groups.integer("minimum-interviews") ?? rule.minimumInterviews
    },
    forms: element.child("forms").map { forms in
      FormsDefinition(
        variable: forms.word("variable") ?? "",
        path: resolvePath(forms.word("issued") ?? "", from: file))
    },
    quota: element.child("quota").map { quota in
      QuotaDefinition(
        variable: quota.word("variable") ?? "",
        path: resolvePath(quota.word("planned") ?? "", from: file),
        tolerance: quota.number("tolerance") ?? 0)
    })
}

/// A rule with what its element says; `nil` when it is switched off.
private func rule<Rule>(
  _ element: XMLElement?, _ usual: Rule?, _ read: (XMLElement, inout Rule) -> Void
) -> Rule? {
  guard let element, var rule = usual else { return usual }
  guard !element.isTrue("off") else { return nil }
  read(element, &rule)
  return rule
}
