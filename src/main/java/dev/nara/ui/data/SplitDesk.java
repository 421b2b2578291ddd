package dev.nara.ui.data;

import dev.nara.spec.RunSettings;
import dev.nara.split.Warning;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import dev.nara.ui.data.cards.SplitCard;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;

/** The split on the page: what is changed of it counts at once for the next run, and can be taken back. */
final class SplitDesk {
    private final Session session;
    private final SplitTrial trial;
    private final CutPane form;
    private final SplitCard card;
    private final DataPage page;
    private final UndoStack undo;
    private List<StoredRun> runs = List.of();
    private Map<String, String> applied;

    /** {@code form} holds all settings of the split. */
    SplitDesk(Session session, SplitTrial trial, CutPane form, SplitCard card, DataPage page, UndoStack undo) {
        this.session = session;
        this.trial = trial;
        this.form = form;
        this.card = card;
        this.page = page;
        this.undo = undo;
        applied = form.values();
    }

    /** The form, for a sheet. */
    Node form() {
        return form;
    }

    /** What is on the page, by the name of each setting. */
    Map<String, String> values() {
        return form.values();
    }

    /** Puts these settings on the page, by name; others stay. */
    void set(Map<String, String> some) {
        form.set(some);
        changed();
    }

    /** What is in the form is to be cut, and counts for the next run. */
    void changed() {
        Map<String, String> now = form.values();
        Map<String, String> before = applied;
        if (now.equals(before)) {
            return;
        }
        undo.did(() -> {
            form.set(before);
            apply(before);
        });
        apply(now);
    }

    private void apply(Map<String, String> values) {
        applied = values;
        use(values);
        card.keeps(others());
        page.stale(true);
        trial.describe(values, page::show);
    }

    /** Lets the next run use what is on the page. */
    void use(Map<String, String> values) {
        // Also where it was used before and the form was changed since.
        session.chosenSplitProperty().set(Map.of());
        session.chosenSplitProperty().set(values);
    }

    /** Cuts the open data; days of other data are none of it. */
    void show(boolean other) {
        String split = form.values().getOrDefault(RunSettings.SPLIT, "");
        if (other && split.contains(":")) {
            Map<String, String> usual = Map.of(RunSettings.SPLIT, "", RunSettings.VALIDATION, "");
            form.set(usual);
            use(usual);
            applied = form.values();
        }
        if (other) {
            card.keeps(0);
        }
        trial.describe(form.values(), page::show);
    }

    /** Freezes it in a file. */
    void freeze() {
        trial.freeze(form.values());
    }

    /** What does away with a warning counts for the next run. */
    static String said(Warning warning, Texts texts) {
        return texts.get("data.split.remedied", warning.options());
    }

    /** All runs, whenever they have been read. */
    void runs(List<StoredRun> all) {
        runs = all;
    }

    /** How many runs of the open data were cut otherwise. */
    private int others() {
        Opened open = session.openedProperty().get();
        if (open == null) {
            return 0;
        }
        String fingerprint = open.dataset().fingerprint();
        return (int) runs.stream()
                .filter(run -> run.spec().fingerprint().equals(fingerprint))
                .count();
    }
}
