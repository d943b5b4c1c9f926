import gzip
import subprocess
import sys

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.coding import Coding, choose_coding, compressor

IDENTITY, GZIP, ZSTD = Coding.IDENTITY, Coding.GZIP, Coding.ZSTD

CHOICES = [
    (None, IDENTITY),
    ("", IDENTITY),
    (" , ,", IDENTITY),
    ("gzip", GZIP),
    ("zstd", ZSTD),
    ("gzip, deflate, br, zstd", ZSTD),
    ("zstd;q=0.5, gzip", GZIP),
    ("gzip;q=0.001", GZIP),
    ("GZIP ; Q=1", GZIP),
    ("x-gzip", GZIP),
    ("br, deflate", IDENTITY),
    ("*", GZIP),
    ("*;q=0.1", GZIP),
    ("gzip, *", GZIP),
    ("zstd, *", ZSTD),
    ("gzip;q=0, *", ZSTD),
    ("gzip;q=0.2, *;q=0.9", ZSTD),
    ("gzip;q=0", IDENTITY),
    ("identity", IDENTITY),
    ("identity, gzip", GZIP),
    ("gzip;q=0.5, identity;q=0.9", IDENTITY),
    ("identity;q=0.5, gzip;q=0.9", GZIP),
    ("identity;q=0, gzip;q=0.1", GZIP),
    ("identity;q=0, *", GZIP),
    ("identity;q=0", IDENTITY),
    ("*;q=0", IDENTITY),
    ("gzip, *;q=0", GZIP),
    ("zstd;q=0.0, gzip;q=0.000", IDENTITY),
    ("gzip;q=nan", GZIP),
    ("gzip;q=-1", IDENTITY),
    ("gzip;q=9, zstd;q=1", ZSTD),
    ("gzip;level=9", GZIP),
    ("gzipped, zstd2", IDENTITY),
    ("\x00;;;q==, =,;q=0", IDENTITY),
]


@pytest.mark.parametrize(("header", "coding"), CHOICES)
def test_the_coding_chosen_is_the_one_the_client_likes_best(
    header: str | None, coding: Coding
) -> None:
    assert choose_coding(header) is coding


@given(st.text(alphabet=" ,;=*.q01-gzipstdentyx\x00é", max_size=60))
def test_no_header_is_too_strange_to_choose_by(header: str) -> None:
    assert choose_coding(header) in Coding


@given(st.sampled_from(["gzip", "zstd"]), st.text(alphabet=" ,;=.q01gzipstd*", max_size=30))
def test_a_coding_with_quality_zero_is_never_chosen(token: str, rest: str) -> None:
    header = f"{rest.replace(token, '')}, {token};q=0"

    assert choose_coding(header) != token


def test_a_header_of_any_length_is_read_at_once() -> None:
    assert choose_coding("gzip" + ",br" * 1_000_000) is GZIP


def decoded(coding: Coding, body: bytes) -> bytes:
    match coding:
        case Coding.GZIP:
            return gzip.decompress(body)
        case Coding.ZSTD:
            return zstandard.ZstdDecompressor().decompressobj().decompress(body)
        case Coding.IDENTITY:
            return body


@pytest.mark.parametrize("coding", Coding)
@given(pieces=st.lists(st.binary(max_size=2_000), max_size=8))
def test_what_is_coded_in_pieces_is_decoded_whole(coding: Coding, pieces: list[bytes]) -> None:
    coder = compressor(coding)

    body = b"".join([*map(coder.compress, pieces), coder.flush()])

    assert decoded(coding, body) == b"".join(pieces)


@pytest.mark.parametrize("coding", [GZIP, ZSTD])
def test_the_same_body_gets_the_same_bytes(coding: Coding) -> None:
    def coded() -> bytes:
        coder = compressor(coding)
        return coder.compress(b"cluster" * 10_000) + coder.flush()

    assert coded() == coded()
    assert len(coded()) < 1_000


def test_a_reader_does_not_wait_for_the_libraries() -> None:
    code = "import sys, clustergraph.coding; print('zstandard' in sys.modules)"

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "False"
