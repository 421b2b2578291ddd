package dev.nara.ui.runs;

import dev.nara.algorithm.Algorithm;
import dev.nara.data.Dataset;
import dev.nara.spec.Algorithms;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/** Computes the rows of the rail from the stored runs, the open data, the search text and the folded rows. */
final class RailContent {
    private final RailState state;
    private final Session session;
    private final RailHead head;
    private final Set<String> baselines;
    private final RailFolds folds = new RailFolds();

    RailContent(RailState state, Session session, Algorithms algorithms, RailHead head) {
        this.state = state;
        this.session = session;
        this.head = head;
        baselines = algorithms.all().stream()
                .filter(algorithm -> !algorithm.random())
                .map(Algorithm::id)
                .collect(Collectors.toSet());
    }

    /** The open data; its runs are listed first. */
    ReadOnlyObjectProperty<Session.@Nullable Opened> openedProperty() {
        return session.openedProperty();
    }

    void toggle(String key) {
        folds.toggle(key);
    }

    /** The rows; rows that contain one of the runs with these keys are unfolded. */
    List<RailRow> rows(Set<String> seen) {
        Session.Opened opened = session.openedProperty().get();
        RunSearch search = new RunSearch(
                head.searchProperty().get(), state.texts(), state.read().names());
        RailView view = new RailView(
                !search.isEmpty(),
                search::finds,
                head.sortProperty().get(),
                folds.toggled(),
                openRows(opened),
                opened == null ? "" : opened.dataset().name(),
                baselines,
                state.read().searches().keySet(),
                state.read().ended(),
                state::name);
        List<RailRow> rows = new ArrayList<>(folds.rows(runs(), view, seen));
        if (search.isEmpty()) {
            state.read().damaged().forEach(run -> rows.add(new RailRow.Damaged(run)));
        }
        return rows;
    }

    private List<StoredRun> runs() {
        return state.read().listing().runs();
    }

    /** Whether the search hides a run with one of these keys. */
    boolean hides(Set<String> keys) {
        RunSearch search = new RunSearch(
                head.searchProperty().get(), state.texts(), state.read().names());
        return runs().stream().anyMatch(run -> keys.contains(RailRow.Run.key(run.id())) && !search.finds(run));
    }

    /** How most figures were measured, among the runs on the open data if any of them has a figure. */
    List<RailScore.Protocol> usual() {
        String open = openRows(session.openedProperty().get());
        List<StoredRun> withFigure = runs().stream()
                .filter(run -> Double.isFinite(RailScore.of(run).figure()))
                .toList();
        List<StoredRun> here = withFigure.stream()
                .filter(run -> run.spec().rows().equals(open))
                .toList();
        return RailScore.Protocol.ofMost(here.isEmpty() ? withFigure : here);
    }

    private static String openRows(Session.@Nullable Opened opened) {
        String fingerprint = opened == null ? "" : opened.dataset().fingerprint();
        return fingerprint.substring(0, Math.min(fingerprint.length(), Dataset.ROWS_DIGITS));
    }
}
