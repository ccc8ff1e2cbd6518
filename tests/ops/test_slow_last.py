import pytest

from ops.folders import PROJECT

pytest_plugins = ["pytester"]


@pytest.mark.slow
def test_slow_browser_and_fault_tests_come_last(pytester, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    names = ["fault", "browser", "fast_a", "slow", "fast_b"]
    marked = [
        f"@pytest.mark.{name}\ndef test_{name}(): pass\n" if "fast" not in name else f"def test_{name}(): pass\n"
        for name in names
    ]
    pytester.makepyfile("import pytest\n" + "\n".join(marked))
    result = pytester.runpytest_subprocess(
        "-p", "ops.slow_last", "-p", "no:randomly", "-p", "no:django", "-v", "-W", "ignore"
    )
    order = [line.split("::test_")[1].split()[0] for line in result.outlines if " PASSED" in line]
    assert order == ["fast_a", "fast_b", "slow", "browser", "fault"]
