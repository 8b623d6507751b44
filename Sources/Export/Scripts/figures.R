# Part of check.R: every figure of the run again, with its error and interval.

# ----------------------------------------------------------------- answers
# By column: is the answer valid, and its value (1 or 0 for a share).
item_columns <- columns$column[columns$role == "item"]
item_of_id <- setNames(item_columns, columns$id[columns$role == "item"])
item_measure <- setting("item_measure")
is_share <- item_measure == "satisfied-share"

answers_of <- function(column) {
  list <- codes[codes$column == column & codes$missing == "", ]
  position <- match(interviews[[column]], list$code)
  satisfied <- as.numeric(list$satisfied)
  score <- as.numeric(list$score)
  value <- switch(item_measure,
    "satisfied-share" = satisfied,
    "mean-score" = score,
    "mean-score-0-100" = (score - min(score)) / (max(score) - min(score)))
  range <- if (item_measure == "mean-score") range(score) else c(0, 1)
  valid <- !is.na(position)
  list(x = as.numeric(valid), y = ifelse(valid, value[position], 0), range = range,
    satisfied = ifelse(valid, satisfied[position], 1))
}
answers <- lapply(setNames(item_columns, item_columns), answers_of)

# People all of whose valid answers to these items are satisfied.
fully_satisfied <- function(items) {
  valid <- Reduce(pmax, lapply(answers[items], `[[`, "x"))
  list(x = valid, y = valid * Reduce(pmin, lapply(answers[items], `[[`, "satisfied")),
    range = c(0, 1), satisfied = NULL)
}

# ----------------------------------------------------------------- figures
# A figure is a mean of parts; a part is a ratio of sums over columns, or again a figure.
ratio <- function(columns) list(type = "ratio", columns = columns)
mean_of <- function(parts, weights = rep(1, length(parts))) {
  list(type = "mean", parts = parts, weights = weights)
}
factors <- unique(index$factor)
items_of <- function(factor) index$column[index$factor == factor]
person <- character(0)
add_person <- function(name, items) {
  answers[[name]] <<- fully_satisfied(items)
  person <<- c(person, name)
  ratio(name)
}
factor_figure <- function(factor) {
  items <- items_of(factor)
  switch(setting("factor_measure"),
    "mean-of-items" = mean_of(lapply(items, ratio)),
    "pooled-answers" = ratio(items),
    "item" = ratio(index$column[index$factor == factor & index$stands_for_factor == "1"]),
    "fully-satisfied" = add_person(paste0("person:", factor), items))
}
factor_figures <- lapply(setNames(factors, factors), factor_figure)
overall_figure <- switch(setting("overall_measure"),
  "mean-of-factors" = mean_of(factor_figures),
  "weighted" = mean_of(factor_figures,
    as.numeric(index$weight[match(factors, index$factor)])),
  "mean-of-items" = mean_of(lapply(index$column, ratio)),
  "pooled-answers" = ratio(index$column),
  "fully-satisfied" = add_person("person:", unique(index$column)))
figure_of <- function(kind, id) {
  switch(kind, item = ratio(item_of_id[[id]]), factor = factor_figures[[id]],
    overall = overall_figure)
}
columns_of <- function(figure) {
  if (figure$type == "ratio") figure$columns else unlist(lapply(figure$parts, columns_of))
}
X <- vapply(answers, `[[`, numeric(rows), "x")
Y <- vapply(answers, `[[`, numeric(rows), "y")
ranges <- vapply(answers, `[[`, numeric(2), "range")

# A figure at sums x and y of the columns (rows: columns, columns: replicates); NA without answers.
value_of <- function(figure, x, y) {
  if (figure$type == "ratio") {
    below <- colSums(x[figure$columns, , drop = FALSE])
    return(ifelse(below > 0, colSums(y[figure$columns, , drop = FALSE]) / below, NA))
  }
  parts <- do.call(rbind, lapply(figure$parts, value_of, x, y))
  weights <- figure$weights * !is.na(parts)
  total <- colSums(weights)
  ifelse(total > 0, colSums(ifelse(is.na(parts), 0, parts) * figure$weights) / total, NA)
}
complete <- function(figure, x) {
  if (figure$type == "ratio") return(all(x[figure$columns, 1] > 0))
  all(vapply(figure$parts, complete, TRUE, x))
}
# A figure in replicates: of a mean the parts that the whole sample has, so that one which a
# replicate lacks leaves no figure there.
value_in_replicates <- function(figure, x, y, whole_x, whole_y) {
  if (figure$type == "ratio") return(value_of(figure, x, y))
  there <- which(vapply(figure$parts, function(p) !is.na(value_of(p, whole_x, whole_y)), TRUE))
  parts <- do.call(rbind, lapply(figure$parts[there], value_in_replicates, x, y, whole_x, whole_y))
  colSums(parts * figure$weights[there]) / sum(figure$weights[there])
}
# How a figure moves with the sums: its influence is sum(cy * y) + sum(cx * x).
slopes <- function(figure, x, y) {
  cx <- cy <- setNames(numeric(nrow(x)), rownames(x))
  if (figure$type == "ratio") {
    below <- sum(x[figure$columns, 1])
    if (below > 0) for (column in figure$columns) {
      cy[column] <- cy[column] + 1 / below
      cx[column] <- cx[column] - sum(y[figure$columns, 1]) / below^2
    }
    return(list(cx = cx, cy = cy))
  }
  there <- vapply(figure$parts, function(p) !is.na(value_of(p, x, y)), TRUE)
  for (i in which(there)) {
    part <- slopes(figure$parts[[i]], x, y)
    share <- figure$weights[i] / sum(figure$weights[there])
    cx <- cx + share * part$cx
    cy <- cy + share * part$cy
  }
  list(cx = cx, cy = cy)
}

# --------------------------------------------------------------- variances
# With one calibration survey undoes it itself. After several, and for nonresponse factors that
# count as estimated, its functions have no counterpart: the residuals are taken here, the last
# step first (docs/methods.md of sipas).
calibrations <- vapply(history, function(p) p$kind %in% c("poststratify", "rake", "calibrate"),
  TRUE)
estimated <- vapply(history, function(p) !is.null(p$sampled), TRUE)
by_hand <- sum(calibrations) > 1 || any(estimated)

residual_totals <- function(influence) {
  trimmed_share <- rep(1, rows)
  sampled_people <- 0
  for (plan in rev(history)) {
    if (plan$kind %in% c("rake", "calibrate", "poststratify") && !plan$sweeps) {
      root <- sqrt(plan$before)
      fit <- qr(plan$indicators$matrix * root)
      influence <- qr.resid(fit, influence * root) / root
    } else if (plan$kind == "rake") {
      x <- influence * plan$after
      for (sweep in 1:10) for (margin in plan$trace) {
        v <- attr(margin, "weights")
        x <- x - v * apply(x / v, 2, ave, margin)
      }
      influence <- x / plan$after
    } else if (plan$kind == "nonresponse" && !is.null(plan$sampled)) {
      means <- rowsum(influence * plan$before, plan$level) / drop(rowsum(plan$before, plan$level))
      # Sampled people stand in their sampling unit, shared out over its respondents by weight.
      cells <- plan$sampled[plan$sampled$unit1 %in% frame$unit1, ]
      of_unit <- rowsum(means[match(cells$level, rownames(means)), , drop = FALSE] *
        cells$sampled, cells$unit1)
      share <- final / trimmed_share
      share <- share / ave(share, frame$unit1, FUN = sum)
      sampled_people <- of_unit[match(frame$unit1, rownames(of_unit)), , drop = FALSE] * share
      sampled_people[is.na(sampled_people)] <- 0
      influence <- influence - means[match(plan$level, rownames(means)), , drop = FALSE]
    } else {
      share <- plan$after / plan$before
      influence <- influence * share
      trimmed_share <- trimmed_share * share
    }
  }
  influence * final / trimmed_share + sampled_people
}

variances_by_hand <- function(influence) {
  diag(as.matrix(svyrecvar(residual_totals(influence), design$cluster, design$strata, design$fpc)))
}

# Figures that some replicate lacks.
lost <- 0
replicates <- NULL
if (setting("variance") != "taylor") source(file.path(here, "replicates.R"))

variances <- function(inside, part, influence) {
  if (by_hand) return(variances_by_hand(influence))
  used <- if (is.null(part$variables$row)) inside else part$variables$row
  diag(as.matrix(vcov(svytotal(influence[used, , drop = FALSE], part))))
}

# Where all sampling units of the population of a domain's strata are in the sample and nothing is
# known of the units within, what error there is lies within the units. survey prints 0 for it, or
# what a calibration leaves outside the domain; sipas gives no error.
unseen <- 0
all_units_sampled <- local({
  sampled <- ave(frame$unit1, frame$stratum, FUN = function(units) length(unique(units)))
  population <- given("population1")
  !is.na(population) & (population - sampled) / population < 1e-7
})
units_hide_errors <- length(unique(frame$unit1)) < rows &&
  (setting("variance") %in% c("jkn", "jk1") || setting("variance") == "taylor" && stages == 1)

# --------------------------------------------------------------- intervals
alpha <- 1 - as.numeric(setting("level"))
interval <- function(method, p, se, df, n, range) {
  none <- c(NA, NA)
  if (is.na(p) || is.na(se) || is.na(df) || df < 1) return(none)
  t <- qt(1 - alpha / 2, df)
  if (method == "wald-t") return(pmin(pmax(p + c(-1, 1) * t * se, range[1]), range[2]))
  if (p <= 0 || p >= 1 || se <= 0) return(none)
  if (method == "logit") return(plogis(qlogis(p) + c(-1, 1) * t * se / (p * (1 - p))))
  if (n < 2) return(none)
  # Korn and Graubard's effective number of answers, as in svyciprop(method = "beta").
  effective <- p * (1 - p) / se^2 * (qt(alpha / 2, n - 1) / t)^2
  if (method == "beta") {
    return(c(qbeta(alpha / 2, effective * p, effective * (1 - p) + 1),
      qbeta(1 - alpha / 2, effective * p + 1, effective * (1 - p))))
  }
  as.numeric(suppressWarnings(prop.test(effective * p, effective, correct = FALSE,
    conf.level = 1 - alpha))$conf.int)
}

# ----------------------------------------------------------------- domains
pairs <- grep("^variable[0-9]+$", names(expected), value = TRUE)
code_columns <- sub("variable", "code", pairs)
domain_key <- if (length(pairs)) {
  do.call(paste, c(lapply(expected[c(pairs, code_columns)], function(v) match(v, unique(v)))))
} else rep("", nrow(expected))
unit <- if (item_measure == "mean-score") 1 else 100
# A satisfied share stays a share whatever the measure of the items.
unit_of <- function(figure) if (all(columns_of(figure) %in% person)) 100 else unit
shown <- expected$flag != "suppressed" | expected$df != ""
hidden <- sum(!shown)
value_in <- function(name, row) as.numeric(expected[[name]][row])

check_domain <- function(which) {
  first <- expected[which[1], ]
  inside <- rep(TRUE, rows)
  place <- "all"
  terms <- which(unlist(first[pairs]) != "")
  for (term in terms) {
    inside <- inside & interviews[[first[[pairs[term]]]]] == first[[code_columns[term]]]
  }
  if (length(terms)) {
    place <- paste0(unlist(first[pairs])[terms], "=", unlist(first[code_columns])[terms],
      collapse = ", ")
  }
  w <- final * inside
  x <- matrix(colSums(X * w), dimnames = list(colnames(X), NULL))
  y <- matrix(colSums(Y * w), dimnames = list(colnames(Y), NULL))
  figures <- Map(figure_of, expected$kind[which], expected$id[which])
  made <- vapply(figures, function(f) !is.na(value_of(f, x, y)), TRUE)
  part <- subset(weighted, inside)
  df <- if (any(inside)) {
    nrow(unique(frame[inside, c("stratum", "unit1")])) - length(unique(frame$stratum[inside]))
  } else 0
  variance <- rep(NA_real_, length(which))
  influence <- NULL
  if (any(made)) {
    slope <- lapply(figures[made], slopes, x, y)
    influence <- (Y %*% vapply(slope, `[[`, numeric(nrow(x)), "cy") +
      X %*% vapply(slope, `[[`, numeric(nrow(x)), "cx")) * inside
    variance[made] <- if (is.null(replicates)) variances(inside, part, influence) else
      replicate_variances(figures[made], inside)
    if (units_hide_errors && all(all_units_sampled[inside])) {
      unseen <<- unseen + sum(made)
      variance[made] <- NA
    }
  }
  if (!is.null(replicates) && !is.na(replicates$df)) df <- replicates$df
  position <- cumsum(made)
  for (k in seq_along(which)) {
    row <- which[k]
    name <- sprintf("%s %s, %s", expected$kind[row], expected$id[row], place)
    check_figure(row, name, figures[[k]], x, y, inside, w, df, variance[k],
      if (made[k]) influence[, position[k]], if (made[k]) largest_influence(slope[[position[k]]]))
  }
}

# The largest influence that any answers could have.
largest_influence <- function(slope) {
  sum(pmax(abs(slope$cx + slope$cy * ranges[1, ]), abs(slope$cx + slope$cy * ranges[2, ])))
}

check_figure <- function(row, name, figure, x, y, inside, w, df, variance, influence, largest) {
  used <- unique(columns_of(figure))
  unit <- unit_of(figure)
  range <- range(ranges[, used])
  width <- diff(range)
  kind <- expected$kind[row]
  p <- value_of(figure, x, y)
  answered <- rowSums(X[, used, drop = FALSE] > 0) > 0 & inside
  n <- sum(answered)
  compare(paste(kind, "n"), name, value_in("n", row), n)
  compare(paste(kind, "df"), name, value_in("df", row), df)
  compare(paste(kind, "complete"), name, value_in("complete", row),
    as.numeric(n > 0 && complete(figure, x)))
  compare(paste(kind, "estimate"), name, value_in("estimate", row), p * unit)
  if (is.na(p)) return(invisible())
  se <- sqrt(max(variance, 0))
  ours <- value_in("se", row) / unit
  # What rounding leaves of an error of 0.
  if (!is.na(se) && se < (if (ours %in% 0) 1e-9 else 1e-11) * width) se <- 0
  # Without degrees of freedom sipas has no error; survey gives what little it has, or 0.
  if (is.na(ours) && df < 1) se <- NA
  if (is.nan(se)) se <- NA
  compare(paste(kind, "se"), name, ours * unit, se * unit, floor = 1e-5 * width * unit,
    allowed = allowed)
  method <- expected$interval[row]
  ends <- interval(method, p, se, df, n, range)
  for (end in 1:2) {
    compare(paste(kind, c("lower", "upper")[end]), name, value_in(c("lower", "upper")[end], row),
      ends[end] * unit, floor = 1e-3 * width * unit, allowed = allowed)
  }
  if (is.na(se)) return(invisible())
  # Variance of a simple random sample of the same size: an item's answers, an index's interviews.
  if (length(columns_of(figure)) == 1) {
    size <- n
    weight <- sum(w * X[, used])
    squares <- sum(w * Y[, used]^2) / weight
    simple <- (squares - p^2) / (n - 1)
    rounding <- 1e-14 * squares
    # The spread of answers that hardly differ is a small difference of large sums.
    allowed <- max(allowed, 1e-12 * width^2 / (simple * (n - 1)), na.rm = TRUE)
  } else {
    size <- sum(inside)
    weight <- sum(w)
    simple <- weight * sum(w * influence^2) / (size - 1)
    rounding <- 1e-22 * width^2
    # sipas adds these squares as whole numbers: 61 bits hold the survey's largest weight times the
    # square of the largest influence that any answers could have, for all interviews.
    unit_of_sum <- max(final) * largest^2 * 2^(ceiling(log2(rows + 1)) - 61)
    allowed <- max(allowed, size * unit_of_sum / sum(w * influence^2), na.rm = TRUE)
  }
  # What rounding leaves where everybody answered alike.
  if (!is.finite(simple) || simple * (size - 1) < rounding) simple <- NA
  compare(paste(kind, "deff"), name, value_in("deff", row), se^2 / simple, floor = 1e-3,
    allowed = allowed)
  if (any(expected$deff_wor != "")) {
    compare(paste(kind, "deff_wor"), name, value_in("deff_wor", row),
      if (weight > size) se^2 / (simple * (weight - size) / weight) else NA, floor = 1e-3,
      allowed = allowed)
  }
}

for (which in split(which(shown), factor(domain_key[shown], unique(domain_key[shown])))) {
  check_domain(which)
}
if (hidden > 0) cat(sprintf("%d suppressed figures are not compared.\n", hidden))
if (unseen > 0) {
  cat(sprintf("%d figures have no error: every unit of their strata was sampled (R: about 0).\n",
    unseen))
}
if (lost > 0) {
  cat(sprintf("%d figures have no error: they do not exist in some replicate (R drops those).\n",
    lost))
}
