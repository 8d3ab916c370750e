"""``python -m conformance``: run the suites of others whose data are at hand, and write their manifests anew."""

from __future__ import annotations

import sys
from datetime import date

from conformance import dates_calc, defeasible, tck
from conformance.manifest import AGREES, DIFFERS, DISAGREES, MissingError, read_manifest, write_manifest

_SUITES = (defeasible, tck, dates_calc)


def main() -> int:
    """Write the manifests and print the table of ``docs/reference/conformance.md``."""
    faults = 0
    for suite in _SUITES:
        try:
            version, cases = suite.suite_version(), tuple(suite.verdicts())
        except MissingError as error:
            print(f"{suite.SUITE}: left as it is: {error}", file=sys.stderr)
            continue
        write_manifest(suite.SUITE, suite.SOURCE, version, date.today().isoformat(), cases)
    for suite in _SUITES:
        manifest = read_manifest(suite.SUITE)
        counts = manifest.counts
        sayable = sum(counts[verdict] for verdict in (AGREES, DIFFERS, DISAGREES))
        faults += counts[DISAGREES]
        print(f"| {suite.SUITE} | {len(manifest.cases)} | {sayable} | {counts[AGREES]} | {counts[DIFFERS]} |")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
