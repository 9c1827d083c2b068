# Standardised differences: Rscript tests/r/balance.R writes tests/evaluation/goldens/balance.json.
# Written out by their formulas (Austin 2009; Yang & Dalton 2012), since base R has no function for them.
library(jsonlite)

drawn <- read.csv("tests/evaluation/data/drawn.csv")
treated <- drawn$treated == 1
age <- drawn$age
age[c(3, 50, 200)] <- NA
group <- cut(drawn$age, c(0, 39, 49, 59, 120), labels = c("30-39", "40-49", "50-59", "60-"))

means_apart <- function(x) {
  (mean(x[treated], na.rm = TRUE) - mean(x[!treated], na.rm = TRUE)) /
    sqrt((var(x[treated], na.rm = TRUE) + var(x[!treated], na.rm = TRUE)) / 2)
}
share_apart <- function(has) {
  p <- c(mean(has[treated]), mean(has[!treated]))
  (p[1] - p[2]) / sqrt(sum(p * (1 - p)) / 2)
}
labels_apart <- function(x) {
  ours <- prop.table(table(x[treated]))[-1]
  theirs <- prop.table(table(x[!treated]))[-1]
  spread <- function(p) diag(p, nrow = length(p)) - outer(p, p)
  sqrt(mahalanobis(as.numeric(ours), as.numeric(theirs), (spread(as.numeric(ours)) + spread(as.numeric(theirs))) / 2))
}

goldens <- list(
  age = list(
    treated = c(mean(age[treated], na.rm = TRUE), sd(age[treated], na.rm = TRUE)),
    control = c(mean(age[!treated], na.rm = TRUE), sd(age[!treated], na.rm = TRUE)),
    difference = means_apart(age)
  ),
  women = share_apart(drawn$sex == "K"),
  sex = labels_apart(drawn$sex),
  groups = sapply(levels(group), function(one) share_apart(group == one)),
  group = labels_apart(group)
)
goldens$groups <- as.list(goldens$groups)
write_json(goldens, "tests/evaluation/goldens/balance.json", auto_unbox = TRUE, digits = NA, pretty = TRUE)
