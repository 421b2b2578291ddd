package dev.nara.ui.shell;

import dev.nara.analysis.RunFigures;
import dev.nara.analysis.RunNames;
import dev.nara.data.DataException;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.BareNumbers;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.common.Texts;
import dev.nara.ui.palette.Entry;
import dev.nara.ui.palette.Group;
import dev.nara.ui.palette.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import org.kordamp.ikonli.feather.Feather;

/** The workspace's runs, found by number, name, tags and day, latest first. */
final class FoundRuns implements Source {
    private final ScreenContext shared;
    private final Texts texts;
    private final LongConsumer show;

    /** {@code show} shows a run, given its number. */
    FoundRuns(ScreenContext shared, LongConsumer show) {
        this.shared = shared;
        this.texts = shared.frame().texts();
        this.show = show;
    }

    @Override
    public Group group() {
        return Group.RUNS;
    }

    @Override
    public boolean slow() {
        return true;
    }

    @Override
    public Search open() {
        return Search.through(this::entries);
    }

    private List<Entry> entries() throws DataException {
        List<StoredRun> runs = new ArrayList<>(shared.store().list());
        RunNames names = RunNames.of(shared.services().algorithms(), runs);
        runs.sort(Comparator.comparingLong(StoredRun::id).reversed());
        return runs.stream().map(run -> entry(run, names)).toList();
    }

    private Entry entry(StoredRun run, RunNames names) {
        String tags = run.label().tags();
        String day = run.created().substring(0, 10);
        String value = RunFigures.known(run)
                .map(known -> BareNumbers.figure(known.figure()) + " " + texts.of(known.part()) + " " + known.metric())
                .orElse("");
        return Entry.of(
                        Group.RUNS,
                        "run:" + run.id(),
                        Feather.TRENDING_UP,
                        texts.get("palette.run", run.id(), names.of(run, texts.locale())),
                        () -> show.accept(run.id()))
                .with(tags.isBlank() ? day : texts.get("palette.run.tags", tags, day), value);
    }
}
