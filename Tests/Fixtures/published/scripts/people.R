# Rscript people.R CASE_DIR OUT.json
# The share of fully satisfied people of each factor and of all items, Wilson and Korn-Graubard intervals.
# CASE_DIR holds data.csv (see trim.py).
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "sipas_common.R"))
a <- commandArgs(TRUE)
d <- read_survey(file.path(a[1], "data.csv"))
person <- function(items) {
  valid <- as.matrix(d[paste0("v_", items)]); satisfied <- as.matrix(d[paste0("n_", items)])
  ifelse(rowSums(valid) == 0, NA, as.numeric(rowSums(valid) == rowSums(satisfied)))
}
for (f in names(FACTORS)) d[[paste0("p_", f)]] <- person(FACTORS[[f]])
d$p_overall <- person(ITEMS)
P <- paste0("p_", c(names(FACTORS), "overall"))
for (p in P) { d[[paste0("d_", p)]] <- as.numeric(!is.na(d[[p]])); d[[paste0("n_", p)]] <- ifelse(is.na(d[[p]]), 0, d[[p]]) }
D <- list(fpc_adjust = make_design(d, TRUE), nofpc_adjust = make_design(d, FALSE))
# Ratios keep the PSUs without a valid answer in the design; svymean(na.rm = TRUE) would drop them.
figure <- function(X, p) {
  r <- ratio_of(X, paste0("n_", p), paste0("d_", p))
  list(est = r[["est"]], se = r[["se"]], n = sum(!is.na(X$variables[[p]])))
}
block <- function(X) {
  out <- lapply(setNames(P, sub("p_", "", P)), function(p) figure(X, p))
  S <- svytotal(as.formula(paste("~", paste(c(outer(c("n_p_", "d_p_"), names(FACTORS), paste0)), collapse = "+"))), X)
  m <- parse(text = paste0("(", paste0("n_p_", names(FACTORS), "/d_p_", names(FACTORS), collapse = "+"), ")/5"))[[1]]
  C <- svycontrast(S, list(mean = m))
  out$mean_of_factors <- list(est = coef(C)[["mean"]], se = as.numeric(SE(C)))
  out
}
deffs <- function(X) lapply(setNames(P, sub("p_", "", P)), function(p) {
  X1 <- subset(X, !is.na(X$variables[[p]])); f <- as.formula(paste0("~", p))
  list(replace = as.numeric(deff(svymean(f, X1, deff = "replace"))), true = as.numeric(deff(svymean(f, X1, deff = TRUE))))
})
neff <- function(p, se, n, df) p * (1 - p) / se^2 * (qt(0.025, n - 1) / qt(0.025, df))^2
intervals <- function(X) lapply(setNames(ITEMS, ITEMS), function(i) {
  r <- ratio_of(X, paste0("n_", i), paste0("v_", i)); n <- sum(d[[paste0("v_", i)]]); e <- neff(r[["est"]], r[["se"]], n, degf(X))
  w <- prop.test(e * r[["est"]], e, correct = FALSE)$conf.int
  list(effective = e, wilson = as.numeric(w))
})
index_beta <- function(X) {
  C <- composites(X)
  lapply(setNames(names(FACTORS), names(FACTORS)), function(f) {
    p <- C$est[[paste0(f, "_m1")]]; n <- sum(rowSums(d[paste0("v_", FACTORS[[f]])]) > 0)
    e <- neff(p, C$se[[paste0(f, "_m1")]], n, degf(X))
    list(n = n, beta = c(qbeta(0.025, e * p, e * (1 - p) + 1), qbeta(0.975, e * p + 1, e * (1 - p))))
  })
}
domains <- list()
for (v in c("agency_level", "field", "gender")) for (l in sort(unique(d[[v]]))) {
  r <- list(by = v, level = l)
  for (k in names(D)) r[[k]] <- block(subset(D[[k]], d[[v]] == l))
  domains[[length(domains) + 1]] <- r
}
write_json_full(list(kind = "people", versions = versions(), whole = lapply(D, block), deff = lapply(D, deffs), domains = domains,
                     intervals = lapply(D, intervals), index_beta = lapply(D, index_beta)), a[2])
