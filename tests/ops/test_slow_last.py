import pytest

from ops.folders import PROJECT

pytest_plugins = ["pytester"]


@pytest.mark.slow
def test_slow_tests_come_last_but_short_journeys_after_long_ones(pytester, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    names = ["fault", "browser", "fast_a", "journey", "slow", "fast_b"]
    marks = {name: [name] for name in ("fault", "browser", "slow")} | {"journey": ["browser", "slow"]}
    marked = [
        "".join(f"@pytest.mark.{mark}\n" for mark in marks.get(name, ())) + f"def test_{name}(): pass\n"
        for name in names
    ]
    pytester.makepyfile("import pytest\n" + "\n".join(marked))
    result = pytester.runpytest_subprocess(
        "-p", "ops.slow_last", "-p", "no:randomly", "-p", "no:django", "-v", "-W", "ignore"
    )
    order = [line.split("::test_")[1].split()[0] for line in result.outlines if " PASSED" in line]
    assert order == ["fast_a", "fast_b", "slow", "journey", "browser", "fault"]
