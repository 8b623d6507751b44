# Rscript stages.R SYNTH.csv OUTDIR    -- variances of samples of two and three stages
#
# SYNTH.csv is the file that make_oracles.R writes. Shares are ratios of 0/1 variables; person means
# (idxA..idxE) are the mean of a person's valid answers, satisfied 1 or not 0, in percent.
suppressMessages({library(survey); library(jsonlite)})
a <- commandArgs(TRUE)
d <- read.csv(a[1], stringsAsFactors = FALSE)
k <- c(A = 3, B = 4, C = 5, D = 4, E = 4)
items <- unlist(lapply(names(k), function(f) paste0(f, seq_len(k[[f]]))))
for (i in items) {
  valid <- d[[i]] %in% 1:5
  d[[paste0("v_", i)]] <- as.numeric(valid)
  d[[paste0("n_", i)]] <- as.numeric(valid & d[[i]] >= 4)
}
for (f in names(k)) {
  x <- 100 * rowSums(d[paste0("n_", f, seq_len(k[[f]]))]) / rowSums(d[paste0("v_", f, seq_len(k[[f]]))])
  d[[paste0("idx", f)]] <- ifelse(is.nan(x), NA, x)
}
idx <- paste0("idx", names(k))
rules <- c("adjust", "average", "remove", "certainty")
se <- function(x) { v <- as.numeric(SE(x)); ifelse(is.nan(v), NA, v) }
shares <- function(design) setNames(lapply(items, function(i) {
  r <- svyratio(as.formula(paste0("~n_", i)), as.formula(paste0("~v_", i)), design)
  c(as.numeric(coef(r)), se(r))
}), items)
means <- function(design) setNames(lapply(idx, function(i) {
  r <- svymean(as.formula(paste0("~", i)), design, na.rm = TRUE)
  c(as.numeric(coef(r)), se(r))
}), idx)
three <- function(d) svydesign(ids = ~psuid + vid + id, strata = ~stratum, weights = ~w, fpc = ~Npsu + Nvil + Nhh, data = d)
two <- function(d) svydesign(ids = ~psuid + vid, strata = ~stratum, weights = ~w, fpc = ~Npsu + Nvil, data = d)
options(survey.lonely.psu = "fail")
out <- list(meta = list(R = R.version.string, survey = as.character(packageVersion("survey"))))
out$one <- list(means = means(svydesign(ids = ~psuid, strata = ~stratum, weights = ~w, fpc = ~Npsu, data = d)))
out$two <- list(means = means(two(d)), shares = shares(two(d)))
D <- three(d)
out$three <- list(means = means(D), shares = shares(D))
v <- vcov(svymean(~idxA + idxB + idxC + idxD, D))
out$three$vcov <- unname(matrix(as.numeric(v), 4))
out$domains <- list()
for (by in c("prov", "sex", "age")) for (level in sort(unique(d[[by]])))
  out$domains[[length(out$domains) + 1]] <- list(by = by, level = level, shares = shares(subset(D, d[[by]] == level)))
# Strata of one province without a population: their later stages count for nothing.
e <- d; e$Npsu <- ifelse(e$prov == "P3", Inf, e$Npsu)
out$partly <- list(shares = shares(three(e)))
# After calibration to sex, age and province.
N <- sum(d$w)
totals <- list(sex = c(F = 0.52, M = 0.48), age = c(`18-34` = 0.35, `35-54` = 0.38, `55+` = 0.27), prov = c(P1 = 0.3, P2 = 0.36, P3 = 0.34))
totals <- lapply(totals, function(p) round(N * p))
form <- ~sex + age + prov
pop <- c(`(Intercept)` = sum(totals$sex), sexM = totals$sex[["M"]], `age35-54` = totals$age[["35-54"]], `age55+` = totals$age[["55+"]],
         provP2 = totals$prov[["P2"]], provP3 = totals$prov[["P3"]])
totals$age[["18-34"]] <- sum(totals$sex) - totals$age[["35-54"]] - totals$age[["55+"]]
totals$prov[["P1"]] <- sum(totals$sex) - totals$prov[["P2"]] - totals$prov[["P3"]]
C <- calibrate(D, form, pop, calfun = "raking", epsilon = 1e-13, maxit = 200)
out$calibrated <- list(totals = lapply(totals, as.list), shares = shares(C),
  domains = lapply(c("F", "M"), function(s) list(by = "sex", level = s, shares = shares(subset(C, sex == s)))))
# Single units: one village of commune P1U1, one commune of stratum P3U.
s <- subset(d, vid != "P1U1v2"); out$single_village <- list()
t <- subset(d, !(psuid %in% c("P3U2", "P3U3"))); out$single_commune <- list()
for (rule in rules) {
  options(survey.lonely.psu = rule)
  out$single_village[[rule]] <- shares(three(s))
  out$single_commune[[rule]] <- shares(three(t))
}
options(survey.lonely.psu = "fail")
# Published two-stage samples.
data(api)
A <- svydesign(id = ~dnum + snum, fpc = ~fpc1 + fpc2, data = apiclus2)
m <- svymean(~api00, A)
out$apiclus2 <- list(mean = c(as.numeric(coef(m)), as.numeric(SE(m))))
data(mu284)
M <- svydesign(id = ~id1 + id2, fpc = ~n1 + n2, data = mu284)
m <- svymean(~y1, M)
out$mu284 <- list(mean = c(as.numeric(coef(m)), as.numeric(SE(m))))
write_json(out, file.path(a[2], "stages.json"), auto_unbox = TRUE, digits = NA, na = "null")
keep <- c("prov", "stratum", "psuid", "vid", "Npsu", "Nvil", "Nhh", "w", "sex", "age", items, idx)
write.csv(d[keep], file.path(a[2], "stages.csv"), row.names = FALSE, quote = FALSE, na = "")
apiclus2$w <- weights(A)
write.csv(apiclus2[c("dnum", "snum", "fpc1", "fpc2", "w", "api00")], file.path(a[2], "apiclus2.csv"), row.names = FALSE, quote = FALSE)
mu284$w <- weights(M)
write.csv(mu284[c("id1", "id2", "n1", "n2", "w", "y1")], file.path(a[2], "mu284.csv"), row.names = FALSE, quote = FALSE)
