# Adjusted p values: Rscript tests/r/multiplicity.R writes tests/evaluation/goldens/multiplicity.json.
library(jsonlite)

# The first are those that VIVE19 prints for its six outcomes, in chapter 8.
families <- list(
  report = c(0.0988, 0.2038, 0.45, 0.18, 0.936, 0.0055),
  ties = c(0.04, 0.01, 0.04, 0.01, 0.5),
  small = c(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719),
  alone = I(0.03)
)

told <- function(p) {
  list(p = p, HOLM = p.adjust(p, "holm"), BONFERRONI = p.adjust(p, "bonferroni"),
       BENJAMINI_HOCHBERG = p.adjust(p, "BH"))
}

goldens <- lapply(families, function(p) lapply(told(p), I))
write_json(goldens, "tests/evaluation/goldens/multiplicity.json", auto_unbox = TRUE, digits = NA, pretty = TRUE)
