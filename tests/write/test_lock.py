"""Two builds at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from chevalet.write import lock, publish, write

HOLD = """
import sys
from pathlib import Path
from chevalet.write.lock import hold_lock
with hold_lock(Path(sys.argv[1])) as is_held:
    print(is_held, flush=True)
    sys.stdin.read()
"""


def hold_elsewhere(out: Path) -> subprocess.Popen[str]:
    out.mkdir()
    command = [sys.executable, "-c", HOLD, str(out)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "True\n"
    return process


def test_a_second_build_waits_then_says_so(out, artifact, monkeypatch):
    monkeypatch.setattr(publish, "hold_lock", lambda folder: lock.hold_lock(folder, attempts=2))
    with hold_elsewhere(out) as process:
        _, found = write([artifact("a.pptx", "A")], {}, out, "dist")
        process.kill()
    assert [diagnostic.code for diagnostic in found] == ["another-build"]
    assert not (out / "base").exists()


def test_the_lock_of_a_killed_build_is_free(out, artifact):
    with hold_elsewhere(out) as process:
        process.kill()
        process.wait()
        _, found = write([artifact("a.pptx", "A")], {}, out, "dist")
    assert found == ()
    assert (out / "base/trainer/a.pptx").read_bytes() == b"A"
