"""Labels of quality in common words: «the gold label», «bronzový certifikát», «Silber-Label»."""

from collections.abc import Iterator, Sequence

from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.naming import name_mention
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.vocab import CG

__all__ = ["find_quality_labels"]


def find_quality_labels(scene: Scene, taken: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the labels that the pack's pattern finds outside the mentions so far."""
    for match in scene.pack.label.finditer(scene.sentence.text):
        span = scene.sentence.place(*match.span())
        if not any(span.overlaps(mention.span) for mention in taken):
            yield name_mention(scene, span, Sign.HEAD, kind=CG.ClusterLabel, head="label")
