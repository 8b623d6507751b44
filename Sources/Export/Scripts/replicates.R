# Part of check.R: variances from replicates. Leaves `replicates`: the whole weights of every
# replicate, their scales, and degrees of freedom where the survey gives them.

first_stage <- c(list(ids = ~unit1, weights = ~w0, data = frame, nest = TRUE),
  if (has_population) list(fpc = ~population1))
jackknife <- function(is_whole) {
  if (is_whole) first_stage$fpc <- NULL
  if (setting("variance") == "jkn") {
    return(as.svrepdesign(do.call(svydesign, c(first_stage, list(strata = ~stratum))),
      type = "JKn"))
  }
  # JK1 takes the strata together; only a sample of one stratum has one population.
  if (length(unique(frame$stratum)) > 1) first_stage$fpc <- NULL
  as.svrepdesign(do.call(svydesign, first_stage), type = "JK1")
}

# Columns of a table of replicates, in the order of the interviews.
table_of_replicates <- function() {
  table <- read_table("replicates.csv")
  key <- if (setting("replicate_content") == "psu-multipliers") frame$unit1 else frame$row
  numbers <- vapply(table[-1], as.numeric, numeric(nrow(table)))
  matrix(numbers, nrow(table))[match(key, as.numeric(table[[1]])), , drop = FALSE]
}

replicates <- local({
  df <- as.numeric(setting("replicate_df"))
  if (setting("variance") %in% c("jkn", "jk1")) {
    # survey refuses a jackknife where all units of all strata were sampled: its variance is 0.
    sampled <- ave(frame$unit1, frame$stratum, FUN = function(units) length(unique(units)))
    is_whole <- has_population && all(frame$population1 <= sampled)
    made <- jackknife(is_whole)
    multipliers <- matrix(as.numeric(weights(made, "replication")), rows)
    scale <- if (is_whole) 0 else made$scale
    rscales <- rep_len(made$rscales, ncol(multipliers))
    content <- "psu-multipliers"
  } else {
    multipliers <- table_of_replicates()
    scale <- as.numeric(setting("replicate_scale"))
    rscales <- as.numeric(read_table("replicate-scales.csv")$rscale)
    content <- setting("replicate_content")
    if (is.na(df) && content != "psu-multipliers") df <- ncol(multipliers) - 1
  }
  units <- !duplicated(frame$unit1)
  of_unit <- function(column) column[units][order(frame$unit1[units])]
  whole <- switch(content,
    "weights" = multipliers,
    "multipliers" = multipliers * final,
    # The weighting is repeated in every replicate.
    apply(multipliers, 2, function(m) weigh_again(frame$w0 * m, of_unit(m))))
  list(weights = matrix(whole, rows), scale = scale, rscales = rscales, df = df)
})

# The variances of figures in a domain; NA where a replicate has no figure.
replicate_variances <- function(figures, inside) {
  part <- replicates$weights[inside, , drop = FALSE]
  x <- crossprod(X[inside, , drop = FALSE], part)
  y <- crossprod(Y[inside, , drop = FALSE], part)
  w <- final[inside]
  whole_x <- crossprod(X[inside, , drop = FALSE], w)
  whole_y <- crossprod(Y[inside, , drop = FALSE], w)
  vapply(figures, function(figure) {
    estimates <- value_in_replicates(figure, x, y, whole_x, whole_y)
    if (anyNA(estimates[replicates$rscales > 0])) {
      lost <<- lost + 1
      return(NA_real_)
    }
    drop(svrVar(matrix(estimates), replicates$scale, replicates$rscales,
      mse = setting("centre") == "estimate", coef = value_of(figure, whole_x, whole_y)))
  }, 0)
}
