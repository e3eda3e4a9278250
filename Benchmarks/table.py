"""The table of results: what was measured, the ratios, the aims and whether they are met."""

from dataclasses import dataclass, field
from statistics import median


class Samples:
    """The figures of several rounds, kept by server."""

    def __init__(self):
        self._values: dict[str, list[float]] = {}

    def add(self, server: str, value: float) -> None:
        """Notes one round's figure."""
        self._values.setdefault(server, []).append(value)

    def medians(self) -> dict[str, float]:
        """Gives each server's median."""
        return {server: median(values) for server, values in self._values.items()}


@dataclass(frozen=True)
class Aim:
    """A bound on Haven's figure, in the row's unit or as a multiple of a peer's figure."""

    sign: str
    bound: float
    peer: str = ""

    def __str__(self) -> str:
        return f"{self.sign} {self.bound:g}" + (f" × {self.peer}" if self.peer else "")

    def is_met(self, figures: dict[str, float]) -> bool:
        """Compares Haven's figure with the bound."""
        bound = self.bound * (figures[self.peer] if self.peer else 1)
        return figures["Haven"] <= bound if self.sign == "≤" else figures["Haven"] >= bound


@dataclass(frozen=True)
class Row:
    """One measurement: the servers' figures by name, and Haven's aims."""

    title: str
    figures: dict[str, float]
    aims: list[Aim] = field(default_factory=list)

    def cells(self) -> list[str]:
        """Writes the row's cells."""
        met = [aim.is_met(self.figures) for aim in self.aims]
        return [
            self.title,
            *(number(self.figures.get(server)) for server in ("Haven", "docker-registry", "nginx")),
            *(self._ratio(peer) for peer in ("docker-registry", "nginx")),
            ", ".join(map(str, self.aims)) or "–",
            ("yes" if all(met) else "**no**") if met else "–",
        ]

    def _ratio(self, peer: str) -> str:
        return f"{self.figures['Haven'] / self.figures[peer]:.2f}" if self.figures.get(peer) else "–"


def number(value: float | None) -> str:
    """Writes a figure with about three digits."""
    if value is None:
        return "–"
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def markdown(rows: list[Row]) -> str:
    """Writes the table."""
    head = ["", "Haven", "docker-registry", "nginx", "÷ docker-registry", "÷ nginx", "Aim", "Met"]
    lines = [head, ["---"] + ["---:"] * 5 + ["---", "---"], *(row.cells() for row in rows)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
