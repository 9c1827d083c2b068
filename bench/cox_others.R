# Fits a Cox regression to the columns of a binary file (time, event, covariates): Rscript cox_others.R FILE COLUMNS
if (!requireNamespace("survival", quietly = TRUE)) quit(status = 1)
told <- commandArgs(trailingOnly = TRUE)
values <- matrix(readBin(told[1], "double", file.size(told[1]) / 8), ncol = as.integer(told[2]))
time <- values[, 1]
event <- values[, 2]
covariates <- values[, -(1:2)]
before <- proc.time()
fit <- survival::coxph(survival::Surv(time, event) ~ covariates, ties = "efron")
took <- proc.time() - before
cat(format(coef(fit), digits = 15), "\n")
cat(format(sqrt(diag(vcov(fit))), digits = 15), "\n")
cat(took[["user.self"]] + took[["sys.self"]], "\n")
