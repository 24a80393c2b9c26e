"""usage: main.py --list | FOLDER [WORD...]    (by ./run, in namespaces of its own)"""
import os
import sys
import time
import traceback
from pathlib import Path

import lab.stack  # noqa: F401  (finds the engine of tests/deploy)
import cases

LOG_LINES = 25


def main(arguments):
    if arguments == ["--list"]:
        print("\n".join(cases.ALL))
        return 0
    work, words = Path(arguments[0]), arguments[1:]
    chosen = {name: case for name, case in cases.ALL.items() if not words or any(word in name for word in words)}
    if not chosen:
        print(f"no case is called like that; there are: {', '.join(cases.ALL)}")
        return 2
    from lab.lab import Lab
    started = time.monotonic()
    laboratory = Lab(work, os.environ["CAIRN"])
    print(f"  ready after {time.monotonic() - started:.0f} s", flush=True)
    failed = 0
    for name, case in chosen.items():
        begun = time.monotonic()
        try:
            said = case(laboratory) or ""
            print(f"passed  {name} ({time.monotonic() - begun:.0f} s){said and ': ' + said}", flush=True)
        except Exception:  # whatever it is, the next case shall run
            failed += 1
            print(f"FAILED  {name} ({time.monotonic() - begun:.0f} s)\n{traceback.format_exc(limit=-4)}")
            explain(laboratory)
            laboratory.close()
    laboratory.close()
    print(f"{len(chosen) - failed} passed, {failed} failed")
    return 1 if failed else 0


def explain(laboratory):
    """What the machines wrote, for a reader who has only this."""
    for node in laboratory.machines():
        print(f"--- {node.name}, {node.instance}\n{node.log(lines=LOG_LINES)}")
        for file in ("cairn-php.log", "nginx/error.log"):
            if (found := node.root / "var/log" / file).exists() and (text := found.read_text(errors="replace")):
                print(f"--- {node.name}: {file}\n" + "\n".join(text.splitlines()[-6:]))
        if not node.has_log():
            print(node.log("console"), node.try_to_run("systemctl", "list-jobs", "--no-pager"), node.try_to_run("journalctl", "-n", "30", "--no-pager"))
    for request in laboratory.edge.unexpected[-10:]:
        print(f"--- not offered: {request}")
    for name in laboratory.names.unknown:
        print(f"--- unknown name: {name}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
