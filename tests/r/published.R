# What R makes of tables and sizes as they are printed: goldens for tests/evaluation/published.
# Rscript tests/r/published.R (from the root of the repository)
library(jsonlite)

chi <- function(rows) {
  table <- do.call(rbind, rows)
  plain <- suppressWarnings(chisq.test(table, correct = FALSE))
  yates <- suppressWarnings(chisq.test(table, correct = TRUE))
  list(
    table = rows, statistic = unname(plain$statistic), degrees = unname(plain$parameter),
    p = plain$p.value, corrected = unname(yates$statistic), corrected_p = yates$p.value
  )
}

power <- function(one, other, per_group) {
  found <- power.prop.test(n = per_group, p1 = one, p2 = other, sig.level = 0.05)
  list(one = one, other = other, per_group = per_group, power = found$power)
}

detectable <- function(one, per_group, power) {
  found <- power.prop.test(n = per_group, p1 = one, power = power, sig.level = 0.05, tol = 1e-12)
  list(one = one, per_group = per_group, power = power, other = found$p2)
}

wald <- function(m, s) {
  z <- qnorm(0.975)
  list(ratio = exp(m), low = exp(m - z * s), high = exp(m + z * s), p = 2 * pnorm(-abs(m) / s))
}

write_json(
  list(
    chi = list(
      chi(list(c(7, 5), c(18, 10), c(84, 94))),
      chi(list(c(106, 95), c(3, 14))),
      chi(list(c(1, 1), c(2, 1))),
      chi(list(c(12, 5, 7), c(9, 11, 3)))
    ),
    power = list(power(0.1, 0.25, 100), power(0.1, 0.2, 100), power(0.5, 0.3, 20)),
    detectable = list(detectable(0.1, 100, 0.8), detectable(0.3, 40, 0.9)),
    wald = list(wald(log(1.74), 0.33), wald(log(0.62), 0.21), wald(log(1.02), 0.4))
  ),
  "tests/evaluation/goldens/published.json", digits = NA, auto_unbox = TRUE, pretty = TRUE
)
