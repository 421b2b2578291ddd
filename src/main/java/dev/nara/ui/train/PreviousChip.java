package dev.nara.ui.train;

import dev.nara.analysis.AgainstPrevious;
import dev.nara.run.RunEvent;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Texts;
import dev.nara.ui.train.chart.IntervalBar;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Compares the run on screen with the previous one: one line while it trains; a verdict with its interval once both have ended, and a
 * button that trains the seeds needed to settle it. For a run that failed, shows why and a remedy; for several runs, the verdict on the two
 * best.
 */
final class PreviousChip extends HBox {
    private final Label words = new Label();
    private final Label caption = new Label();
    private final Tooltip overWhat = new Tooltip();
    private final IntervalBar interval = new IntervalBar();
    private final Button act = new Button();
    private final Tooltip help = new Tooltip();
    private final Tooltip differs = new Tooltip();
    private final TrainModel model;
    private final Texts texts;
    private final ObservableValue<RunDetails> details;
    private boolean low;
    private Runnable stay = () -> {};
    private Consumer<List<StoredRun>> train = runs -> {};
    private Consumer<StoredRun> again = run -> {};
    private Consumer<StoredRun> goOn = run -> {};

    PreviousChip(TrainModel model, Texts texts) {
        this.model = model;
        this.details = model.detailsProperty();
        this.texts = texts;
        setId("against-previous");
        getStyleClass().add("against-previous");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("against-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        act.setId("against-seeds");
        act.setMinWidth(USE_PREF_SIZE);
        act.setTooltip(help);
        caption.getStyleClass().add("caption");
        caption.setTooltip(overWhat);
        overWhat.textProperty().bind(caption.textProperty());
        words.setMinWidth(0);
        caption.setMinWidth(0);
        VBox labels = new VBox(words, interval, caption);
        setMinWidth(0);
        HBox.setHgrow(labels, Priority.SOMETIMES);
        getChildren().setAll(labels, act);
        caption.managedProperty().bind(caption.visibleProperty());
        caption.visibleProperty().bind(interval.visibleProperty());
        interval.managedProperty().bind(interval.visibleProperty());
        managedProperty().bind(visibleProperty());
        act.managedProperty().bind(act.visibleProperty());
        act.setOnAction(e -> act());
        details.addListener((o, was, is) -> show());
        model.verdictProperty().addListener((o, was, is) -> show());
        model.troubleProperty().addListener((o, was, is) -> show());
        texts.localeProperty().addListener((o, was, is) -> show());
        show();
    }

    /**
     * Sets the actions of the button.
     *
     * @param first called first, to keep the run on screen
     * @param wanted gets the runs for which further seeds are wanted, each as often as seeds
     * @param lower gets a run that diverged, to be trained again with a lower learning rate
     * @param resume gets a run that was interrupted, to be resumed
     */
    void onAct(
            Runnable first, Consumer<List<StoredRun>> wanted, Consumer<StoredRun> lower, Consumer<StoredRun> resume) {
        stay = first;
        train = wanted;
        again = lower;
        goOn = resume;
    }

    /** Shows only the text if there is little height. */
    void low(boolean is) {
        if (is != low) {
            low = is;
            show();
        }
    }

    private void act() {
        // Prevents a second click.
        act.setVisible(false);
        AgainstPrevious against = details.getValue().against();
        StoredRun run = details.getValue().run();
        if (run != null && model.troubleProperty().get() instanceof RunEvent.Failed) {
            again.accept(run);
        } else if (run != null && model.troubleProperty().get() != null) {
            goOn.accept(run);
        } else if (against != null) {
            stay.run();
            train.accept(against.again());
        }
    }

    private void show() {
        RunDetails now = details.getValue();
        StoredRun run = now.run();
        AgainstPrevious against = now.against();
        RunEvent trouble = model.troubleProperty().get();
        boolean failed = trouble != null;
        getStyleClass().removeAll("chip-line", "chip-verdict", "chip-failed");
        String said;
        if (trouble != null) {
            said = FailedRun.words(trouble, model.epochs().size(), texts);
        } else if (run == null) {
            said = model.verdictProperty().get();
        } else {
            said = against == null ? "" : against.words().map(texts::of).orElse("");
        }
        words.setText(said);
        setVisible(!said.isEmpty());
        AgainstPrevious.Interval between =
                failed || against == null ? null : against.interval().orElse(null);
        boolean verdict = between != null;
        getStyleClass().add(failed ? "chip-failed" : verdict ? "chip-verdict" : "chip-line");
        interval.setVisible(verdict && !low);
        if (between != null && against != null) {
            interval.show(between);
            caption.setText(texts.get(against.bySeeds() ? "against.interval" : "against.interval.users"));
        }
        differs.setText(against == null ? "" : against.difference().way(texts.locale()));
        words.setTooltip(differs.getText().isEmpty() ? null : differs);
        offer(run, against);
    }

    /** Sets the button's text; hides it if there is nothing to do. */
    private void offer(@Nullable StoredRun run, @Nullable AgainstPrevious against) {
        if (model.troubleProperty().get() instanceof RunEvent.Failed failure) {
            String rate = run == null || !failure.diverged()
                    ? ""
                    : FailedRun.rate(run).orElse("");
            act.setText(texts.get("train.failed.lower", rate));
            help.setText(texts.get("train.failed.lower.help"));
            act.setVisible(!rate.isEmpty());
            return;
        } else if (model.troubleProperty().get() != null) {
            act.setText(texts.get("train.interrupted.go.on"));
            help.setText(texts.get("train.interrupted.go.on.help"));
            act.setVisible(run != null);
            return;
        }
        int more = against == null ? 0 : against.seeds();
        act.setText(texts.get("against.run.seeds", more));
        help.setText(texts.get("against.run.seeds.help"));
        act.setVisible(more > 0);
    }
}
