# Part of check.R: the weighting steps again, each compared with the weights of the run.
#
# Leaves `weighted`: the survey design with the final weights, which carries its calibration;
# `final`: those weights; `history`: what each step did, for variances computed by hand;
# `weigh_again`: the same steps on other design weights, for replicates.

# A margin: the interviews' level of each, and the totals of the levels that occur.
margin_of <- function(step, number) {
  table <- read_table(sprintf("margin-%d-%d.csv", step, number))
  variables <- setdiff(names(table), c("level", "population"))
  level <- level_of(table, variables)
  if (anyNA(level)) stop("an interview has no level in margin-", step, "-", number, ".csv")
  present <- sort(unique(level))
  list(level = factor(level, levels = present), total = as.numeric(table$population)[present])
}

# Indicators of several margins, and the population totals of their columns.
indicators_of <- function(margins) {
  names(margins) <- paste0("margin", seq_along(margins), "_")
  counted <- margins[vapply(margins, function(m) nlevels(m$level) > 1, TRUE)]
  formula <- as.formula(paste("~", paste(c("1", names(counted)), collapse = " + ")))
  data <- if (length(counted)) as.data.frame(lapply(counted, `[[`, "level")) else
    data.frame(none = numeric(rows))
  matrix <- model.matrix(formula, data)
  totals <- c("(Intercept)" = sum(margins[[1]]$total))
  for (name in names(counted)) {
    margin <- counted[[name]]
    totals <- c(totals, setNames(margin$total, paste0(name, levels(margin$level))))
  }
  list(formula = formula, data = data, matrix = matrix, totals = totals[colnames(matrix)])
}

# survey first scales weights that are all more than 20 times too small to their totals, and then
# takes the bounds for ratios to the scaled weights.
keeps_bounds <- function(matrix, weights, bounds, totals) {
  !any(is.finite(unlist(bounds))) || min(totals / colSums(matrix * weights)) <= 20
}

# The ratios of new to old weights: R's own Newton steps, and smaller ones where those fail.
calibration_ratios <- function(matrix, weights, distance, bounds, totals) {
  calfun <- list(linear = cal.linear, raking = cal.raking, logit = cal.logit)[[distance]]
  for (epsilon in if (keeps_bounds(matrix, weights, bounds, totals)) 10^-(13:10)) {
    g <- tryCatch(suppressWarnings(grake(matrix, weights, calfun, bounds = bounds,
      population = totals, epsilon = epsilon, verbose = FALSE, maxit = 100)),
      error = function(e) NULL)
    if (!is.null(g) && is.null(attr(g, "failed"))) return(as.numeric(g))
  }
  eta <- rep(0, ncol(matrix))
  misfit_at <- function(eta) {
    totals - colSums(matrix * weights * (1 + calfun$Fm1(drop(matrix %*% eta), bounds)))
  }
  misfit <- misfit_at(eta)
  for (iteration in 1:500) {
    slope <- calfun$dF(drop(matrix %*% eta), bounds)
    move <- drop(MASS::ginv(crossprod(matrix * weights * slope, matrix)) %*% misfit)
    share <- 1
    repeat {
      moved <- misfit_at(eta + share * move)
      if (all(is.finite(moved)) && sum(moved^2) < sum(misfit^2)) break
      share <- share / 2
      if (share < 1e-12) break
    }
    if (share < 1e-12) break
    eta <- eta + share * move
    misfit <- moved
  }
  if (max(abs(misfit) / (1 + abs(totals))) > 1e-9) stop("a calibration does not meet its totals")
  1 + calfun$Fm1(drop(matrix %*% eta), bounds)
}

# trimWeights(): strict = TRUE of it can go on without end, so its passes are made here.
trimmed <- function(weights, lower, upper, strict) {
  repeat {
    outside <- weights < lower | weights > upper
    if (!any(outside)) return(weights)
    cut <- pmax(lower, pmin(weights, upper))
    cut[!outside] <- cut[!outside] + sum(weights - cut) / sum(!outside)
    weights <- cut
    if (!strict) return(weights)
  }
}

sum_by <- function(values, level, count) {
  sums <- tapply(values, factor(as.integer(level), levels = seq_len(count)), sum)
  ifelse(is.na(sums), 0, as.numeric(sums))
}
or_infinite <- function(text, infinite) if (text == "") infinite else as.numeric(text)

# What each step needs, read once.
prepared <- lapply(seq_len(nrow(steps)), function(i) {
  step <- steps[i, ]
  number <- as.integer(step$step)
  margins <- lapply(seq_len(as.integer(step$margins)), function(m) margin_of(number, m))
  plan <- list(kind = step$kind, name = step$name, margins = margins,
    indicators = if (length(margins)) indicators_of(margins),
    lower = or_infinite(step$lower, -Inf), upper = or_infinite(step$upper, Inf),
    strict = step$strict == "1", relative_to = step$relative_to, sweeps = step$variance == "sweeps",
    distance = if (step$kind == "rake") "raking" else step$method,
    tolerance = or_infinite(step$tolerance, 0))
  if (step$kind == "nonresponse") {
    classes <- read_table(sprintf("classes-%d.csv", number))
    plan$level <- level_of(classes, setdiff(names(classes), c("level", "factor")))
    plan$factor <- as.numeric(classes$factor)
    plan$responding <- sum_by(given(steps$weights[i - 1]), plan$level, nrow(classes))
    cells <- sprintf("sampled-%d.csv", number)
    if (has_table(cells)) plan$sampled <- as.data.frame(lapply(read_table(cells), as.numeric))
  }
  plan
})

# The new weights of one step; `multiplier` is of a replicate, by sampling unit.
weights_after <- function(plan, weights, multiplier = NULL) {
  switch(plan$kind,
    nonresponse = {
      factor <- plan$factor
      if (!is.null(multiplier) && !is.null(plan$sampled)) {
        # The factor keeps its ratio to sampled over responding, which the replicate changes.
        sampled <- function(m) sum_by(plan$sampled$sampled * m[plan$sampled$unit1],
          plan$sampled$level, length(factor))
        whole <- plan$responding / sampled(rep(1, length(multiplier)))
        factor <- factor * whole * sampled(multiplier) /
          sum_by(weights, plan$level, length(factor))
      }
      weights * factor[plan$level]
    },
    poststratify = {
      margin <- plan$margins[[1]]
      weights * (margin$total / sum_by(weights, margin$level, nlevels(margin$level)))[margin$level]
    },
    trim = {
      # Limits that are multiples of a weight follow that of the replicate.
      middle <- list(median = median, mean = mean)[[plan$relative_to]]
      scale <- if (is.null(middle) || is.null(plan$before)) 1 else
        middle(weights) / middle(plan$before)
      trimmed(weights, plan$lower * scale, plan$upper * scale, plan$strict)
    },
    weights * calibration_ratios(plan$indicators$matrix, weights, plan$distance,
      list(lower = plan$lower, upper = plan$upper), plan$indicators$totals))
}

# One step with the functions of survey, so that its variance counts the step.
step_with_survey <- function(design, plan) {
  before <- 1 / design$prob
  if (plan$kind == "poststratify") {
    margin <- plan$margins[[1]]
    design$variables$post <- margin$level
    totals <- data.frame(post = factor(levels(margin$level), levels(margin$level)),
      Freq = margin$total)
    return(postStratify(design, ~post, totals))
  }
  if (plan$kind == "rake" && plan$sweeps) {
    names <- paste0("margin", seq_along(plan$margins), "_")
    totals <- list()
    for (m in seq_along(names)) {
      margin <- plan$margins[[m]]
      design$variables[[names[m]]] <- margin$level
      totals[[m]] <- setNames(data.frame(factor(levels(margin$level), levels(margin$level)),
        margin$total), c(names[m], "Freq"))
    }
    formulas <- lapply(paste("~", names), as.formula)
    return(rake(design, formulas, totals, control = list(maxit = 10000, epsilon = 1e-13)))
  }
  if (plan$kind %in% c("rake", "calibrate")) {
    for (name in names(plan$indicators$data)) {
      design$variables[[name]] <- plan$indicators$data[[name]]
    }
    bounds <- c(plan$lower, plan$upper)
    with <- plan$indicators
    for (epsilon in if (keeps_bounds(with$matrix, before, bounds, with$totals)) 10^-(13:10)) {
      done <- tryCatch(suppressWarnings(calibrate(design, with$formula, with$totals,
        calfun = plan$distance, bounds = bounds,
        epsilon = epsilon, maxit = 100)), error = function(e) NULL)
      if (!is.null(done)) return(done)
    }
  }
  after <- weights_after(plan, before)
  if (plan$kind %in% c("rake", "calibrate")) {
    # What calibrate() leaves in a design, with weights that its plain Newton steps do not reach.
    root <- sqrt(before)
    trace <- list(qr = qr(plan$indicators$matrix * root), w = after / root, stage = 0, index = NULL)
    class(trace) <- c("greg_calibration", "gen_raking")
    design$postStrata <- c(design$postStrata, list(trace))
  }
  design$prob <- 1 / after
  design
}

weighted <- design
history <- list()
allowed <- ALLOWED
compare("weights w0", "design", given("w0"), as.numeric(1 / design$prob))
for (i in seq_along(prepared)[-1]) {
  plan <- prepared[[i]]
  plan$before <- as.numeric(1 / weighted$prob)
  weighted <- step_with_survey(weighted, plan)
  plan$after <- as.numeric(1 / weighted$prob)
  plan$trace <- weighted$postStrata[[length(weighted$postStrata)]]
  history[[length(history) + 1]] <- plan
  # Margins met to a tolerance leave weights that differ by about as much.
  allowed <- max(allowed, 100 * plan$tolerance)
  prepared[[i]]$before <- plan$before
  compare(paste("weights", steps$weights[i]), plan$name, given(steps$weights[i]), plan$after,
    allowed = allowed)
}
final <- as.numeric(1 / weighted$prob)

weigh_again <- function(weights, multiplier) {
  # Units that a replicate leaves out have no part in its weighting.
  keeps <- weights > 0
  for (plan in prepared[-1]) {
    part <- plan
    part$level <- plan$level[keeps]
    part$margins <- lapply(plan$margins, function(m) list(level = m$level[keeps], total = m$total))
    if (!is.null(plan$indicators)) part$indicators$matrix <- plan$indicators$matrix[keeps, ]
    weights[keeps] <- weights_after(part, weights[keeps], multiplier)
  }
  weights
}
