"""Lets the requests-level tests run against another registry, to see that they test the specification and not Haven.

`HAVEN_INTEROP_PEER=http://127.0.0.1:5000 make interop ARGS='-k distribution'` uses a registry that is already running
and asks nobody to sign in. Tests of Haven's own answers are marked `haven_only` and skipped there.
"""

import os
from dataclasses import dataclass
from functools import cached_property

from harness.registry import Registry

PEER_URL = os.environ.get("HAVEN_INTEROP_PEER", "")


@dataclass
class PeerWorld:
    """Stands where accounts.World stands: every user is the same anonymous one."""

    url: str
    private: str = "interop"
    public: str = "interop-public"

    @cached_property
    def anonymous(self) -> Registry:
        """The one client."""
        return Registry(self.url)

    def registry(self, user: str | None = None) -> Registry:
        """Gives the one client, whoever asks."""
        del user
        return self.anonymous
