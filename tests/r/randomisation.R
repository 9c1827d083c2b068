# Redraws within blocks, by coin: Rscript tests/r/randomisation.R writes tests/evaluation/goldens/randomisation.json.
# Seats are as recorded here, since coin permutes within blocks; the extra seat of odd blocks is ours.
library(coin)
library(survival)
library(jsonlite)

drawn <- read.csv("tests/evaluation/data/drawn.csv")
drawn$arm <- factor(drawn$treated, levels = c(1, 0))
drawn$block <- factor(drawn$block)
drawn$clarified <- as.integer(drawn$cause == 1)
drawn$any <- as.integer(drawn$cause > 0)

# How far the treated are from the mean of all draws; coin's log-rank scores have the opposite sign of ours.
told <- function(test, sign) {
  set.seed(1)
  found <- test(approximate(nresample = 400000))
  list(z = sign * as.numeric(statistic(found, "standardized")), p = as.numeric(pvalue(found)))
}

# Log-rank scores within each block, as a transformation of the outcome.
within_block <- function(data) {
  scores <- numeric(nrow(drawn))
  for (one in levels(drawn$block)) {
    own <- drawn$block == one
    scores[own] <- logrank_trafo(Surv(drawn$week[own], drawn$clarified[own]))
  }
  matrix(scores, ncol = 1)
}

goldens <- list(
  log_rank = told(function(d) logrank_test(Surv(week, clarified) ~ arm | block, data = drawn, distribution = d), -1),
  any_cause = told(function(d) logrank_test(Surv(week, any) ~ arm | block, data = drawn, distribution = d), -1),
  stratified = told(function(d) independence_test(Surv(week, clarified) ~ arm | block, data = drawn,
                                                  ytrafo = within_block, distribution = d), -1),
  shares = told(function(d) oneway_test(clarified ~ arm | block, data = drawn, distribution = d), 1),
  means = told(function(d) oneway_test(age ~ arm | block, data = drawn, distribution = d), 1),
  # Events among the treated, and those to be expected, with and without strata.
  observed_less_expected = with(survdiff(Surv(week, clarified) ~ arm, data = drawn), obs[1] - exp[1]),
  observed_less_expected_in_blocks = with(
    survdiff(Surv(week, clarified) ~ arm + strata(block), data = drawn), sum(obs[1, ] - exp[1, ])
  )
)
write_json(goldens, "tests/evaluation/goldens/randomisation.json", auto_unbox = TRUE, digits = NA, pretty = TRUE)
