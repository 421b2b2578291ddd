package dev.nara.ui;

import dev.nara.run.RunState;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.runs.RunList;
import java.util.Arrays;
import java.util.List;

/** The rail of the window on screen: which runs it has, and choosing some of them. */
final class RailUnderTest {
    private RunList rail() {
        return OnFx.find(".rail", RunList.class);
    }

    /** All runs: those that wait in their order, then newest first. */
    List<StoredRun> runs() {
        return OnFx.get(() -> List.copyOf(rail().runs()));
    }

    /** The same as their numbers. */
    List<Long> ids() {
        return runs().stream().map(StoredRun::id).toList();
    }

    int size() {
        return runs().size();
    }

    StoredRun run(long id) {
        return runs().stream().filter(run -> run.id() == id).findFirst().orElseThrow();
    }

    /** Whether a run is there and in a state. */
    boolean is(long id, RunState state) {
        return runs().stream().anyMatch(run -> run.id() == id && run.state() == state);
    }

    /** Whether all have that state. */
    boolean all(RunState state) {
        return runs().stream().allMatch(run -> run.state() == state);
    }

    /** Chooses runs by their numbers. */
    void choose(Long... ids) {
        OnFx.run(() -> rail().choose(Arrays.asList(ids)));
    }

    void chooseAll() {
        choose(ids().toArray(Long[]::new));
    }

    /** The run at that place of {@link #runs}, from 0. */
    void chooseAt(int place) {
        choose(ids().get(place));
    }
}
