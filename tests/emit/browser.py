"""The browser that judges a page from outside: Debian's Chromium without a window, and axe inside the page."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_RESULT = re.compile(r'<pre id="axe-result">(.*?)</pre>', re.DOTALL)
_RUN = """
<script>
axe.run(document, {resultTypes: ["violations"], rules: {"color-contrast-enhanced": {enabled: false}}}).then(found => {
  const result = document.createElement("pre");
  result.id = "axe-result";
  const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
  const extra = wide ? ["page: wider than its window"] : [];
  const lines = found.violations.map(fault => fault.id + ": " + fault.nodes.map(node => node.html).join(" | "));
  result.textContent = JSON.stringify(extra.concat(lines));
  document.body.append(result);
});
</script>
"""


def find_chromium() -> str | None:
    return next(filter(None, map(shutil.which, _NAMES)), None)


def find_axe() -> Path | None:
    """The script of npm's axe-core, under the project or where CHEVALET_NODE_MODULES says."""
    script = Path(os.environ.get("CHEVALET_NODE_MODULES") or ROOT / "node_modules") / "axe-core" / "axe.min.js"
    return script if script.is_file() else None


def judge_page(content: bytes, folder: Path, width: int = 1280) -> list[str]:
    """One line for each rule of axe the page breaks in a window `width` pixels wide, and one if it overflows it."""
    script = find_axe()
    assert script, "ask find_axe first"
    page = folder / "judged.html"
    page.write_bytes(content + f"<script>{script.read_text()}</script>{_RUN}".encode())
    shown = _run(page, folder, f"--window-size={width},3000", "--virtual-time-budget=20000", "--dump-dom")
    found = _RESULT.search(shown)
    assert found, "axe has not finished"
    return [str(line) for line in json.loads(html.unescape(found[1]))]


def _run(page: Path, folder: Path, *arguments: str) -> str:
    program = find_chromium()
    assert program, "ask find_chromium first"
    command = [program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    ran = subprocess.run(
        [*command, *arguments, page.as_uri()], capture_output=True, text=True, encoding="utf-8", check=True, timeout=120
    )
    return ran.stdout
