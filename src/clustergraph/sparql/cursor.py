"""A place among the tokens of an update, from which it is read on."""

from clustergraph.errors import BadUpdate
from clustergraph.sparql.blocks import bad_update
from clustergraph.sparql.tokens import Kind, Token, placed_tokens

__all__ = ["Cursor"]

_END = Token(Kind.MARK, "")
_SHOWN = 40
"""Characters of what stands where something else should."""


class Cursor:
    """Goes over the tokens of an update, one at a time.

    Attributes:
        text: the update.
        offset: that of the next token.
        token: the next token.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.go_to(0)

    @property
    def is_at_end(self) -> bool:
        """Whether no token is left."""
        return self.token is _END

    @property
    def word(self) -> str:
        """The next token in capitals, where it is a word; else empty."""
        return self.token.text.upper() if self.token.kind is Kind.WORD else ""

    def go_to(self, offset: int) -> None:
        """Go on from an offset, where a token must begin."""
        self._tokens = placed_tokens(self.text, offset)
        self._step()

    def take(self) -> str:
        """Go past the next token, and return it."""
        text = self.token.text
        self._step()
        return text

    def takes(self, *words: str) -> bool:
        """Go past the next token where it is one of the words; tell whether it was."""
        if self.word not in words:
            return False
        self._step()
        return True

    def take_kind(self, what: str, *kinds: Kind) -> str:
        """Go past the next token, which must be of one of the kinds, and return it.

        Raises:
            BadUpdate: when it is none of them; ``what`` says what it should be.
        """
        if self.token.kind not in kinds:
            raise self.expected(what)
        return self.take()

    def expect(self, text: str) -> None:
        """Go past the next token, which must be this one, in whatever case.

        Raises:
            BadUpdate: when it is another one.
        """
        if self.token.text.upper() != text:
            raise self.expected(text)
        self._step()

    def expected(self, what: str) -> BadUpdate:
        """Make the error that something else stands here."""
        found = self.token.text[:_SHOWN]
        told = f"not {found}" if found else "and there it ends"
        return bad_update(self.text, self.offset, f"here {what} is expected, {told}.")

    def _step(self) -> None:
        self.offset, self.token = next(self._tokens, (len(self.text), _END))
