# Rscript contributions.R CHANGE_DIR SMALL_DIR PROVINCE_DIR OUT.json
# Parts of a distance to a threshold and of a change, with their standard errors: every part is written out as an
# expression of totals and goes through svytotal and svycontrast.  CHANGE_DIR holds small_prev.csv, province_prev.csv, mini_now.csv and mini_next.csv.
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "sipas_common.R"))
a <- commandArgs(TRUE)
q <- function(s) parse(text = s)[[1]]
sumof <- function(x) paste0("(", paste(x, collapse = "+"), ")")
# the figures: for each item its scale s and the items of its group
figures <- list(
  access_m1 = list(items = FACTORS$access, s = setNames(rep("1/4", 4), FACTORS$access), group = setNames(as.list(FACTORS$access), FACTORS$access)),
  access_m2 = list(items = FACTORS$access, s = setNames(rep("1", 4), FACTORS$access), group = setNames(rep(list(FACTORS$access), 4), FACTORS$access)),
  overall_m1 = list(items = ITEMS, s = setNames(paste0("1/5/", lengths(FACTORS)[FACTOR_OF[ITEMS]]), ITEMS), group = setNames(as.list(ITEMS), ITEMS)))
# columns: year prefix y1 or y0, n or v, item, part (0 = whole)
col <- function(y, p, i, d) paste0("y", y, p, i, "_", d)
D <- function(f, y, i) sumof(col(y, "v", f$group[[i]], 0))
h <- function(f, y, i, d) paste0("(", f$s[[i]], "*", col(y, "v", i, d), "/", D(f, y, i), ")")
p <- function(y, i, d) paste0("(", col(y, "n", i, d), "/", col(y, "v", i, d), ")")
Fig <- function(f, y) sumof(sapply(f$items, function(i) paste0(h(f, y, i, 0), "*", p(y, i, 0))))
distance <- function(f, items, d, T) sumof(sapply(items, function(i) paste0(f$s[[i]], "*(", col(1, "n", i, d), "-", T, "*", col(1, "v", i, d), ")/", D(f, 1, i))))
satisfaction <- function(f, items, d) sumof(sapply(items, function(i) paste0("(", h(f, 1, i, d), "+", h(f, 0, i, d), ")/2*(", p(1, i, d), "-", p(0, i, d), ")")))
composition <- function(f, items, d) sumof(sapply(items, function(i) paste0("((", p(1, i, d), "+", p(0, i, d), ")/2-(", Fig(f, 1), "+", Fig(f, 0), ")/2)*(", h(f, 1, i, d), "-", h(f, 0, i, d), ")")))
# adds the columns of the items in the parts of a variable; the last part is those outside
spread <- function(d, items, y, dom) { m <- length(dom)
  for (k in 0:(m + 1)) { inside <- if (k == 0) rep(TRUE, nrow(d)) else if (k <= m) dom[[k]] else !Reduce(`|`, dom, rep(FALSE, nrow(d)))
    for (i in items) { d[[col(y, "n", i, k)]] <- d[[paste0("n_", i)]] * inside * (d$year == y); d[[col(y, "v", i, k)]] <- d[[paste0("v_", i)]] * inside * (d$year == y) } }
  d }
report <- function(S, ex) { C <- svycontrast(S, lapply(ex, q)); e <- 100 * coef(C); s <- 100 * SE(C)
  lapply(seq_along(ex), function(k) list(part = names(ex)[k], est = unname(e[k]), se = unname(s[k]))) }
totals <- function(des) { v <- grep("^y[01][nv]", names(des$variables), value = TRUE); v <- v[sapply(v, function(x) any(des$variables[[x]] != 0))]; svytotal(as.formula(paste("~", paste(v, collapse = "+"))), des) }
cur <- read_survey(file.path(a[2], "data.csv")); cur$year <- 1
prv <- read_survey(file.path(a[1], "small_prev.csv")); prv$year <- 0
out <- list()
T <- ".8678"
levels_of <- function(d, by, only) if (is.null(only)) sort(unique(as.character(d[[by]]))) else only
# distances, with design weights and after raking; "only": the domains of the set, the others are outside all domains
for (w in c("design", "raked")) for (case in list(list("access_m1", "field"), list("access_m2", "field"), list("access_m2", "gender", "female"), list("overall_m1", "gender"))) {
  f <- figures[[case[[1]]]]; L <- levels_of(cur, case[[2]], if (length(case) > 2) case[[3]])
  d <- spread(cur, f$items, 1, lapply(L, function(l) cur[[case[[2]]]] == l)); X <- make_design(d, TRUE)
  if (w == "raked") { pop <- as.data.frame(fread(file.path(a[2], "population.csv"), encoding = "UTF-8"))
    M <- c("district", "gender", "age_group", "ethnicity"); form <- as.formula(paste("~", paste(M, collapse = "+")))
    for (m in M) X$variables[[m]] <- factor(X$variables[[m]], levels = sort(unique(pop$level[pop$margin == m])))
    cn <- colnames(model.matrix(form, X$variables)); tt <- setNames(numeric(length(cn)), cn); tt[1] <- sum(pop$total[pop$margin == "gender"])
    for (r in seq_len(nrow(pop))) { k <- paste0(pop$margin[r], pop$level[r]); if (k %in% cn) tt[k] <- pop$total[r] }
    X <- calibrate(X, form, tt, calfun = "raking", epsilon = 1e-13, maxit = 200) }
  ex <- c(sapply(f$items, function(i) distance(f, i, 0, T)), setNames(sapply(seq_along(L), function(k) distance(f, f$items, k, T)), paste0(case[[2]], "=", L)))
  if (length(case) > 2) ex <- c(ex, outside = distance(f, f$items, length(L) + 1, T))
  out[[length(out) + 1]] <- list(kind = "distance", weights = w, figure = case[[1]], by = case[[2]], only = if (length(case) > 2) case[[3]] else NA, parts = report(totals(X), ex)) }
# changes of independent samples: one design with year x district as strata
keep <- c("year", "district", "commune", "design_weight", "fpc", "gender", "field", "ethnicity", as.vector(outer(c("n_", "v_"), ITEMS, paste0)))
z <- rbind(cur[, keep], prv[, keep]); z$district <- paste(z$year, z$district)
both <- function(f, L, by, extra) { s <- c(sapply(f$items, function(i) satisfaction(f, i, 0)), sapply(f$items, function(i) composition(f, i, 0)), sapply(seq_along(L), function(k) satisfaction(f, f$items, k)), sapply(seq_along(L), function(k) composition(f, f$items, k)))
  n <- c(f$items, paste0(by, "=", L)); ni <- length(f$items); k <- length(L)
  names(s) <- c(paste(f$items, "satisfaction"), paste(f$items, "composition"), paste0(by, "=", L, " satisfaction"), paste0(by, "=", L, " composition"))
  if (extra) s <- c(s, "outside satisfaction" = satisfaction(f, f$items, k + 1), "outside composition" = composition(f, f$items, k + 1))
  c(s, whole = paste0(Fig(f, 1), "-", Fig(f, 0))) }
for (case in list(list("access_m1", "gender"), list("access_m2", "field"), list("access_m2", "ethnicity", "Kinh"))) {
  f <- figures[[case[[1]]]]; L <- levels_of(cur, case[[2]], if (length(case) > 2) case[[3]])
  d <- z; for (y in 1:0) d <- spread(d, f$items, y, lapply(L, function(l) z[[case[[2]]]] == l))
  out[[length(out) + 1]] <- list(kind = "change", weights = "design", figure = case[[1]], by = case[[2]], only = if (length(case) > 2) case[[3]] else NA, parts = report(totals(make_design(d, TRUE)), both(f, L, case[[2]], length(case) > 2))) }
# shared clusters: the same communes in both years are one PSU
mini <- function(name, year) { d <- as.data.frame(fread(file.path(a[1], name))); d$year <- year
  for (i in grep("^[A-D][0-9]$", names(d), value = TRUE)) { d[[paste0("v_", i)]] <- as.numeric(d[[i]] %in% 1:5); d[[paste0("n_", i)]] <- as.numeric(d[[i]] %in% 4:5) }; d }
m <- rbind(mini("mini_next.csv", 1), mini("mini_now.csv", 0)); B <- paste0("B", 1:4); C <- paste0("C", 1:5)
mf <- list(C_m1 = list(items = C, s = setNames(rep("1/5", 5), C), group = setNames(as.list(C), C)), B_m2 = list(items = B, s = setNames(rep("1", 4), B), group = setNames(rep(list(B), 4), B)))
for (n in names(mf)) { f <- mf[[n]]; L <- c("F", "M"); d <- m; for (y in 1:0) d <- spread(d, f$items, y, lapply(L, function(l) m$sex == l))
  out[[length(out) + 1]] <- list(kind = "shared", weights = "design", figure = n, by = "sex", only = NA, parts = report(totals(svydesign(ids = ~psuid, strata = ~stratum, weights = ~w, data = d)), both(f, L, "sex", FALSE))) }
# the same after post-stratification by sex in each year
m$ys <- paste0(m$year, m$sex); pt <- data.frame(ys = c("0F", "0M", "1F", "1M"), Freq = c(31000, 29000, 33000, 28500)); f <- mf$B_m2; d <- m
for (y in 1:0) d <- spread(d, f$items, y, list())
P <- postStratify(svydesign(ids = ~psuid, strata = ~stratum, weights = ~w, data = d), ~ys, pt)
post <- report(totals(P), c(whole = paste0(Fig(f, 1), "-", Fig(f, 0)), now = Fig(f, 1), before = Fig(f, 0)))
# some clusters shared: the covariance written out
u <- function(d) { W <- d$design_weight; r <- 0; for (i in FACTORS$access) { v <- d[[paste0("v_", i)]]; n <- d[[paste0("n_", i)]]; pk <- sum(W * n) / sum(W * v); r <- r + W * (n - pk * v) / sum(W * v) / 4 }; tapply(r, paste(d$district, d$commune, sep = "|"), sum) }
est <- function(d) mean(sapply(FACTORS$access, function(i) sum(d$design_weight * d[[paste0("n_", i)]]) / sum(d$design_weight * d[[paste0("v_", i)]])))
cur <- read_survey(file.path(a[3], "data.csv")); prv <- read_survey(file.path(a[1], "province_prev.csv"))
z1 <- u(cur); z0 <- u(prv); common <- intersect(names(z1), names(z0)); S <- sub("\\|.*", "", common); cov <- 0
for (s in unique(S)) { k <- common[S == s]; n <- length(k); n1 <- sum(sub("\\|.*", "", names(z1)) == s); N <- cur$fpc[cur$district == s][1]; n0 <- sum(sub("\\|.*", "", names(z0)) == s); N0 <- prv$fpc[prv$district == s][1]
  f <- sqrt((1 - n1 / N) * (1 - n0 / N0))
  if (n > 1) cov <- cov + f * n / (n - 1) * sum((z1[k] - mean(z1[k])) * (z0[k] - mean(z0[k])))
  if (n1 == 1 && n0 == 1) cov <- cov + f * z1[k] * z0[k] }  # lonely.psu "adjust": around 0
v <- function(d) { X <- composites(make_design(d, TRUE)); X$se[["access_m1"]]^2 }
partial <- list(common = length(common), difference = 100 * (est(cur) - est(prv)), independent = 100 * sqrt(v(cur) + v(prv)), se = 100 * sqrt(v(cur) + v(prv) - 2 * cov),
  df = length(union(names(z1), names(z0))) - length(union(unique(cur$district), unique(prv$district))))
write_json_full(list(kind = "contributions", versions = versions(), cases = out, partial = partial, poststratified = post), a[4])
