"""harborapi, the most used client library of Harbor, as the tests call it."""

import asyncio

from harborapi import HarborAsyncClient


class Client:
    """The library's client of a user; each of its methods is run to its end. It checks answers by its models.

    The library's own synchronous client cannot run methods that call others.
    """

    loop = asyncio.new_event_loop()

    def __init__(self, url: str, username: str, secret: str):
        self.url = url
        self.inner = HarborAsyncClient(url=url, username=username, secret=secret, timeout=60)

    def __getattr__(self, name: str):
        method = getattr(self.inner, name)
        return lambda *arguments, **named: self.loop.run_until_complete(method(*arguments, **named))


def number(location: str) -> int:
    """The number at the end of a Location."""
    return int(location.rstrip("/").rpartition("/")[2])
