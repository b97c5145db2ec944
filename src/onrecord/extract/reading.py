"""The door of the room: one article and its layers in, its reading out."""

from __future__ import annotations

from onrecord.articles import Article
from onrecord.layers import Layers
from onrecord.readings import Reading


def extract(article: Article, layers: Layers) -> Reading:
    """Everything that is found in one article. Each finder sees what those before it found.

    Times come first, then quotes, since whoever is quoted there acts in what the others find.
    """
    return Reading(article=article.id, people=layers.people)
