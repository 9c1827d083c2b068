# Writes tests/evaluation/goldens/gray.json from tests/evaluation/data/survival.csv: Rscript tests/r/gray.R
library(cmprsk)
library(jsonlite)

persons <- read.csv("tests/evaluation/data/survival.csv")

told <- function(found) {
  list(statistic = unname(found$Tests[, "stat"]), p = unname(found$Tests[, "pv"]), degrees = unname(found$Tests[, "df"]))
}
write_json(
  list(
    arms = told(cuminc(persons$week, persons$ending, persons$treated)),
    ages = told(cuminc(persons$week, persons$ending, persons$age_group)),
    arms_in_blocks = told(cuminc(persons$week, persons$ending, persons$treated, strata = persons$block)),
    ages_in_blocks = told(cuminc(persons$week, persons$ending, persons$age_group, strata = persons$block))
  ),
  "tests/evaluation/goldens/gray.json", digits = NA, auto_unbox = TRUE
)
