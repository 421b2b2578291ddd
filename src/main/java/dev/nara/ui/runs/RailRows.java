package dev.nara.ui.runs;

import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.entry.StudyRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of the rail: the runs by dataset, the open one first. Within a dataset, each study and each group of runs that differ only by
 * the seed is one row, at the position of its first run; baselines are at the end.
 *
 * @param rows from top to bottom
 * @param folded for each run that is hidden in a folded row, the keys of the rows to unfold
 */
record RailRows(List<RailRow> rows, Map<Long, List<String>> folded) {
    static final RailRows NONE = new RailRows(List.of(), Map.of());

    /** At most this many trials of an open study are listed before a row for the others. */
    private static final int TRIALS = 4;

    /** The rows of runs that are in the order of the list. */
    static RailRows of(List<StoredRun> runs, RailView view) {
        RailRows rows = new RailRows(new ArrayList<>(), new HashMap<>());
        Map<String, List<StoredRun>> byData = new LinkedHashMap<>();
        boolean hint = !view.openRows().isEmpty() && !runs.isEmpty();
        if (hint) {
            byData.put(view.openRows(), new ArrayList<>());
        }
        runs.stream().filter(view.found()).forEach(run -> byData.computeIfAbsent(
                        run.spec().rows(), r -> new ArrayList<>())
                .add(run));
        byData.forEach((data, some) -> rows.addData(data, some, view));
        return new RailRows(List.copyOf(rows.rows), Map.copyOf(rows.folded));
    }

    private void addData(String data, List<StoredRun> runs, RailView view) {
        if (runs.isEmpty() && view.filters()) {
            return;
        }
        String key = "data:" + data;
        boolean open = view.open(key, true);
        String name = runs.isEmpty() ? view.openName() : runs.get(0).spec().dataName();
        rows.add(new RailRow.Data(key, name, runs.size(), open));
        if (runs.isEmpty()) {
            rows.add(new RailRow.Untrained("untrained"));
        } else if (open) {
            addRuns(data, runs, view);
        } else {
            hide(runs, List.of(key));
        }
    }

    private void hide(List<StoredRun> runs, List<String> within) {
        runs.forEach(run -> folded.put(run.id(), within));
    }

    private void addRuns(String data, List<StoredRun> runs, RailView view) {
        List<StoredRun> baselines = runs.stream()
                .filter(run -> isBaseline(run, view))
                .sorted(Comparator.comparingDouble(run -> -RailScore.of(run).worth()))
                .toList();
        List<StoredRun> others =
                runs.stream().filter(run -> !isBaseline(run, view)).toList();
        Entries.of(others, view).forEach(entry -> add(entry, view));
        String key = "baselines:" + data;
        boolean open = view.open(key, true);
        if (!baselines.isEmpty() && !others.isEmpty()) {
            rows.add(new RailRow.Baselines(key, baselines.size(), open));
        }
        if (open || others.isEmpty()) {
            baselines.forEach(run -> rows.add(new RailRow.Run(run, false, true)));
        } else {
            hide(baselines, List.of(key));
        }
    }

    private static boolean isBaseline(StoredRun run, RailView view) {
        return view.baselines().contains(run.spec().algorithm())
                && run.study().isEmpty()
                && run.fitOf().isEmpty();
    }

    private void add(Entries entry, RailView view) {
        boolean open = view.open(entry.key(), false);
        switch (entry.kind()) {
            case RUN -> rows.add(new RailRow.Run(entry.runs().get(0), false, false));
            case SERIES -> {
                rows.add(new RailRow.Series(entry.key(), entry.runs(), open));
                within(entry, entry.runs(), open);
            }
            case STUDY -> {
                long study = study(entry.runs().get(0));
                long trials = entry.runs().stream()
                        .map(run -> run.study().map(StudyRun::trial).orElse(0))
                        .distinct()
                        .count();
                rows.add(new RailRow.Study(
                        study,
                        trials,
                        entry.best(),
                        open,
                        view.searching().contains(study),
                        view.ended().contains(study)
                                || entry.runs().stream()
                                        .allMatch(run -> run.state().ended())));
                addTrials(entry, open, view);
            }
        }
    }

    private void within(Entries entry, List<StoredRun> runs, boolean open) {
        if (open) {
            runs.forEach(run -> rows.add(new RailRow.Run(run, true, false)));
        } else {
            hide(runs, List.of(entry.key()));
        }
    }

    /** Adds the best trials, and a row for the others. */
    private void addTrials(Entries entry, boolean open, RailView view) {
        List<StoredRun> best = entry.byScore();
        String more = "more:" + entry.key();
        boolean all = best.size() <= TRIALS + 1 || view.open(more, false);
        List<StoredRun> rest = all ? List.of() : best.subList(TRIALS, best.size());
        within(entry, all ? best : best.subList(0, TRIALS), open);
        hide(rest, open ? List.of(more) : List.of(entry.key(), more));
        if (open && !rest.isEmpty()) {
            rows.add(new RailRow.More(more, rest.size()));
        }
    }

    /** The study of a run, 0 for none of this workspace. */
    static long study(StoredRun run) {
        return run.study().map(StudyRun::study).orElse(0L);
    }

    /** The runs of one row: a single run, the runs of a study, or runs that differ only by the seed. */
    record Entries(String key, Kind kind, List<StoredRun> runs) {
        /** The kind of a row. */
        enum Kind {
            RUN,
            STUDY,
            SERIES
        }

        /** The entries in the order of the list, or in that of the view. */
        static List<Entries> of(List<StoredRun> runs, RailView view) {
            Map<Object, List<StoredRun>> together = new LinkedHashMap<>();
            for (StoredRun run : runs) {
                together.computeIfAbsent(of(run), k -> new ArrayList<>()).add(run);
            }
            List<Entries> entries = new ArrayList<>();
            together.forEach((with, some) -> {
                if (with instanceof Long study && study > 0) {
                    entries.add(new Entries("study:" + study, Kind.STUDY, some));
                } else if (with instanceof RunSpec && seeds(some) > 1) {
                    String key = "series:" + some.get(some.size() - 1).id();
                    entries.add(new Entries(key, Kind.SERIES, List.copyOf(some)));
                } else {
                    some.forEach(run -> entries.add(new Entries(RailRow.Run.key(run.id()), Kind.RUN, List.of(run))));
                }
            });
            switch (view.sort()) {
                case SCORE -> entries.sort(Comparator.comparingDouble(entry -> -entry.worth()));
                case NAME ->
                    entries.sort(Comparator.comparing(entry -> view.names().apply(entry.runs.get(0))));
                default -> {}
            }
            return entries;
        }

        /** The key by which a run is grouped: its study, its setting once it has ended, or a negative number of its own. */
        private static Object of(StoredRun run) {
            if (study(run) > 0) {
                return study(run);
            }
            return run.state().ended() && run.fitOf().isEmpty() ? run.spec().setting() : -run.id();
        }

        private static long seeds(List<StoredRun> runs) {
            return runs.stream().map(run -> run.spec().seed()).distinct().count();
        }

        private double worth() {
            return kind == Kind.SERIES
                    ? runs.stream()
                            .mapToDouble(run -> RailScore.of(run).worth())
                            .filter(Double::isFinite)
                            .average()
                            .orElse(Double.NEGATIVE_INFINITY)
                    : RailScore.of(best()).worth();
        }

        /** The best first; runs that were evaluated on the test part are not trials and come last. */
        List<StoredRun> byScore() {
            return runs.stream()
                    .sorted(Comparator.comparing((StoredRun run) ->
                                    run.study().map(StudyRun::test).orElse(false))
                            .thenComparing(Comparator.comparingDouble(
                                    run -> -RailScore.of(run).worth())))
                    .toList();
        }

        StoredRun best() {
            return byScore().get(0);
        }
    }
}
