"""The same determination by engines that others use, each as its users would write it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any

import numpy as np

from workload import DAYS, QUESTIONS, Entities, Formula, Numbers, formulas, kleene

Codes = Callable[[int, str], Numbers]
"""The codes of all answers, asked for by regime and question."""
Ready = tuple[Callable[[], Any], Callable[[Any], Codes]]
"""What answers everything, and what makes codes of its answers."""

CELLS = tuple(product(range(len(DAYS)), QUESTIONS))
YEAR = "2025"


def numpy_codes(made: Entities) -> Ready:
    return lambda: [kleene(made.codes, QUESTIONS, regime) for regime in range(len(DAYS))], _by_regime


def _by_regime(found: Any) -> Codes:
    return lambda regime, name: found[regime][name]


def polars_table(made: Entities) -> Ready:
    import polars as pl

    table = pl.DataFrame(
        {name: pl.Series(codes == 2).set(pl.Series(codes == 1), None) for name, codes in made.codes.items()}
    )

    def expression(formula: Formula, known: Mapping[str, Any]) -> Any:
        match formula:
            case str():
                return known.get(formula, pl.col(formula))
            case ("not", part):
                return ~expression(part, known)
            case ("all", *parts):
                return pl.lit(True) if not parts else _fold(lambda one, other: one & other, parts, known)
            case (_, *parts):
                return pl.lit(False) if not parts else _fold(lambda one, other: one | other, parts, known)
        raise ValueError(formula)

    def _fold(join: Callable[[Any, Any], Any], parts: Sequence[Formula], known: Mapping[str, Any]) -> Any:
        found = expression(parts[0], known)
        for part in parts[1:]:
            found = join(found, expression(part, known))
        return found

    def answer() -> Any:
        lazy, wanted = table.lazy(), []
        for regime in range(len(DAYS)):
            for name, formula in formulas(regime).items():
                here = {each: pl.col(f"{each}t{regime}") for each in formulas(regime)}
                lazy = lazy.with_columns(expression(formula, here).alias(f"{name}t{regime}"))
            wanted += [f"{name}t{regime}" for name in QUESTIONS]
        return lazy.select(wanted).collect()

    def codes(found: Any) -> Codes:
        return lambda regime, name: (found[f"{name}t{regime}"].cast(pl.UInt8) * 2).fill_null(1).to_numpy()

    return answer, codes


def duckdb_table(made: Entities) -> Ready:
    import duckdb
    import pyarrow as pa

    arrays = {name: pa.array(codes == 2, mask=codes == 1) for name, codes in made.codes.items()}
    base = duckdb.connect(config={"threads": 1})
    base.register("given", pa.table(arrays))
    base.execute("CREATE TABLE entities AS SELECT * FROM given")

    def sql(formula: Formula) -> str:
        match formula:
            case str():
                return formula
            case ("not", part):
                return f"NOT {sql(part)}"
            case ("all", *parts):
                return f"({' AND '.join(map(sql, parts)) or 'TRUE'})"
            case (_, *parts):
                return f"({' OR '.join(map(sql, parts)) or 'FALSE'})"
        raise ValueError(formula)

    def named(formula: Formula, regime: int) -> Formula:
        if isinstance(formula, str):
            return formula if formula[0] in "es" else f"{formula}t{regime}"
        return (formula[0], *(named(part, regime) for part in formula[1:]))

    def answer() -> Any:
        stages: list[str] = []
        before = "entities"
        for regime in range(len(DAYS)):
            for name, formula in formulas(regime).items():
                after = f"s{len(stages)}"
                said = sql(named(formula, regime))
                stages.append(f"{after} AS (SELECT *, {said} AS {name}t{regime} FROM {before})")  # noqa: S608 - names of our own
                before = after
        wanted = ", ".join(f"{name}t{regime}" for regime, name in CELLS)
        base.execute(f"CREATE OR REPLACE TABLE answers AS WITH {', '.join(stages)} SELECT {wanted} FROM {before}")  # noqa: S608 - names of our own
        return base

    def codes(found: Any) -> Codes:
        def of(regime: int, name: str) -> Numbers:
            query = f"SELECT coalesce({name}t{regime}::UTINYINT * 2, 1)::UTINYINT AS code FROM answers"  # noqa: S608 - names of our own
            return np.asarray(found.execute(query).fetchnumpy()["code"])

        return of

    return answer, codes


def openfisca_simulation(made: Entities) -> Ready:
    from openfisca_core.entities import build_entity
    from openfisca_core.periods import DateUnit
    from openfisca_core.simulations import SimulationBuilder
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    body = build_entity("body", "bodies", "A government", is_person=True)
    system = TaxBenefitSystem([body])
    plain = {"value_type": int, "entity": body, "definition_period": DateUnit.YEAR, "label": "made up"}

    def value(formula: Formula, of: Callable[[str], Numbers], like: Numbers) -> Numbers:
        match formula:
            case str():
                return of(formula)
            case ("not", part):
                return 2 - value(part, of, like)
            case ("all", *parts):
                found = np.full_like(like, 2)
                for part in parts:
                    found = np.minimum(found, value(part, of, like))
                return found
            case (_, *parts):
                found = np.zeros_like(like)
                for part in parts:
                    found = np.maximum(found, value(part, of, like))
                return found
        raise ValueError(formula)

    def formula_of(formula: Formula, regime: int) -> Callable[..., Numbers]:
        def worked_out(bodies: Any, period: Any) -> Numbers:
            def of(name: str) -> Numbers:
                known: Numbers = bodies(name if name in made.codes else f"{name}t{regime}", period)
                return known

            return value(formula, of, of("e1"))

        return worked_out

    for name in made.codes:
        system.add_variable(type(name, (Variable,), dict(plain)))
    for regime in range(len(DAYS)):
        for name, formula in formulas(regime).items():
            system.add_variable(
                type(f"{name}t{regime}", (Variable,), {**plain, "formula": formula_of(formula, regime)})
            )

    def answer() -> Any:
        simulation = SimulationBuilder().build_default_simulation(system, count=made.rows)
        for name, codes in made.codes.items():
            simulation.set_input(name, YEAR, codes.astype(np.int32))
        return {(regime, name): simulation.calculate(f"{name}t{regime}", YEAR) for regime, name in CELLS}

    return answer, lambda found: lambda regime, name: found[regime, name]
