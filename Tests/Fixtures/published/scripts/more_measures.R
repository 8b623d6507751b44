# Rscript more_measures.R CASE_DIR OUT.json
# Measures and domains beyond estimates.R: other overall indices, indices of mean scores, and domains of
# calibrated designs. CASE_DIR holds data.csv and population.csv (see trim.py).
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "sipas_common.R"))
a <- commandArgs(TRUE)
d <- read_survey(file.path(a[1], "data.csv"))
pop <- as.data.frame(fread(file.path(a[1], "population.csv"), encoding = "UTF-8"))
ps <- as.data.frame(fread(file.path(a[1], "poststrata.csv"), encoding = "UTF-8"))
MARG <- c("district", "gender", "age_group", "ethnicity")
for (m in MARG) d[[m]] <- factor(d[[m]], levels = sort(unique(pop$level[pop$margin == m])))
for (i in ITEMS) d[[paste0("r_", i)]] <- ifelse(d[[paste0("v_", i)]] == 1, (d[[paste0("s_", i)]] - 1) / 4, 0)
D <- list(fpc = make_design(d, TRUE), nofpc = make_design(d, FALSE))
q <- function(s) parse(text = s)[[1]]
ratios <- function(p, it) paste0(p, it, "/v_", it)
pooled <- function(p, it) paste0("(", paste0(p, it, collapse = "+"), ")/(", paste0("v_", it, collapse = "+"), ")")
W <- c(access = 1, procedure = 2, officials = 3, result = 2.5, feedback = 1.5)
ex <- list(); for (p in c("n_", "s_", "r_")) {
  F1 <- sapply(FACTORS, function(it) paste0("(", paste(ratios(p, it), collapse = "+"), ")/", length(it)))
  F2 <- sapply(FACTORS, function(it) pooled(p, it))
  ex[[paste0(p, "access_m1")]] <- q(F1[["access"]]); ex[[paste0(p, "access_m2")]] <- q(F2[["access"]])
  ex[[paste0(p, "mean_of_items")]] <- q(paste0("(", paste(ratios(p, ITEMS), collapse = "+"), ")/", length(ITEMS)))
  ex[[paste0(p, "pooled_answers")]] <- q(pooled(p, ITEMS))
  ex[[paste0(p, "mean_of_factors")]] <- q(paste0("(", paste(F1, collapse = "+"), ")/5"))
  ex[[paste0(p, "weighted")]] <- q(paste0("(", paste0(W, "*(", F1, ")", collapse = "+"), ")/", sum(W)))
}
measures <- list()
for (k in c("fpc_adjust", "nofpc_average")) { o <- strsplit(k, "_")[[1]]; with_lonely(o[2], {
  S <- svytotal(as.formula(paste("~", paste(c(outer(c("n_", "s_", "r_", "v_"), ITEMS, paste0)), collapse = "+"))), D[[o[1]]])
  C <- svycontrast(S, ex); measures[[k]] <- lapply(setNames(names(ex), names(ex)), function(n) c(coef(C)[[n]], SE(C)[[n]])) }) }
# calibrated designs, by domain
margins <- lapply(setNames(MARG, MARG), function(m) { p <- pop[pop$margin == m, ]; r <- data.frame(factor(p$level, levels = levels(d[[m]])), Freq = p$total); names(r)[1] <- m; r })
ps <- data.frame(district = factor(ps$district, levels = levels(d$district)), gender = factor(ps$gender, levels = levels(d$gender)), Freq = ps$total)
form <- as.formula(paste("~", paste(MARG, collapse = " + ")))
cn <- colnames(model.matrix(form, d)); tt <- setNames(numeric(length(cn)), cn); tt["(Intercept)"] <- sum(margins$gender$Freq)
for (m in MARG) for (j in seq_len(nrow(margins[[m]]))) { k <- paste0(m, margins[[m]][[1]][j]); if (k %in% cn) tt[k] <- margins[[m]]$Freq[j] }
CAL <- list(poststratify = lapply(D, function(x) postStratify(x, ~district + gender, ps)),
            rake = lapply(D, function(x) calibrate(x, form, tt, calfun = "raking", epsilon = 1e-13, maxit = 200)))
weighted <- lapply(CAL, function(X) { out <- list(); for (v in c("field", "district", "gender", "agency_level")) for (l in sort(unique(as.character(d[[v]])))) {
  keep <- as.character(d[[v]]) == l; r <- list(by = v, level = l)
  for (k in c("fpc_adjust", "nofpc_average")) { o <- strsplit(k, "_")[[1]]; with_lonely(o[2], { X1 <- subset(X[[o[1]]], keep)
    a1 <- ratio_of(X1, "n_A1", "v_A1"); c1 <- composites(X1)
    r[[k]] <- list(A1 = unname(a1), access_m1 = c(c1$est[["access_m1"]], c1$se[["access_m1"]]), access_m2 = c(c1$est[["access_m2"]], c1$se[["access_m2"]]),
                   overall_m1 = c(c1$est[["overall_m1"]], c1$se[["overall_m1"]])) }) }
  out[[length(out) + 1]] <- r }; out })
# deff of an item after raking
deff_rake <- with_lonely("adjust", { X <- CAL$rake$fpc; X1 <- X; as.numeric(deff(svymean(~y_O1, X1, na.rm = TRUE, deff = "replace"))) })
write_json_full(list(kind = "more measures", versions = versions(), measures = measures, weighted_domains = weighted, deff_rake_O1 = deff_rake), a[2])
