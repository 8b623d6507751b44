# Rscript replicates_api.R OUT.json   -- jackknives of the api data of the survey package (T. Lumley)
suppressMessages(library(survey)); source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "sipas_common.R"))
options(survey.lonely.psu = "fail"); data(api)
se <- function(d, f = ~api00) list(se = as.numeric(SE(svymean(f, d))))
both <- function(design, type) {
  r <- as.svrepdesign(design, type = type); m <- as.svrepdesign(design, type = type, mse = TRUE)
  b <- svyby(~api00, ~stype, r, svymean); bm <- svyby(~api00, ~stype, m, svymean)
  list(scale = r$scale, rscales = I(unique(r$rscales)), est = as.numeric(coef(svymean(~api00, r))), se = as.numeric(SE(svymean(~api00, r))), se_mse = as.numeric(SE(svymean(~api00, m))),
       by_stype = lapply(seq_len(nrow(b)), function(i) list(stype = as.character(b$stype[i]), est = b$api00[i], se = SE(b)[i], se_mse = SE(bm)[i])))
}
J <- list(versions = versions(),
  clus_jk1 = both(svydesign(id = ~dnum, weights = ~pw, data = apiclus1), "JK1"),
  clus_jk1_fpc = both(svydesign(id = ~dnum, weights = ~pw, data = apiclus1, fpc = ~fpc), "JK1"),
  strat_jkn_fpc = both(svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat, fpc = ~fpc), "JKn"))
write_json_full(J, commandArgs(TRUE)[1])
