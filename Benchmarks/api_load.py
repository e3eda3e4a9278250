"""Sends requests to the management API with wrk: each client over a kept connection, the paths at random."""

import json
import subprocess
import tempfile
from dataclasses import dataclass

from api_dataset import CREDENTIALS
from servers import Server

SCRIPT = """
math.randomseed(os.time())
local paths = {%s}
request = function()
    local path = paths[math.random(#paths)]
    path = path:gsub("{project}", string.format("bench-%%03d", math.random(0, 99)))
    path = path:gsub("{repository}", string.format("repository-%%02d", math.random(0, 99)))
    path = path:gsub("{tag}", string.format("v%%d-%%d", math.random(0, 9), math.random(0, 4)))
    return wrk.format("GET", "/api/v2.0" .. path)
end
done = function(summary, latency)
    io.write(string.format('RESULT {"requests": %%d, "microseconds": %%d, "bad": %%d, "p50": %%d, "p95": %%d}\\n',
        summary.requests, summary.duration,
        summary.errors.status + summary.errors.read + summary.errors.write + summary.errors.timeout,
        latency:percentile(50), latency:percentile(95)))
end
"""


@dataclass(frozen=True)
class Load:
    """What came out: requests a second, and milliseconds that half and 95 % of them took at most."""

    speed: float
    p50: float
    p95: float


def measure(server: Server, path: str, clients: int, seconds: int) -> Load:
    """Asks for a path for some seconds; `{project}`, `{repository}` and `{tag}` in it are drawn anew each time."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT % json.dumps(path))
        script.flush()
        threads = "-t1" if clients == 1 else "-t2"
        command = ["wrk", threads, f"-c{clients}", f"-d{seconds}s", "--timeout", "30s", "-s", script.name]
        command += ["-H", f"Authorization: {CREDENTIALS}", f"http://{server.host}"]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    result = json.loads(next(line for line in output.splitlines() if line.startswith("RESULT"))[7:])
    if result["bad"] or not result["requests"]:
        raise RuntimeError(f"{path}: {output}")
    return Load(result["requests"] / result["microseconds"] * 1e6, result["p50"] / 1e3, result["p95"] / 1e3)
