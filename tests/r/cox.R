# Writes tests/evaluation/goldens/cox.json from tests/evaluation/data/cox.csv: Rscript tests/r/cox.R
library(survival)
library(jsonlite)

persons <- read.csv("tests/evaluation/data/cox.csv")
persons$any <- persons$ending > 0
persons$job <- persons$ending == 1
# Until nothing moves that R can tell, so that the goldens carry all their digits.
exact <- coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 50)
fitted <- function(formula, ties) coxph(formula, persons, ties = ties, control = exact)

models <- list()
for (ties in c("efron", "breslow")) {
  models[[paste0("plain_", ties)]] <- fitted(Surv(week, any) ~ treated + age + woman + months_before, ties)
  models[[paste0("strata_", ties)]] <- fitted(Surv(week, any) ~ treated + age + woman + strata(block), ties)
  models[[paste0("entry_", ties)]] <- fitted(Surv(entry, week, any) ~ treated + age + woman, ties)
  models[[paste0("entry_strata_", ties)]] <- fitted(Surv(entry, week, any) ~ treated + age + strata(block), ties)
  models[[paste0("cause_", ties)]] <- fitted(Surv(week, job) ~ treated + age + strata(block), ties)
  models[[paste0("arm_", ties)]] <- fitted(Surv(week, any) ~ treated, ties)
  models[[paste0("cluster_", ties)]] <- fitted(Surv(week, any) ~ treated + age + woman + cluster(caseworker), ties)
  models[[paste0("cluster_entry_strata_", ties)]] <-
    fitted(Surv(entry, week, any) ~ treated + age + strata(block) + cluster(caseworker), ties)
  models[[paste0("person_", ties)]] <- fitted(Surv(week, any) ~ treated + age + cluster(person), ties)
}

told <- function(fit) {
  summed <- summary(fit)
  clustered <- !is.null(fit$naive.var)
  found <- list(
    coefficients = unname(coef(fit)),
    covariance = unname(vcov(fit)),
    hazard_ratio = unname(summed$conf.int[, "exp(coef)"]),
    low = unname(summed$conf.int[, "lower .95"]),
    high = unname(summed$conf.int[, "upper .95"]),
    z = unname(summed$coefficients[, "z"]),
    p = unname(summed$coefficients[, "Pr(>|z|)"]),
    log_likelihood = fit$loglik[2],
    log_likelihood_null = fit$loglik[1],
    likelihood_ratio = unname(summed$logtest),
    score = unname(summed$sctest),
    wald = c(fit$wald.test, length(coef(fit)), pchisq(fit$wald.test, length(coef(fit)), lower.tail = FALSE)),
    events = fit$nevent
  )
  if (clustered) {
    found$model_covariance <- unname(fit$naive.var)
  } else {
    clocks <- c("km", "rank", "identity", "log")
    found$zph <- lapply(setNames(clocks, clocks), function(clock) {
      table <- cox.zph(fit, transform = clock)$table
      list(statistic = unname(table[, "chisq"]), degrees = unname(table[, "df"]), p = unname(table[, "p"]))
    })
  }
  found
}

write_json(
  list(r = R.version$version.string, survival = as.character(packageVersion("survival")), models = lapply(models, told)),
  "tests/evaluation/goldens/cox.json",
  digits = NA, auto_unbox = TRUE, pretty = TRUE
)
