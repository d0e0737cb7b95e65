# Figures of Huiselijk geweld in beeld in base R, with band, state and breaks; see README.md.
figures <- function(site, indicator, ...) {
  filters <- c(...)
  query <- if (length(filters)) paste0("?", paste(names(filters), filters, sep = "=", collapse = "&")) else ""
  rows <- read.csv(paste0(site, "/data/v1/", indicator, ".csv", query), na.strings = "", encoding = "UTF-8",
                   colClasses = c(periode = "character", breuk = "character", uitleg = "character"))
  rows[c("toestand", "status")] <- lapply(rows[c("toestand", "status")], factor)
  rows$onzeker <- rows$onzeker == "ja"
  rows <- rows[order(rows$code, nchar(rows$periode), rows$periode), ]
  rows$deel <- ave(as.integer(!is.na(rows$breuk)), rows$code, nchar(rows$periode), FUN = cumsum)
  rows
}
compare <- function(a, b, anyway = FALSE) {
  if (is.na(a$waarde) || is.na(b$waarde)) stop("no figure: ", paste(a$uitleg, b$uitleg, sep = " / "))
  why <- c(if (a$indicator != b$indicator || a$eenheid != b$eenheid) "two measures",
           if (nchar(a$periode) != nchar(b$periode)) "a year against a half-year",
           if (a$periode != b$periode && a$code != b$code) "two places in two periods",
           if (a$code == b$code && a$deel != b$deel) "a break between the periods")
  if (length(why) && !anyway) stop("not comparable: ", paste(why, collapse = "; "))
  bands <- c(a$ondergrens, a$bovengrens, b$ondergrens, b$bovengrens)
  position <- if (anyNA(bands)) "unknown" else if (bands[1] > bands[4]) "higher" else if (bands[2] < bands[3]) "lower" else "about equal"
  list(difference = a$waarde - b$waarde, unit = a$eenheid, position = position, reservations = why)
}
