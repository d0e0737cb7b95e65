"""One search over all places: ``answers`` for every field, route and parameter in which a reader types a name."""

from geo.search.answer import Answer, answers, nearest_names, sure
from geo.search.question import LONGEST

__all__ = ["LONGEST", "Answer", "answers", "nearest_names", "sure"]
