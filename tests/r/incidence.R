# Writes tests/evaluation/goldens/incidence.json from tests/evaluation/data/survival.csv: Rscript tests/r/incidence.R
library(cmprsk)
library(survival)
library(jsonlite)

persons <- read.csv("tests/evaluation/data/survival.csv")
# Among them weeks in which some end and others are last seen.
at <- c(5, 13, 26, 39, 53, 78, 97, 105)

# cmprsk gives no intervals: the scale log(-log) is that of survival, the variance that of cmprsk.
interval <- function(share, variance, level) {
  survival:::survfit_confint(share, sqrt(variance), logse = FALSE, conf.type = "log-log", conf.int = level)
}
found <- timepoints(cuminc(persons$week, persons$ending, persons$treated), at)
shares <- list()
gaps <- list()
for (cause in 1:3) {
  of <- function(arm, what) unname(found[[what]][paste(arm, cause), ])
  for (arm in 0:1) {
    share <- of(arm, "est")
    variance <- of(arm, "var")
    shares[[length(shares) + 1]] <- c(
      list(treated = arm == 1, cause = cause, share = share, variance = variance),
      interval(share, variance, 0.95)
    )
  }
  gap <- of(1, "est") - of(0, "est")
  error <- sqrt(of(1, "var") + of(0, "var"))
  gaps[[cause]] <- list(cause = cause, gap = gap, standard_error = error, p = 2 * pnorm(-abs(gap / error)))
}
write_json(
  list(at = at, shares = shares, gaps = gaps),
  "tests/evaluation/goldens/incidence.json", digits = NA, auto_unbox = TRUE, na = "null"
)
