"""Reads a workspace of Nara Workbench: runs, settings, curves, results of every user, weights and splits.

Needs Python 3.8 and NumPy. Nothing is written: the database is opened for reading alone, also while the program works on it.

    from nara_workspace import Workspace
    ws = Workspace("FOLDER")                     # the folder of --workspace
    for run in ws.runs():
        print(run.number, run.label, run.algorithm, run.state, run.best_metrics, run.test_metrics)
    run = ws.run(3)
    epochs, values = run.curve("HR@10")          # of the part that chooses the best epoch; run.metrics lists what there is
    w = run.weights()                            # w["mlp.item"], w.notes, w.part("layer.0.weight")
    w.score([0, 0], [5, 7])                      # scores of users and items by their numbers in the data
    figures = run.user_figures()                 # {"HR@10": array of a number for each evaluated user}
    for user in run.split(): ...                 # {"user": "196", "train": array of rows, "find": ["110"], ...}

Checksums are compared wherever there are some; a ValueError says what was changed.
"""

import collections
import hashlib
import json
import os
import pathlib
import re
import sqlite3
import sys
import zlib

import numpy as np


class Workspace:
    """A workspace; runs that are in the trash are left out unless asked for."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        file = self.folder / "runs.db"
        if not file.exists():
            raise FileNotFoundError("no workspace: %s" % file)
        self._uri = file.resolve().as_uri()

    def sql(self, query, *values):
        """The rows of a query, as dictionaries."""
        try:
            return self._rows("?mode=ro", query, values)
        except sqlite3.OperationalError:
            if os.access(str(self.folder), os.W_OK):
                raise
            # A folder that cannot be written, and so no program that writes into it now.
            return self._rows("?mode=ro&immutable=1", query, values)

    def _rows(self, mode, query, values):
        database = sqlite3.connect(self._uri + mode, uri=True)
        try:
            database.row_factory = sqlite3.Row
            return [dict(row) for row in database.execute(query, values)]
        finally:
            database.close()

    def runs(self, trashed=False):
        """All runs, the oldest first."""
        return [Run(self, row) for row in self.sql("SELECT * FROM runs WHERE trashed = 0 OR ? ORDER BY id", trashed)]

    def run(self, number):
        """The run of that number."""
        rows = self.sql("SELECT * FROM runs WHERE id = ?", number)
        if not rows:
            raise KeyError("no run %s" % number)
        return Run(self, rows[0])


class Run:
    """A run as the database has it."""

    def __init__(self, workspace, row):
        self.workspace = workspace
        self.number = row["id"]
        self.created = row["created"]
        self.state = row["state"]
        self.label, self.notes, self.tags, self.star = row["name"], row["notes"], row["tags"], bool(row["star"])
        self.settings = json.loads(row["spec"])
        self.environment = json.loads(row["environment"])
        self.algorithm = self.settings["algorithm"]
        self.parameters = self.settings["values"]
        self.best = json.loads(row["best"]) if row["best"] else {}
        self.tested = json.loads(row["tested"]) if row["tested"] else {}
        self.best_epoch = self.best.get("epoch", 0)
        self.best_metrics = self.best.get("metrics", {})
        # Without a validation part the test part chooses the best epoch.
        self.chosen_on_test = self.settings.get("validation", "none") == "none"
        self.test_metrics = self.best_metrics if self.chosen_on_test else self.tested.get("metrics", {})
        self.folder = workspace.folder / "runs" / str(self.number)

    def __repr__(self):
        return "Run %d: %s, seed %s, %s" % (self.number, self.algorithm, self.settings.get("seed"), self.state)

    def events(self):
        """Everything that happened, in order, as dictionaries; "event" says what."""
        events = []
        for row in self.workspace.sql("SELECT event, sum FROM events WHERE run = ? ORDER BY seq", self.number):
            if row["sum"] is not None and zlib.crc32(row["event"].encode("utf-8") + b"\0") != row["sum"]:
                raise ValueError("run %d: an event was changed" % self.number)
            events.append(json.loads(row["event"]))
        return events

    def epochs(self):
        """The epochs: epoch, loss, seconds, metrics, best and more; those of pretraining have another phase."""
        return [event for event in self.events() if event["event"] == "epoch"]

    @property
    def metrics(self):
        """The names of the metrics that were evaluated."""
        return list(dict.fromkeys(name for epoch in self.epochs() for name in epoch["metrics"]))

    def curve(self, name):
        """Epochs and values of a metric, or of "loss", two arrays; without pretraining."""
        points = []
        for epoch in self.epochs():
            value = epoch["loss"] if name == "loss" else epoch["metrics"].get(name)
            if epoch["phase"] == "train" and value is not None:
                points.append((epoch["epoch"], value))
        return np.array([p[0] for p in points], int), np.array([p[1] for p in points], float)

    def weights(self):
        """The weights of the best epoch."""
        return Weights(self._file(""))

    def user_figures(self):
        """The results of every evaluated user on the test part at the best epoch, an array for each metric."""
        return dict(Weights(self._file("-users")))

    def evaluated_users(self):
        """The ids of the users that these results are of, in the same order; None where the split alone does not tell."""
        counted = self.settings.get("coldUsers") == "counted"
        users = [user["user"] for user in self.split() if user["find"] and (counted or len(user["train"]))]
        sizes = {len(figures) for figures in self.user_figures().values() if len(figures)}
        return users if sizes == {len(users)} else None

    def _file(self, of):
        file = self.folder / ("best-%d%s.safetensors" % (self.best_epoch, of))
        return file if file.exists() else self.folder / ("best%s.safetensors" % of)

    def split(self):
        """What was trained on and held out, one dictionary a user, in the order of the users' numbers. Rows are counted from 0 within
        the user, in order of time."""
        lines = (self.folder / "split.jsonl").read_bytes().splitlines(keepends=True)
        if hashlib.sha256(b"".join(lines[:-1])).hexdigest() != json.loads(lines[-1])["sha256"]:
            raise ValueError("run %d: its split was changed" % self.number)
        users = [json.loads(line) for line in lines[1:-1]]
        for user in users:
            for part in ("train", "validation"):
                if part in user:
                    user[part] = _rows(user[part])
        return users


def _rows(text):
    """Places such as 0-35,38."""
    rows = []
    for stretch in filter(None, text.split(",")):
        first, _, last = stretch.partition("-")
        rows.extend(range(int(first), int(last or first) + 1))
    return np.array(rows, int)


class Weights(collections.OrderedDict):
    """Arrays of a safetensors file by name; "notes" says what their axes are and how they make a score."""

    def __init__(self, file):
        super().__init__()
        data = pathlib.Path(file).read_bytes()
        end = 8 + int.from_bytes(data[:8], "little")
        header = json.loads(data[8:end].decode("utf-8"))
        self.notes = header.pop("__metadata__", {})
        self._check(file, data, end)
        for name, entry in header.items():
            first, last = entry["data_offsets"]
            self[name] = np.frombuffer(data[end + first:end + last], "<f4").reshape(entry["shape"])

    def _check(self, file, data, end):
        stored = self.notes.get("checksum")
        if stored:
            zeros = re.sub(rb'"checksum":"[0-9a-f]{8}"', b'"checksum":"00000000"', data[8:end], count=1)
            if zlib.crc32(data[end:], zlib.crc32(data[:8] + zeros)) != int(stored, 16):
                raise ValueError("%s was changed" % file)

    def part(self, name):
        """A part of "dense" of a NeuMF, such as layer.0.weight [out, in], layer.0.bias, output.weight or output.bias."""
        for part in json.loads(self.notes["parts"]):
            if part["name"] == name:
                size = int(np.prod(part["shape"]))
                return self["dense"][part["offset"]:part["offset"] + size].reshape(part["shape"])
        raise KeyError(name)

    def score(self, users, items):
        """Scores of pairs, as the program gives them; for models of embeddings."""
        users, items = np.asarray(users), np.asarray(items)
        if "user_factors" in self:
            products = self["user_factors"][users] * self["item_factors"][items]
            return products.sum(axis=-1) + self["item_bias"][items]
        if "parts" not in self.notes:
            raise NotImplementedError(self.notes.get("score", "these weights do not say how they make a score"))
        last = []
        if "inputs" in self.notes:
            hidden = np.concatenate([self._input(one, users, items) for one in json.loads(self.notes["inputs"])], axis=-1)
            layers = sum(part["name"].endswith(".bias") for part in json.loads(self.notes["parts"])) - 1
            for k in range(layers):
                hidden = np.maximum(0, hidden @ self.part("layer.%d.weight" % k).T + self.part("layer.%d.bias" % k))
            last.append(hidden)
        if "gmf.user" in self:
            last.append(self["gmf.user"][users] * self["gmf.item"][items])
        return np.concatenate(last, axis=-1) @ self.part("output.weight") + self.part("output.bias")[0]

    def _input(self, one, users, items):
        rows = users if one["of"] == "user" else items
        if one["codes"]:
            rows = self[one["codes"]][rows].astype(int)
        return self[one["array"]].reshape(-1, one["width"])[rows]


if __name__ == "__main__":
    for each in Workspace(sys.argv[1]).runs():
        print(each, each.test_metrics or each.best_metrics)
