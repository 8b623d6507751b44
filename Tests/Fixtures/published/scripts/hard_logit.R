# Rscript hard_logit.R OUT_DIR   -- feasible logit calibrations on which survey::calibrate fails
suppressMessages(library(survey))
out <- commandArgs(TRUE)[1]
set.seed(20)
found <- 0; rows <- list(); cells <- list()
for (case in 1:3000) {
  n <- 60
  d <- data.frame(a = factor(sample(0:2, n, TRUE)), b = factor(sample(0:3, n, TRUE)), c = factor(sample(0:1, n, TRUE)), w = round(runif(n, 5, 15), 2))
  if (min(table(d$a)) < 3 || min(table(d$b)) < 3) next
  lower <- 0.8; upper <- 1.3
  # Ratios of the method itself, inside the bounds: the margins they make can be met.
  x <- model.matrix(~ a + b + c, d)
  u <- drop(x %*% rnorm(ncol(x), 0, 2.5))
  A <- (upper - lower) / ((1 - lower) * (upper - 1)); e <- exp(A * u)
  g <- (lower * (upper - 1) + upper * (1 - lower) * e) / ((upper - 1) + (1 - lower) * e)
  if (any(!is.finite(g))) next
  total <- colSums(x * d$w * g)
  des <- svydesign(ids = ~1, weights = ~w, data = d)
  fit <- try(suppressWarnings(calibrate(des, ~ a + b + c, total, calfun = "logit", bounds = c(lower, upper), maxit = 200, epsilon = 1e-9)), silent = TRUE)
  if (!inherits(fit, "try-error")) next
  found <- found + 1
  rows[[found]] <- data.frame(case = found, a = d$a, b = d$b, c = d$c, weight = format(d$w, nsmall = 2, trim = TRUE))
  m <- do.call(rbind, lapply(c("a", "b", "c"), function(v) { s <- tapply(d$w * g, d[[v]], sum); data.frame(case = found, margin = v, level = names(s), total = sprintf("%.17g", s)) }))
  cells[[found]] <- m
  cat(found, trimws(as.character(fit)), "\n")
  if (found == 12) break
}
write.csv(do.call(rbind, rows), file.path(out, "hard_logit.csv"), row.names = FALSE, quote = FALSE)
write.csv(do.call(rbind, cells), file.path(out, "hard_logit_totals.csv"), row.names = FALSE, quote = FALSE)
