# Tables of counts: Rscript tests/r/tables.R writes tests/evaluation/goldens/tables.json.
library(jsonlite)

# The first two are VIVE19, tables 8.8 and 8.4: complaints, and support at the end, by arm.
tables <- list(
  complaints = rbind(c(3, 106), c(14, 95)),
  support = rbind(c(7, 18, 84), c(5, 10, 94)),
  clarified = rbind(c(25, 84), c(15, 94)),
  placement = rbind(c(65, 44), c(55, 54)),
  sanctions = rbind(c(91, 11, 7), c(89, 12, 8)),
  ages = rbind(c(10, 45, 50, 4), c(21, 39, 44, 5)),
  few = rbind(c(3, 1), c(1, 3)),
  near = rbind(c(10, 10), c(10, 11)),
  zero = rbind(c(0, 12), c(5, 9)),
  three_by_three = rbind(c(2, 5, 1), c(4, 0, 6), c(1, 3, 3)),
  tall = rbind(c(3, 1), c(2, 6), c(0, 4), c(5, 2))
)

# The odds ratio as fisher.test works it out, but to the last digit: its own search stops early (621.9 for 626.2).
odds_ratio <- function(counts) {
  support <- max(0, sum(counts[1, ]) - sum(counts[, 2])):min(sum(counts[1, ]), sum(counts[, 1]))
  likely <- dhyper(support, sum(counts[, 1]), sum(counts[, 2]), sum(counts[1, ]), log = TRUE)
  given <- function(ratio) {
    found <- exp(likely + log(ratio) * support - max(likely + log(ratio) * support))
    found / sum(found)
  }
  found <- counts[1, 1]
  search <- function(apart) exp(uniroot(function(x) apart(given(exp(x))), c(-20, 20), tol = 1e-13)$root)
  c(
    search(function(d) sum(d * support) - found),
    search(function(d) sum(d[support >= found]) - 0.025),
    search(function(d) sum(d[support <= found]) - 0.025)
  )
}

told <- function(counts) {
  plain <- suppressWarnings(chisq.test(counts, correct = FALSE))
  exact <- fisher.test(counts, workspace = 2e7)
  found <- list(
    counts = counts, statistic = plain$statistic[[1]], df = plain$parameter[[1]], p = plain$p.value,
    expected = plain$expected, fisher = exact$p.value
  )
  if (nrow(counts) == 2 && ncol(counts) == 2) {
    corrected <- suppressWarnings(chisq.test(counts, correct = TRUE))
    found$corrected <- corrected$statistic[[1]]
    found$corrected_p <- corrected$p.value
    if (all(counts > 0)) {
      found$odds_ratio <- odds_ratio(counts)
      stopifnot(all.equal(found$odds_ratio, c(exact$estimate[[1]], exact$conf.int), tolerance = 1e-2))
    }
  }
  found
}

goldens <- lapply(tables, told)
write_json(goldens, "tests/evaluation/goldens/tables.json", auto_unbox = TRUE, digits = NA, pretty = TRUE)
