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
import java.util.stream.Collectors;
import javafx.scene.Node;

/** The split on the page: changes apply at once to the next run, and can be undone. */
final class SplitDesk {
    private final Session session;
    private final SplitTrial trial;
    private final CutPane form;
    private final SplitCard card;
    private final DataPage page;
    private final UndoStack undo;
    private List<StoredRun> runs = List.of();
    private Map<String, String> applied;

    /** {@code form} has all settings of the split. */
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

    /** The settings on the page, by name. */
    Map<String, String> values() {
        return form.values();
    }

    /** Sets these settings, by name, and keeps the others. */
    void set(Map<String, String> some) {
        form.set(some);
        changed();
    }

    /** Applies the form's settings: shows the split, and uses it for the next run. */
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

    /** Uses these settings for the next run. */
    void use(Map<String, String> values) {
        // Cleared first, so that listeners are called even if the settings are the same as before.
        session.chosenSplitProperty().set(Map.of());
        session.chosenSplitProperty().set(values);
    }

    /** Splits the open data; days that belong to other data are reset. */
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

    /** Saves the split to a file. */
    void freeze() {
        trial.freeze(form.values());
    }

    /** The message that the remedy of a warning applies to the next run. */
    static String said(Warning warning, Texts texts) {
        String settings = warning.remedy().entrySet().stream()
                .map(one -> texts.get("parameter." + one.getKey()) + " " + one.getValue())
                .collect(Collectors.joining(" · "));
        return texts.get("data.split.remedied", settings);
    }

    /** Sets all runs, after each reading. */
    void runs(List<StoredRun> all) {
        runs = all;
    }

    /** The number of runs on the open data with another split. */
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
