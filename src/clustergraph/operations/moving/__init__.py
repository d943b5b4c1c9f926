"""Move a version to another home, as one file: ``pack`` makes it, ``unpack`` takes it in.

It is a tar file (POSIX.1-2001): first ``id``, then all files of the version below ``version/``,
sorted, and at last ``SHA256SUMS`` of them. Nothing in it tells when or where it was made, so the
same version always gives the same bytes.
"""
