#!/usr/bin/env python3
"""Holds `nara tune` against Optuna, which calls `nara train --json`, at equal wall time.

    search_against_optuna.py --nara NARA --data DIR [--format F] [--split leave-one-out] [--algorithm gmf]
        [--minutes 20] [--seeds 1,2,3,4,5] [--epochs 20] [--judges 3] [--at-once] --out FOLDER

Needs Python 3.9 or newer with Optuna 4 or 5; nothing of the build or of the program needs it. Per seed:

1. `nara tune` searches for the given minutes, confirmation and choice included as its budget has them.
2. Optuna searches for as long as nara's search really took, with its TPE sampler and its median pruner, over the same space
   (that of the study that `nara tune` began), one trial a process, from the same first setting, the preset. The goal and
   its validation part are the same. A trial that the pruner gives up is ended.
3. Both choices are trained with `--validation fixed` for the epochs that were best in their trial, with seeds that neither has
   seen, the same for both, and told on the test part.

With --at-once the two searches run at the same time, each on a processor of its own, and Optuna for the given minutes: what else
the machine does holds both up alike. Linux only.

Prints a line a seed and the means. Every command's output stays in the folder.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import queue
import signal
import statistics
import subprocess
import time


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--nara", required=True, help="the program")
    p.add_argument("--data", help="the data; the bundled sample without it")
    p.add_argument("--format")
    p.add_argument("--split", default="leave-one-out")
    p.add_argument("--algorithm", default="gmf")
    p.add_argument("--minutes", type=float, default=20)
    p.add_argument("--seeds", default="1,2,3,4,5")
    p.add_argument("--epochs", type=int, default=20)
    p.add_argument("--judges", type=int, default=3, help="seeds that the choices are trained from on the whole training part")
    p.add_argument("--at-once", action="store_true", help="both search at the same time, each on a processor of its own")
    p.add_argument("--out", required=True)
    return p.parse_args()


class Peers:
    def __init__(self, args):
        self.args = args
        self.out = pathlib.Path(args.out)
        self.out.mkdir(parents=True, exist_ok=True)
        self.common = ["--algorithm", args.algorithm, "--split", args.split, "--epochs", str(args.epochs), "--json"]
        if args.data:
            self.common += ["--data", args.data]
        if args.format:
            self.common += ["--format", args.format]

    def events(self, name, *command, processor=None):
        """Yields the events of a command as they come; its standard error lies beside the other files."""
        pinned = (lambda: os.sched_setaffinity(0, {processor})) if self.args.at_once and processor is not None else None
        with open(self.out / (name + ".jsonl"), "a", encoding="utf-8") as log, open(self.out / (name + ".err"), "a") as err:
            p = subprocess.Popen([self.args.nara, *command], stdout=subprocess.PIPE, stderr=err, text=True, preexec_fn=pinned)
            try:
                for line in p.stdout:
                    log.write(line)
                    yield json.loads(line)
            finally:
                if p.poll() is None:
                    p.send_signal(signal.SIGTERM)
                p.stdout.close()
                p.wait()

    def tune(self, seed, begun):
        """Settings and epochs of nara's choice; how many it tried; seconds it took. Its study and first setting go into `begun`."""
        name, began = f"nara-{seed}", time.time()
        study, trials = None, {}
        for e in self.events(name, "tune", *self.common, "--minutes", str(self.args.minutes), "--seed", str(seed),
                             "--workspace", str(self.out / name), processor=0):
            if e["event"] == "study":
                study = e["spec"]
            elif e["event"] == "trial":
                trials[e["trial"]] = dict(e["settings"])
                if e["trial"] == 1:
                    begun.put((study, dict(e["settings"])))
            elif e["event"] == "trial_ended" and e.get("bestEpoch") and "epochs" not in trials[e["trial"]]:
                trials[e["trial"]]["epochs"] = e["bestEpoch"]
            elif e["event"] == "chosen":
                chosen = e["choice"]["trial"]
        settings = dict(trials[chosen])
        return settings, len(trials), time.time() - began

    def optuna(self, seed, study_spec, first, seconds):
        """Settings and epochs of Optuna's best trial, and how many it tried."""
        import optuna

        optuna.logging.set_verbosity(optuna.logging.WARNING)
        goal, end = study_spec["goal"], time.time() + seconds
        dimensions = spaces(study_spec)

        def objective(trial):
            settings = {d["name"]: suggest(trial, d) for d in dimensions}
            options = [x for n, v in settings.items() for x in ("--set", f"{n}={v}")]
            best, epoch = None, 0
            for e in self.events(f"optuna-{seed}", "train", *self.common, *options, "--seed", str(seed),
                                 "--workspace", str(self.out / f"optuna-{seed}"), processor=1):
                if e["event"] == "epoch" and goal in e["metrics"]:
                    value = e["metrics"][goal]
                    if best is None or value > best:
                        best, epoch = value, e["epoch"]
                        trial.set_user_attr("epochs", epoch)
                    trial.report(value, e["epoch"])
                    if time.time() > end or trial.should_prune():
                        break
            if best is None:
                raise optuna.TrialPruned()
            trial.set_user_attr("settings", settings)
            return best

        study = optuna.create_study(direction="maximize", sampler=optuna.samplers.TPESampler(seed=seed),
                                    pruner=optuna.pruners.MedianPruner())
        study.enqueue_trial({n: v for d in dimensions for n, v in as_suggested(d, first[d["name"]]).items()})
        while time.time() < end:
            study.optimize(objective, n_trials=1)
        best = study.best_trial
        return dict(best.user_attrs["settings"], epochs=best.user_attrs["epochs"]), len(study.trials)

    def judged(self, name, settings, goal):
        """The mean test figure of a setting, trained from fresh seeds on the whole training part."""
        settings, figures = dict(settings), []
        epochs = str(settings.pop("epochs"))
        options = [x for n, v in settings.items() for x in ("--set", f"{n}={v}")]
        common = [epochs if self.common[i - 1] == "--epochs" else o for i, o in enumerate(self.common)]
        for seed in range(1001, 1001 + self.args.judges):
            for e in self.events(name, "train", *common, *options, "--validation", "fixed", "--seed", str(seed),
                                 "--workspace", str(self.out / name)):
                if e["event"] == "tested":
                    figures.append(e["metrics"][goal])
        return statistics.mean(figures)


def spaces(study_spec):
    """The dimensions of nara's study as dictionaries of name and values, or low, high, log and whole."""
    return study_spec["parts"][0]["space"]["dimensions"]


def suggest(trial, d):
    name = d["name"]
    if "values" in d:
        return trial.suggest_categorical(name, d["values"])
    if d["zero"] and trial.suggest_categorical(name + ".zero", [True, False]):
        return 0
    if d["whole"]:
        return trial.suggest_int(name, int(d["low"]), int(d["high"]), log=d["log"])
    return trial.suggest_float(name, float(d["low"]), float(d["high"]), log=d["log"])


def as_suggested(d, value):
    """The parameters of Optuna that suggest this value."""
    name = d["name"]
    if "values" in d:
        return {name: value}
    if d["zero"] and float(value) == 0:
        return {name + ".zero": True}
    return {name: int(value) if d["whole"] else float(value)} | ({name + ".zero": False} if d["zero"] else {})


def main():
    args = arguments()
    peers = Peers(args)
    rows = []
    for seed in map(int, args.seeds.split(",")):
        begun = queue.Queue()
        with concurrent.futures.ThreadPoolExecutor() as pool:
            search = pool.submit(peers.tune, seed, begun)
            if not args.at_once:
                concurrent.futures.wait([search])
            study, first = begun.get(timeout=120)
            seconds = args.minutes * 60 if args.at_once else search.result()[2]
            theirs, tried_theirs = peers.optuna(seed, study, first, seconds)
        ours, tried, seconds = search.result()
        goal = study["goal"]
        row = peers.judged(f"ours-{seed}", ours, goal), peers.judged(f"theirs-{seed}", theirs, goal)
        rows.append(row)
        print(f"seed {seed}: {goal} on test  nara tune {row[0]:.4f} ({tried} trials, {seconds:.0f} s)  "
              f"Optuna {row[1]:.4f} ({tried_theirs} trials)", flush=True)
        print("   nara  ", ours, "\n   Optuna", theirs, flush=True)
    print(f"mean: nara tune {statistics.mean(r[0] for r in rows):.4f}  Optuna {statistics.mean(r[1] for r in rows):.4f}")


if __name__ == "__main__":
    main()
