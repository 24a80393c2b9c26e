"""Usage: packaged.py CAIRN GOLDENS

What `aws cloudformation package` makes of a template is read as the template itself: `check` finds the same, and `reach` answers
the same. The command writes every text anew: folded lines, empty lines before a closing quote, functions in their long form.
"""
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from pathlib import Path


def packaged(template, folder):
    output = folder / f"{template.parent.name}.yaml"
    # Nothing is uploaded, as these templates name no local files: the bucket is asked for but never used.
    subprocess.run(["aws", "cloudformation", "package", "--region", "eu-west-1", "--s3-bucket", "unused", "--template-file", template,
                    "--output-template-file", output], check=True, capture_output=True, timeout=300)
    return output


def answers(cairn, template):
    """What the commands say of a template, without the places, which differ."""
    for command in (["check", "--format", "json"], ["reach"]):
        run = subprocess.run([cairn, command[0], template, *command[1:]], capture_output=True, text=True, timeout=300)
        if run.returncode not in (0, 3):
            raise SystemExit(f"{command[0]} {template}: exit {run.returncode}\n{run.stderr}")
        yield [line for line in run.stdout.splitlines() if not any(word in line for word in ('"line"', '"column"', '"file"', ".yaml"))]


def differs(cairn, template, folder):
    written = packaged(template, folder)
    assert written.read_text() != template.read_text(), "the command wrote the template as it was, so this proves nothing"
    return None if list(answers(cairn, written)) == list(answers(cairn, template)) else f"{template.parent.name} is read differently"


def main(cairn, goldens):
    templates = sorted(Path(goldens).glob("*/template.yaml"))
    assert len(templates) > 10, templates
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(cpu_count()) as pool:
        failures = [failure for failure in pool.map(lambda template: differs(cairn, template, Path(folder)), templates) if failure]
    print("\n".join(failures) or f"{len(templates)} packaged templates are read as they were written")
    return bool(failures)


sys.exit(main(*sys.argv[1:]))
