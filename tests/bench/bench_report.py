#!/usr/bin/python3
"""How long a PDF takes beside what other programs take for the same text.

Ours is a whole process less `--version`, the floor of the same program; theirs
are whole processes. Peers that are not installed are named and left out; typst
may be one for Node.js, where NODE_PATH leads to it. Runs alternate, so that a
busy machine slows all of them alike; medians are printed, and a ratio to the
fastest peer past its bound fails.
"""
import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from measure import Report, medians

PROGRAM = os.environ["IK_PROGRAM"]
NODE_TYPST = "@myriaddreamin/typst-ts-node-compiler"
NODE_SCRIPT = (f"const {{NodeCompiler}} = require('{NODE_TYPST}');"
               "const compiler = NodeCompiler.create({workspace: process.argv[1]});"
               "require('fs').writeFileSync(process.argv[3],"
               " compiler.pdf({mainFilePath: process.argv[2]}));")
NOTE = ("Began with what was measured before and drew the path of one request through the parts. "
        "Named the lock on the table of sessions without help; had seen the same elsewhere and "
        "shown it with a histogram for each endpoint rather than with the mean. ")

# Interviewers, questions each, rounds, and the part of the fastest peer's time
# that is allowed.
SIZES = [(1, 20, 9, 0.5), (5, 80, 3, 0.55)]


def call(*words):
    """Run the program, return what it prints."""
    return subprocess.run([PROGRAM, *map(str, words)], check=True, capture_output=True).stdout


def make_document(folder, n_questions):
    document = folder / "questions.md"
    document.write_text(f"# Bench of {n_questions}\n\n" + "".join(
        f"## How would you find out why request {number} is slower than all the others?\n\n"
        f"The service has one database, two caches and a queue. {number} is one of them.\n\n"
        for number in range(1, n_questions + 1)), encoding="utf-8")
    return document


def record_interview(folder, library, plan, part):
    """Plan one interview and hand it in; return its id."""
    planned = json.loads(call("interview", "plan", *plan, "--interviewer", f"Ira Fern {part}",
                              "--round", f"Round {part}", "--library", library, "--json"))
    record = folder / "record.json"
    record.write_text(json.dumps({
        "items": [{"id": item["id"], "outcome": "answered", "seconds": 180, "rating": 4,
                   "evidence": f"Found the lock of request {number} in under a minute.",
                   "notes": "\n".join(f"{note}.{number} {NOTE}" for note in range(1, 4))}
                  for number, item in enumerate(planned["items"])],
        "recommendation": "yes", "summary": "Knows machines."}), encoding="utf-8")
    call("interview", "record", planned["id"], record, "--library", library)
    return planned["id"]


def make_interviews(folder, library, n_interviews, n_questions):
    """Make interviews of one candidate; return their ids."""
    pack = call("import", make_document(folder, n_questions), "--library", library)
    chosen = call("set", "new", f"Bench of {n_questions}", "--from", pack.decode().strip(),
                  "--library", library).decode().strip()
    person = call("candidate", "add", f"Ada Moss {n_questions}",
                  "--library", library).decode().strip()
    return [record_interview(folder, library, ["--set", chosen, "--candidate", person], part)
            for part in range(1, n_interviews + 1)]


def read_blocks(markdown):
    """Yield (level, text) of headings and, with level 0, of paragraphs."""
    for block in re.split(r"\n(?=\n|#|[-*|] )", markdown):
        text = " ".join(re.sub(r"[*_`\\]", "", block).split())
        level = len(text) - len(text.lstrip("#"))
        if text.strip("#|-: "):
            yield level, text.lstrip("#- ")


def write_html(blocks, path):
    body = "".join(f"<h{level}>{html.escape(text)}</h{level}>\n" if level
                   else f"<p>{html.escape(text)}</p>\n" for level, text in blocks)
    path.write_text('<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>R</title>'
                    "<style>@page { size: A4; margin: 20mm } body { font: 9.5pt/14pt 'Noto Sans' }"
                    f"</style></head><body>\n{body}</body></html>\n", encoding="utf-8")


def write_typst(blocks, path):
    lines = ['#set page("a4", margin: 20mm)\n#set text(9.5pt, font: "Noto Sans")\n']
    for level, text in blocks:
        escaped = re.sub(r"([^\w\s])", r"\\\1", text, flags=re.ASCII)
        lines.append(f"{'=' * level} {escaped}\n" if level else f"{escaped}\n")
    path.write_text("\n".join(lines), encoding="utf-8")


def write_groff(blocks, path):
    lines = [".nr PS 9.5\n.nr VS 14\n.nr PO 2c\n.nr LL 17c\n"]
    for level, text in blocks:
        escaped = text.replace("\\", "\\e")
        lines.append(f".{f'NH {level}' if level else 'PP'}\n\\&{escaped}\n")
    path.write_text("".join(lines), encoding="utf-8")


def has_node_typst():
    return bool(shutil.which("node")) and subprocess.run(
        ["node", "-e", f"require('{NODE_TYPST}')"], capture_output=True).returncode == 0


def list_peers(folder, name):
    """Return {name: command} of all peers, None for those that are missing."""
    page, source = folder / f"{name}.html", folder / f"{name}.typ"
    peers = {
        "typst": ["typst", "compile", source, folder / "typst.pdf"],
        "groff": ["groff", "-Kutf8", "-Tpdf", "-ms", folder / f"{name}.ms"],
        "wkhtmltopdf": ["wkhtmltopdf", "-q", page, folder / "wkhtmltopdf.pdf"],
        "chromium": ["chromium", "--headless", "--no-sandbox", "--disable-gpu",
                     f"--user-data-dir={folder / 'profile'}",
                     f"--print-to-pdf={folder / 'chromium.pdf'}", page],
        "libreoffice": ["libreoffice", f"-env:UserInstallation=file://{folder / 'office'}",
                        "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir",
                        folder, page],
        "weasyprint": ["weasyprint", page, folder / "weasyprint.pdf"],
    }
    found = {peer: command if shutil.which(command[0]) else None
             for peer, command in peers.items()}
    if found["typst"] is None and has_node_typst():
        found["typst"] = ["node", "-e", NODE_SCRIPT, folder, source, folder / "typst.pdf"]
    return found


def measure(command):
    """Return the milliseconds a whole process takes."""
    start = time.perf_counter()
    subprocess.run(list(map(str, command)), check=True, stdin=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def runs(command):
    try:
        measure(command)
    except subprocess.CalledProcessError:
        return False
    return True


def count_pages(path):
    printed = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    return int(re.search(r"^Pages: +(\d+)", printed, re.MULTILINE)[1])


def compare(report, folder, n_interviews, n_questions, rounds, bound):
    library = folder / "library.db"
    name = f"report-{n_interviews}"
    words = ["report", *make_interviews(folder, library, n_interviews, n_questions),
             "--library", library, "--output"]
    call(*words, folder / f"{name}.pdf")
    call(*words, folder / f"{name}.md")
    blocks = list(read_blocks((folder / f"{name}.md").read_text(encoding="utf-8")))
    for write, ending in ((write_html, "html"), (write_typst, "typ"), (write_groff, "ms")):
        write(blocks, folder / f"{name}.{ending}")

    peers = {peer: command if command and runs(command) else None
             for peer, command in list_peers(folder, name).items()}
    missing = [peer for peer, command in peers.items() if command is None]
    contenders = {"--version": [PROGRAM, "--version"],
                  "ours": [PROGRAM, *words, folder / f"{name}.pdf"],
                  **{peer: command for peer, command in peers.items() if command}}
    times = medians(contenders, rounds, measure)
    own = times.pop("ours") - times.pop("--version")
    report.figure(f"{n_interviews} times {n_questions} questions, {count_pages(folder / f'{name}.pdf')} pages: "
                  f"{own:.0f} ms")
    for peer, milliseconds in sorted(times.items(), key=lambda item: item[1]):
        report.figure(f"  {peer}: {milliseconds:.0f} ms, ours is {own / milliseconds:.2f} of it")
    for peer in missing:
        report.figure(f"  {peer}: skipped, not installed or not able to run")
    if times:
        ratio = own / min(times.values())
        report.figure(f"  {ratio:.2f} of the fastest, at most {bound}", ratio <= bound)


def main():
    """Measure and print; return the exit status."""
    if not shutil.which("pdfinfo"):
        print("skipped: pdfinfo is not installed")
        return 77
    report = Report()
    with tempfile.TemporaryDirectory(prefix="ik-bench-") as name:
        for size in SIZES:
            compare(report, pathlib.Path(name), *size)
    return 1 if report.broken else 0


if __name__ == "__main__":
    sys.exit(main())
