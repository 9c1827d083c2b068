# Writes tests/evaluation/goldens/survival.json from tests/evaluation/data/survival.csv: Rscript tests/r/survival.R
library(survival)
library(jsonlite)

persons <- read.csv("tests/evaluation/data/survival.csv")
persons$any <- persons$ending > 0

told <- function(fit) {
  steps <- summary(fit)
  middle <- summary(fit)$table
  list(
    time = steps$time, at_risk = steps$n.risk, events = steps$n.event, share = steps$surv,
    standard_error = steps$std.err, low = steps$lower, high = steps$upper,
    median = unname(middle[c("median", "0.95LCL", "0.95UCL")])
  )
}
curve <- function(formula, among, level = 0.95) {
  survfit(formula, data = among, conf.type = "log-log", conf.int = level)
}
treated <- subset(persons, treated == 1)
control <- subset(persons, treated == 0)
curves <- list(
  treated = told(curve(Surv(week, any) ~ 1, treated)),
  control = told(curve(Surv(week, any) ~ 1, control)),
  treated_entry = told(curve(Surv(entry, week, any) ~ 1, treated)),
  control_entry = told(curve(Surv(entry, week, any) ~ 1, control)),
  oldest = told(curve(Surv(week, any) ~ 1, subset(persons, age_group == 3)))
)
at <- c(13, 26, 52, 78, 104)
# R gives the number at risk of its next step, which counts those who come in meanwhile: so it is counted here.
there <- function(entry) sapply(at, function(time) sum(entry < time & time <= treated$week))
read <- function(formula, entry) {
  found <- summary(curve(formula, treated), times = at)
  list(time = at, at_risk = there(entry), share = found$surv, low = found$lower, high = found$upper)
}
ninety <- summary(curve(Surv(week, any) ~ 1, treated, 0.9))
write_json(
  list(
    curves = curves,
    readings = list(
      plain = read(Surv(week, any) ~ 1, 0), entry = read(Surv(entry, week, any) ~ 1, treated$entry)
    ),
    ninety = list(low = ninety$lower, high = ninety$upper)
  ),
  "tests/evaluation/goldens/survival.json", digits = NA, auto_unbox = TRUE, na = "null"
)
