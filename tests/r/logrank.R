# Writes tests/evaluation/goldens/logrank.json from tests/evaluation/data/survival.csv: Rscript tests/r/logrank.R
library(survival)
library(jsonlite)

persons <- read.csv("tests/evaluation/data/survival.csv")
persons$any <- persons$ending > 0
persons$cause <- persons$ending == 2

told <- function(fit) {
  sums <- function(x) if (is.matrix(x)) rowSums(x) else x
  degrees <- sum(sums(fit$exp) > 0) - 1
  list(
    observed = unname(sums(fit$obs)), expected = unname(sums(fit$exp)), statistic = fit$chisq,
    degrees = degrees, p = pchisq(fit$chisq, degrees, lower.tail = FALSE)
  )
}
# survdiff knows no left truncation. Mantel's test is the same with every event time a stratum, and in it all who
# are under observation just then: each of them has the event at once or not.
moments <- function(event) {
  one <- function(at) {
    there <- persons[persons$entry < at & at <= persons$week, ]
    there$now <- there[[event]] & there$week == at
    there$at <- at
    there$once <- 1
    there
  }
  do.call(rbind, lapply(sort(unique(persons$week[persons[[event]]])), one))
}
any <- moments("any")
cause <- moments("cause")
write_json(
  list(
    arms = told(survdiff(Surv(week, any) ~ treated, persons)),
    ages = told(survdiff(Surv(week, any) ~ age_group, persons)),
    arms_in_blocks = told(survdiff(Surv(week, any) ~ treated + strata(block), persons)),
    ages_in_blocks = told(survdiff(Surv(week, any) ~ age_group + strata(block), persons)),
    arms_by_cause = told(survdiff(Surv(week, cause) ~ treated + strata(block), persons)),
    arms_entry = told(survdiff(Surv(once, now) ~ treated + strata(at), any)),
    ages_entry = told(survdiff(Surv(once, now) ~ age_group + strata(at), any)),
    arms_entry_in_blocks = told(survdiff(Surv(once, now) ~ treated + strata(at, block), any)),
    ages_entry_by_cause = told(survdiff(Surv(once, now) ~ age_group + strata(at, block), cause))
  ),
  "tests/evaluation/goldens/logrank.json", digits = NA, auto_unbox = TRUE
)
