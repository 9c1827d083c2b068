# Writes tests/evaluation/goldens/fine_gray.json from tests/evaluation/data/survival.csv: Rscript tests/r/fine_gray.R
library(cmprsk)
library(jsonlite)

persons <- read.csv("tests/evaluation/data/survival.csv")
columns <- list(arm = "treated", adjusted = c("treated", "woman", "age"))

# Until nothing moves that R can tell; crr then says that it did not converge where its last step gained nothing.
told <- function(cause, names) {
  fit <- crr(
    persons$week, persons$ending, as.matrix(persons[, names, drop = FALSE]),
    failcode = cause, gtol = 1e-11, maxiter = 100
  )
  summed <- summary(fit)
  list(
    cause = cause, columns = I(names), coefficients = I(unname(fit$coef)),
    standard_errors = I(unname(sqrt(diag(fit$var)))), covariance = fit$var,
    ratios = I(unname(summed$conf.int[, "exp(coef)"])), low = I(unname(summed$conf.int[, "2.5%"])),
    high = I(unname(summed$conf.int[, "97.5%"])),
    p = I(2 * pnorm(-abs(unname(fit$coef) / unname(sqrt(diag(fit$var)))))),
    log_likelihood = fit$loglik, log_likelihood_null = fit$loglik.null
  )
}
write_json(
  unlist(lapply(1:3, function(cause) lapply(unname(columns), function(names) told(cause, names))), recursive = FALSE),
  "tests/evaluation/goldens/fine_gray.json", digits = NA, auto_unbox = TRUE
)
