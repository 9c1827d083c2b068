# Two shares compared: Rscript tests/r/shares.R writes tests/evaluation/goldens/shares.json.
library(jsonlite)

# Events and persons of the treated, events and persons of control; the first is Newcombe's own example.
pairs <- list(
  newcombe = c(56, 70, 48, 80), complaints = c(3, 109, 14, 109), clarified = c(25, 109, 15, 109),
  nobody = c(0, 29, 3, 28), everybody = c(20, 20, 11, 19), unequal = c(7, 34, 1, 34)
)

wilson <- function(events, persons) as.numeric(prop.test(events, persons, correct = FALSE)$conf.int)

# The interval of a ratio from a model with the arm as its only covariate.
from_model <- function(pair, link) {
  counts <- cbind(pair[c(1, 3)], pair[c(2, 4)] - pair[c(1, 3)])
  shares <- pair[c(1, 3)] / pair[c(2, 4)]
  start <- binomial(link)$linkfun(shares)
  model <- glm(counts ~ c(1, 0), family = binomial(link), start = c(start[2], start[1] - start[2]),
               control = glm.control(epsilon = 1e-10, maxit = 100))
  exp(c(coef(model)[2], confint.default(model)[2, ]))
}

told <- function(pair) {
  treated <- suppressWarnings(wilson(pair[1], pair[2]))
  control <- suppressWarnings(wilson(pair[3], pair[4]))
  ours <- pair[1] / pair[2]
  theirs <- pair[3] / pair[4]
  difference <- ours - theirs
  found <- list(
    pair = pair, treated = treated, control = control,
    # Newcombe (1998), method 10, from the Wilson intervals that prop.test gives.
    difference = c(
      difference,
      difference - sqrt((ours - treated[1])^2 + (control[2] - theirs)^2),
      difference + sqrt((treated[2] - ours)^2 + (theirs - control[1])^2)
    )
  )
  if (all(pair[c(1, 3)] > 0) && all(pair[c(1, 3)] < pair[c(2, 4)])) {
    found$ratio <- as.numeric(from_model(pair, "log"))
    found$odds_ratio <- as.numeric(from_model(pair, "logit"))
  }
  found
}

write_json(lapply(pairs, told), "tests/evaluation/goldens/shares.json", auto_unbox = TRUE, digits = NA, pretty = TRUE)
