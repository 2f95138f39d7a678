"""The `simpul` command: check, checklist, new, generate, finish."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from simpul.checklist import command as checklist
from simpul.checks import RULES, check
from simpul.generate import generate, outdated
from simpul.knowledge import Knowledge
from simpul.problem import Format, Problem, render
from simpul.scaffold import ScaffoldError, case_study_files, write


def _check(options: argparse.Namespace) -> int:
    problems = check(Knowledge.load(options.root))
    options.paths = [os.path.relpath(options.root / path, options.root) for path in options.paths]
    for path in options.paths:
        if not (options.root / path).exists():
            said = (
                "tidak ada; tulis jalur dari folder proyek / no such file or folder; write it from the project's folder"
            )
            print(f"{path}: {said}", file=sys.stderr)
            return 2
    chosen = [p for p in problems if _wanted(p, options)]
    form: Format = options.format or ("github" if os.environ.get("GITHUB_ACTIONS") else "text")
    output = render(chosen, form)
    if output:
        print(output)
    elif form == "text":
        print("Tidak ada masalah / No problems")
    return 1 if chosen else 0


def _wanted(problem: Problem, options: argparse.Namespace) -> bool:
    if options.rule and problem.rule not in options.rule:
        return False
    if options.skip and problem.rule in options.skip:
        return False
    return not options.paths or any(
        path == "." or problem.path == path or problem.path.startswith(path + "/") for path in options.paths
    )


def _new_case_study(options: argparse.Namespace) -> int:
    try:
        files = case_study_files(Knowledge.load(options.root), options.slug, date.today())
        if options.dry_run:
            for name, text in files.items():
                print(f"==> {name}\n{text}")
            return 0
        write(options.root, files)
    except ScaffoldError as error:
        print(error, file=sys.stderr)
        return 1
    names = list(files)
    print("\n".join(f"ditulis / written: {name}" for name in names))
    print("\nIsi yang kosong, lalu / fill in the blanks, then:")
    print(f"  .venv/bin/simpul check {' '.join(names)}\n  make serve")
    return 0


def _generate(options: argparse.Namespace) -> int:
    knowledge = Knowledge.load(options.root)
    if knowledge.problems:  # a file that cannot be read would be missing from what is written
        print(render(check(knowledge)))
        return 1
    if not options.check:
        for name in generate(knowledge):
            print(f"ditulis / written: {name}")
        return 0
    names = outdated(knowledge)
    for name in names:
        print(f"{name}:1:1: tidak mutakhir; jalankan / out of date; run: simpul generate [outdated-file]")
    return 1 if names else 0


def _finish(options: argparse.Namespace) -> int:
    # Here and not above: a check, which runs at every commit, need not wait for the libraries that finishing needs.
    from simpul.finish import FinishError, finish

    try:
        finish(options.site_dir, options.root)
    except FinishError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="simpul", description=__doc__)
    parser.add_argument(
        "--root",
        type=Path,
        default=Path.cwd(),
        help="folder proyek / the project's folder (default: .)",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="periksa semua data dan halaman / check all data and pages")
    checking.add_argument("paths", nargs="*", help="hanya berkas atau folder ini / only these files or folders")
    checking.add_argument("--format", choices=["text", "github", "json"])
    checking.add_argument("--rule", action="append", choices=RULES, metavar="RULE")
    checking.add_argument("--skip", action="append", choices=RULES, metavar="RULE")
    checking.set_defaults(run=_check)
    listing = commands.add_parser("checklist", help="cetak daftar periksa / print a checklist")
    checklist.add_arguments(listing)
    listing.set_defaults(run=lambda options: checklist.run(options, Knowledge.load(options.root)))
    new = commands.add_parser("new", help="buat berkas baru / start a new record").add_subparsers(
        dest="kind", required=True
    )
    case_study = new.add_parser("case-study", help="fakta dan dua halaman sebuah kasus / facts and two pages of a case")
    case_study.add_argument("slug", help="nama berkas tanpa akhiran / the name of the files without their ending")
    case_study.add_argument("--dry-run", action="store_true", help="cetak saja / only print")
    case_study.set_defaults(run=_new_case_study)
    generating = commands.add_parser("generate", help="tulis berkas turunan / write the generated files")
    generating.add_argument("--check", action="store_true", help="hanya periksa / only check")
    generating.set_defaults(run=_generate)
    finishing = commands.add_parser("finish", help="selesaikan situs yang sudah dibangun / finish a built site")
    finishing.add_argument("site_dir", type=Path)
    finishing.set_defaults(run=_finish)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when problems were found, 2 when the command itself was wrong."""
    options = _parser().parse_args(argv)
    result: int = options.run(options)
    return result


if __name__ == "__main__":
    sys.exit(main())
