# Rscript replicates_domains.R FIXTURE_DIR BOOTSTRAP_MULTIPLIERS.csv OUT.json
# Domains and joint covariances by replicates, with the definitions of replicates.R: a domain's replicate estimates are those of
# weights set to 0 outside it; where one of them does not exist there is no standard error (null).
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "sipas_common.R"))
a <- commandArgs(TRUE); d <- read_survey(file.path(a[1], "data.csv")); options(survey.lonely.psu = "adjust")
N <- as.matrix(d[paste0("n_", ITEMS)]); V <- as.matrix(d[paste0("v_", ITEMS)])
theta <- function(w) {
  n <- colSums(w * N); v <- colSums(w * V); p <- setNames(n / v, ITEMS); names(n) <- names(v) <- ITEMS
  m1 <- vapply(FACTORS, function(i) mean(p[i]), 0); m2 <- vapply(FACTORS, function(i) sum(n[i]) / sum(v[i]), 0)
  c(p[c("A1", "F2")], setNames(m1, paste0(names(FACTORS), "_m1")), overall_m1 = mean(m1), setNames(m2, paste0(names(FACTORS), "_m2")), overall_m2 = mean(m2))
}
b <- as.data.frame(fread(a[2], encoding = "UTF-8")); key <- match(paste(d$district, d$commune, sep = "\r"), paste(b$district, b$commune, sep = "\r"))
nb <- ncol(b) - 2
reps <- list(jkn_fpc_adjust = as.svrepdesign(make_design(d, TRUE), type = "JKn"),
             bootstrap = svrepdesign(data = d, weights = ~design_weight, repweights = as.matrix(b[key, -(1:2)]), type = "bootstrap", combined.weights = FALSE, scale = 1 / (nb - 1), rscales = rep(1, nb)))
one <- function(rep, inside) {
  W <- weights(rep, "analysis") * inside; full <- theta(d$design_weight * inside); th <- t(apply(W, 2, theta)); ok <- colSums(!is.finite(th)) == 0 & is.finite(full)
  v <- function(mse) { m <- if (mse) full else colMeans(th); crossprod(sweep(th, 2, m) * sqrt(rep$rscales)) * rep$scale }
  pick <- function(mse) { s <- sqrt(diag(v(mse))); s[!ok] <- NA; s }
  list(est = full, se = pick(FALSE), se_mse = pick(TRUE), vcov = v(FALSE))
}
out <- list(versions = versions(), figures = I(names(theta(d$design_weight))), sets = list())
for (id in names(reps)) {
  r <- reps[[id]]; w <- one(r, rep(1, nrow(d))); by <- list()
  for (v in c("district", "gender", "ethnicity")) for (l in sort(unique(d[[v]]), method = "radix")) { x <- one(r, as.numeric(d[[v]] == l)); by[[length(by) + 1]] <- list(by = v, level = l, est = I(unname(x$est)), se = I(unname(x$se)), se_mse = I(unname(x$se_mse))) }
  # one figure over the levels of gender and the whole
  g <- sort(unique(d$gender), method = "radix"); W <- weights(r, "analysis"); cols <- sapply(c(g, "all"), function(l) apply(W * (if (l == "all") 1 else as.numeric(d$gender == l)), 2, function(w) theta(w)[["overall_m1"]]))
  out$sets[[id]] <- list(vcov = w$vcov, domains = by, gender_overall_vcov = crossprod(sweep(cols, 2, colMeans(cols)) * sqrt(r$rscales)) * r$scale)
}
write_json_full(out, a[3])
