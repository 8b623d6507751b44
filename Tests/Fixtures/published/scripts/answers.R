# Rscript answers.R CASE_DIR OUT.json
# The weighted share of every answer to every item by svymean(~factor(item)), with design weights and
# with the raked weights of the last column. CASE_DIR holds data.csv.
suppressMessages(library(survey))
options(survey.lonely.psu = "adjust", digits = 17)
a <- commandArgs(TRUE)
d <- read.csv(file.path(a[1], "data.csv"), fileEncoding = "UTF-8", check.names = FALSE)
items <- grep("^[APORF][1-9]$", names(d), value = TRUE)
shares <- function(weights, item) {
  x <- d[[item]]
  # 9 and blank are missing; feedback is asked of those who ever gave any.
  x[!(x %in% 1:5) | (grepl("^F", item) & d$FB != 1)] <- NA
  d$answer <- factor(x, levels = 1:5)
  design <- svydesign(ids = ~commune, strata = ~district, weights = d[[weights]], data = d, nest = TRUE)
  valid <- subset(design, !is.na(answer))
  list(n = sum(!is.na(x)), shares = as.numeric(coef(svymean(~factor(answer, levels = 1:5), valid))))
}
line <- function(item, weights) {
  s <- shares(weights, item)
  sprintf('    "%s": {"n": %d, "shares": [%s]}', item, s$n, paste(sprintf("%.17g", s$shares), collapse = ", "))
}
block <- function(weights) sprintf('  "%s": {\n%s\n  }', weights, paste(vapply(items, line, "", weights = weights), collapse = ",\n"))
writeLines(c("{", paste(vapply(c("design_weight", "rake_strict"), block, ""), collapse = ",\n"), "}"), a[2])
cat(R.version.string, as.character(packageVersion("survey")), "\n")
