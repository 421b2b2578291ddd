package dev.nara.ui.runs;

import dev.nara.run.RunState;
import dev.nara.store.entry.StoredRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The stored runs in the order of the list: first those in this program's queue, then those waiting in other programs, then all others,
 * newest first.
 *
 * @param runs in that order
 * @param places the positions in this program's queue, from 1, by run number
 * @param elsewhere the runs that other programs work on
 */
record Listing(List<StoredRun> runs, Map<Long, Integer> places, Set<Long> elsewhere) {
    static final Listing EMPTY = new Listing(List.of(), Map.of(), Set.of());

    /**
     * @param all the stored runs, newest first
     * @param waiting the numbers of the runs in this program's queue, in its order
     * @param isElsewhere whether another program works on a run
     */
    static Listing of(List<StoredRun> all, List<Long> waiting, Predicate<StoredRun> isElsewhere) {
        Map<Long, Integer> places = new HashMap<>();
        waiting.forEach(run -> places.put(run, places.size() + 1));
        Set<Long> elsewhere =
                all.stream().filter(isElsewhere).map(StoredRun::id).collect(Collectors.toSet());
        List<StoredRun> runs = new ArrayList<>(all.stream()
                .filter(run -> places.containsKey(run.id()))
                .sorted(Comparator.comparing(run -> places.get(run.id())))
                .toList());
        Predicate<StoredRun> waitsElsewhere = run -> run.state() == RunState.QUEUED && elsewhere.contains(run.id());
        List<StoredRun> others =
                all.stream().filter(run -> !places.containsKey(run.id())).toList();
        others.stream()
                .filter(waitsElsewhere)
                .sorted(Comparator.comparingDouble(StoredRun::place))
                .forEach(runs::add);
        others.stream().filter(waitsElsewhere.negate()).forEach(runs::add);
        return new Listing(runs, places, elsewhere);
    }

    /** Whether the run is in this program's queue. */
    boolean waits(StoredRun run) {
        return places.containsKey(run.id());
    }
}
