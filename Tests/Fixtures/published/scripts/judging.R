# Rscript judging.R SMALL_DIR PROVINCE_DIR OUT.json
# Ranks of units, Holm's adjustment, smallest detectable changes and sample plans. The folders hold data.csv (see trim.py).
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "sipas_common.R"))
a <- commandArgs(TRUE)
set.seed(11)
holm <- lapply(list(c(.01, .04, .03), c(.5, .5), runif(12)^3, c(.001, .001, .2, .9, .001)), function(p) list(p = p, adjusted = p.adjust(p, "holm")))

# access (mean of its items) in every level of a variable and in the whole, with their joint covariance
ranking <- function(dir, by, level) {
  d <- read_survey(file.path(dir, "data.csv")); L <- sort(unique(as.character(d[[by]]))); it <- FACTORS$access
  dom <- c(lapply(L, function(l) as.character(d[[by]]) == l), list(rep(TRUE, nrow(d))))
  for (k in seq_along(dom)) for (i in it) for (p in c("n_", "v_")) d[[paste0(p, i, "_", k)]] <- d[[paste0(p, i)]] * dom[[k]]
  D <- make_design(d, FALSE)
  S <- svytotal(as.formula(paste("~", paste(outer(c("n_", "v_"), outer(it, seq_along(dom), paste, sep = "_"), paste0), collapse = "+"))), D)
  ex <- lapply(seq_along(dom), function(k) parse(text = paste0("(", paste0("n_", it, "_", k, "/v_", it, "_", k, collapse = "+"), ")/4"))[[1]])
  C <- svycontrast(S, setNames(ex, c(L, "whole"))); e <- 100 * coef(C); V <- 1e4 * as.matrix(vcov(C)); m <- length(L); df <- degf(D)
  # the same covariance between units from svyby, for an item
  b <- svyby(~n_A1, as.formula(paste0("~", by)), D, svyratio, denominator = ~v_A1, covmat = TRUE)
  S1 <- svycontrast(S, setNames(lapply(seq_along(L), function(k) parse(text = paste0("n_A1_", k, "/v_A1_", k))[[1]]), L))
  stopifnot(max(abs(vcov(b) - vcov(S1))) < 1e-12)
  V[abs(V) < 1e-10] <- 0  # a single sampled commune: 0 but for rounding, so not known
  known <- diag(V) > 0; p <- t <- matrix(NA, m, m)
  for (i in 1:m) for (j in 1:m) if (i != j) { ok <- known[i] && known[j]
    t[i, j] <- if (ok) (e[i] - e[j]) / sqrt(V[i, i] + V[j, j] - 2 * V[i, j]) else NA
    p[i, j] <- if (ok) pt(t[i, j], df, lower.tail = FALSE) else 1 }
  off <- row(p) != col(p); adj <- p; adj[off] <- p.adjust(p[off], "holm"); rej <- off & !is.na(adj) & adj <= 1 - level
  w <- m + 1; dw <- e[1:m] - e[w]; sw <- sqrt(diag(V)[1:m] + V[w, w] - 2 * V[1:m, w]); sw[!known[1:m]] <- NA
  pw <- 2 * pt(-abs(dw / sw), df)
  list(by = by, level = level, df = df, units = L, estimates = unname(e), covariance = unname(as.vector(V)), t = unname(as.vector(base::t(t))),
       best = unname(1 + colSums(rej)), worst = unname(m - rowSums(rej)), difference = unname(dw), se_difference = unname(sw), p_difference = unname(p.adjust(pw, "holm")))
}
ranks <- list(ranking(a[1], "district", .95), ranking(a[1], "field", .95), ranking(a[2], "district", .95), ranking(a[2], "district", .6), ranking(a[2], "field", .5))

# (t(.95) + t(power)) SE, and the number of clusters by trying one after the other
detect <- lapply(list(c(1.455818193942985, 16, .05, .8), c(.6, 48, .05, .8), c(2, 1, .1, .9)), function(x) c(x, (qt(1 - x[3], x[2]) + qt(x[4], x[2])) * x[1]))
plan <- function(se, deff, n, clusters, strata, kish, step, b = NA, both = FALSE, alpha = .05, power = .8) {
  b0 <- n / clusters; rho <- max(0, deff / kish - 1) / (b0 - 1); if (is.na(b)) b <- b0; s2 <- n * se^2 / deff; df0 <- clusters - strata
  for (m in (2 * strata):20000) { v <- s2 * kish * (1 + (b - 1) * rho) / (m * b); df <- m - strata
    if (both) { df <- (v + se^2)^2 / (v^2 / df + se^4 / df0); v <- v + se^2 }
    if ((qt(1 - alpha, df) + qt(power, df)) * sqrt(v) <= step) break }
  if (m == 20000) m <- NA
  list(se = se, deff = deff, n = n, clusters = clusters, strata = strata, kish = kish, step = step, b = b, both = both, alpha = alpha, power = power, likeness = rho, needed = m, respondents = ceiling(m * b))
}
plans <- list(plan(1.4558, 2.1, 398, 24, 8, 1.15, 2), plan(1.4558, 2.1, 398, 24, 8, 1.15, 2, b = 10), plan(1.4558, 2.1, 398, 24, 8, 1.15, 2, both = TRUE),
  plan(.6, 1.8, 2390, 65, 17, 1.3, 2, both = TRUE), plan(.6, .9, 2390, 65, 17, 1.3, .5, b = 4, alpha = .1, power = .9), plan(.3, 1.2, 2390, 65, 17, 1.1, 5))
write_json_full(list(kind = "judging", versions = versions(), holm = holm, ranks = ranks, detect = detect, plans = plans), a[3])
