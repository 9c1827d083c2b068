# Writes tests/evaluation/goldens/rmst.json from tests/evaluation/data/survival.csv: Rscript tests/r/rmst.R
library(survival)
library(jsonlite)

persons <- read.csv("tests/evaluation/data/survival.csv")
persons$any <- persons$ending > 0

arm <- function(treated, tau) {
  fit <- survfit(Surv(week, any) ~ 1, data = persons[persons$treated == treated, ])
  table <- summary(fit, rmean = tau)$table
  list(mean = table[["rmean"]], standard_error = table[["se(rmean)"]])
}
# As survRM2::rmst2 puts the arms together.
compared <- function(tau) {
  one <- arm(1, tau)
  two <- arm(0, tau)
  z <- qnorm(0.975)
  gap <- one$mean - two$mean
  gap_error <- sqrt(one$standard_error^2 + two$standard_error^2)
  ratio <- log(one$mean / two$mean)
  ratio_error <- sqrt((one$standard_error / one$mean)^2 + (two$standard_error / two$mean)^2)
  list(
    tau = tau, treated = one, control = two,
    difference = c(gap, gap - z * gap_error, gap + z * gap_error, 2 * pnorm(-abs(gap / gap_error))),
    ratio = c(exp(ratio + c(0, -z, z) * ratio_error), 2 * pnorm(-abs(ratio / ratio_error)))
  )
}
write_json(
  lapply(c(26, 52, 60.5, 104), compared),
  "tests/evaluation/goldens/rmst.json", digits = NA, auto_unbox = TRUE
)
