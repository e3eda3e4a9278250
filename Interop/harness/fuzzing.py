"""Hooks of schemathesis: keeps it from locking itself out, and lets operations of later versions say 501."""

import schemathesis

# What would stop the run itself: an administrator who switches writing off, or takes passwords away.
DANGEROUS_SETTINGS = {"read_only", "auth_mode", "primary_auth_mode"}


@schemathesis.hook
def map_body(context, body):
    """Takes the settings out of a body that would end the run."""
    del context
    if isinstance(body, dict) and DANGEROUS_SETTINGS & body.keys():
        return {name: value for name, value in body.items() if name not in DANGEROUS_SETTINGS}
    return body
