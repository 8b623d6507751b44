# Rscript check.R
#
# Computes every figure of expected.csv again with R's package survey (4.1 or newer) and compares.
# Prints what was compared and each difference above 1e-8; exit code 1 when there is one.
# This program is the same for every survey: all it knows of a survey stands in the tables beside it.

argument <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1])
here <- dirname(gsub("~+~", " ", argument, fixed = TRUE))
suppressMessages(library(survey))
if (packageVersion("survey") < "4.1") stop("the package survey must be 4.1 or newer")
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(survey.adjust.domain.lonely = FALSE, warn = 1)
ALLOWED <- 1e-8

# ------------------------------------------------------------------ tables
# Everything is read as text: a code may be 01, NA, T or 1e5.
read_table <- function(name) {
  read.csv(file.path(here, name), colClasses = "character", na.strings = character(0),
    encoding = "UTF-8", check.names = FALSE, strip.white = FALSE)
}
has_table <- function(name) file.exists(file.path(here, name))
settings <- with(read_table("settings.csv"), setNames(value, setting))
setting <- function(name) settings[[name]]
if (setting("format") != "1") stop("this check.R reads format 1 of the tables")
columns <- read_table("columns.csv")
codes <- read_table("codes.csv")
index <- read_table("index.csv")
steps <- read_table("steps.csv")
expected <- read_table("expected.csv")
interviews <- read_table("interviews.csv")
rows <- nrow(interviews)
given <- function(name) as.numeric(interviews[[name]])

# The number of each interview's level in a table of levels; NA where it has none.
level_of <- function(levels, variables) {
  key <- function(table) {
    do.call(paste, lapply(variables, function(v) {
      match(table[[v]], unique(c(levels[[v]], interviews[[v]])))
    }))
  }
  match(key(interviews), key(levels))
}

# ----------------------------------------------------------------- compare
compared <- list()
# Keeps pairs of numbers; what is below `floor` counts as the size of the floor.
compare <- function(kind, place, ours, theirs, floor = 0, allowed = ALLOWED) {
  size <- pmax(abs(ours), abs(theirs), floor)
  difference <- ifelse(size == 0, 0, abs(ours - theirs) / size)
  difference[is.na(ours) & is.na(theirs)] <- 0
  difference[is.na(ours) != is.na(theirs)] <- Inf
  compared[[length(compared) + 1]] <<- data.frame(kind = kind, place = place, ours = ours,
    r = theirs, difference = difference, allowed = allowed, stringsAsFactors = FALSE)
}

print_comparison <- function() {
  all <- do.call(rbind, compared)
  cat(sprintf("%-28s %9s  %-22s\n", "compared", "numbers", "largest difference"))
  for (kind in unique(all$kind)) {
    of <- all[all$kind == kind, ]
    cat(sprintf("%-28s %9d  %-22.3g\n", kind, nrow(of), max(of$difference)))
  }
  wrong <- all[all$difference > all$allowed, ]
  for (i in seq_len(nrow(wrong))) {
    cat(sprintf("DIFFERS %s, %s: sipas %.17g, R %.17g, relative difference %.3g\n",
      wrong$kind[i], wrong$place[i], wrong$ours[i], wrong$r[i], wrong$difference[i]))
  }
  cat(sprintf("%d of %d numbers differ.\n", nrow(wrong), nrow(all)))
  sentence <- if (nrow(wrong) == 0) {
    "Kết quả: mọi con số tính lại bằng R đều khớp."
  } else {
    sprintf("Kết quả: có %d con số tính lại bằng R không khớp.", nrow(wrong))
  }
  writeLines(sentence, useBytes = TRUE)
  nrow(wrong) == 0
}

# ------------------------------------------------------------------ design
options(survey.lonely.psu = setting("single_psu"))
frame <- data.frame(row = seq_len(rows), stratum = given("stratum"), w0 = given("w0"))
stages <- as.integer(setting("stages"))
has_population <- any(interviews$population1 != "")
# Later stages count only where the stage above has a population.
stages <- if (has_population) stages else 1L
for (stage in seq_len(stages)) {
  frame[[paste0("unit", stage)]] <- given(paste0("unit", stage))
  population <- given(paste0("population", stage))
  frame[[paste0("population", stage)]] <- ifelse(is.na(population), Inf, population)
}
sum_of <- function(name) {
  as.formula(paste("~", paste0(name, seq_len(stages), collapse = " + ")))
}
make_design <- function(frame, weights = ~w0) {
  svydesign(ids = sum_of("unit"), strata = ~stratum, weights = weights, data = frame,
    fpc = if (has_population) sum_of("population") else NULL, nest = TRUE)
}
design <- make_design(frame)

cat(sprintf("%s: %d interviews, %d strata, %d sampling units; %s; R %s, survey %s\n",
  enc2utf8(setting("survey")), rows, length(unique(frame$stratum)), length(unique(frame$unit1)),
  setting("program"), getRversion(), packageVersion("survey")))
source(file.path(here, "weighting.R"))
source(file.path(here, "figures.R"))
if (!print_comparison()) quit(status = 1)
