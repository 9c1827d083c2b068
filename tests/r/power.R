# Power: Rscript tests/r/power.R writes tests/evaluation/goldens/power.json.
library(jsonlite)
library(survival)

shares <- function(n, p1, p2) power.prop.test(n = n, p1 = p1, p2 = p2)$power
size <- function(p1, p2, power) power.prop.test(p1 = p1, p2 = p2, power = power, tol = 1e-12)$n
detect <- function(n, p1, power) power.prop.test(n = n, p1 = p1, power = power, tol = 1e-12)$p2

drawn <- read.csv("tests/evaluation/data/drawn.csv")
drawn$clarified <- as.integer(drawn$cause == 1)

goldens <- list(
  # Shares in control and among the treated, persons in each arm: the plan of VIVE19, 7.4, first.
  power = list(
    c(0.10, 0.25, 100, shares(100, 0.10, 0.25)), c(0.10, 0.20, 100, shares(100, 0.10, 0.20)),
    c(0.10, 0.25, 109, shares(109, 0.10, 0.25)), c(0.50, 0.35, 60, shares(60, 0.50, 0.35)),
    c(0.02, 0.05, 300, shares(300, 0.02, 0.05))
  ),
  size = list(
    c(0.10, 0.25, 0.8, size(0.10, 0.25, 0.8)), c(0.10, 0.20, 0.8, size(0.10, 0.20, 0.8)),
    c(0.10, 0.20, 0.9, size(0.10, 0.20, 0.9)), c(0.60, 0.50, 0.8, size(0.60, 0.50, 0.8))
  ),
  detectable = list(
    c(0.10, 100, 0.8, detect(100, 0.10, 0.8)), c(0.10, 109, 0.8, detect(109, 0.10, 0.8)),
    c(0.30, 50, 0.9, detect(50, 0.30, 0.9))
  ),
  # For the simulated trials: chi-square of the log-rank, of all together and within the draws.
  log_rank = survdiff(Surv(week, clarified) ~ treated, data = drawn)$chisq,
  log_rank_in_blocks = survdiff(Surv(week, clarified) ~ treated + strata(block), data = drawn)$chisq
)
write_json(goldens, "tests/evaluation/goldens/power.json", auto_unbox = TRUE, digits = NA, pretty = TRUE)
