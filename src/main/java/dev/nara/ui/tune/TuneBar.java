package dev.nara.ui.tune;

import dev.nara.search.picture.OutcomeWords;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.search.study.TrialState;
import dev.nara.text.BareNumbers;
import dev.nara.ui.common.Texts;
import dev.nara.ui.tune.model.TuneModel;
import dev.nara.ui.tune.model.TuneRequests;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/** The bar of the Search workspace: the study, its goal, its progress, the best figure, and buttons to start, pause and finish it. */
final class TuneBar extends HBox {
    private static final PseudoClass STILL = PseudoClass.getPseudoClass("still");

    private static final String GO_ON = "M2 1L11 6.5L2 12Z";
    private static final String HOLD = "M2 1H4V12H2Z M8 1H10V12H8Z";
    private static final String FLAG = "M1 0H2.5V1H10L8 4L10 7H2.5V13H1Z";

    private final TuneModel model;
    private final Texts texts;
    private final TuneRequests requests;
    private final Clock clock;
    private final MenuButton studies = new MenuButton();
    private final Label from = new Label();
    private final BarFact goal = new BarFact("tune-goal");
    private final BarFact limit = new BarFact("tune-limit");
    private final BarFact budget = new BarFact("tune-budget");
    private final BarFact best = new BarFact("tune-best");
    private final BarFact level = new BarFact("tune-level");
    private final BarFact trials = new BarFact("tune-tried");
    private final StringProperty confirmation = new SimpleStringProperty("");
    private final ProgressBar elapsed = new ProgressBar(0);
    private final Button pause = new Button();
    private final Button finish = new Button();

    TuneBar(TuneModel model, Texts texts, TuneRequests requests, Clock clock) {
        this.model = model;
        this.texts = texts;
        this.requests = requests;
        this.clock = clock;
        setId("tune-bar");
        getStyleClass().add("tune-bar");
        studies.setId("tune-studies");
        studies.setMnemonicParsing(false);
        studies.getStyleClass().addAll("flat", "tune-name");
        studies.setMinWidth(Region.USE_PREF_SIZE);
        elapsed.getStyleClass().add("tune-elapsed");
        elapsed.accessibleTextProperty().bind(texts.binding("tune.budget"));
        budget.beside(elapsed);
        level.onClick(this::selectLevel);
        level.help(texts.binding("tune.level.help"));
        trials.help(texts.binding("tune.tried.help"));
        budget.help(confirmation);
        from.getStyleClass().add("bar-name");
        from.setMinWidth(Region.USE_PREF_SIZE);
        VBox name = new VBox(studies, from);
        name.getStyleClass().add("bar-fact");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        button(pause, "tune-pause", this::pauseOrGoOn);
        button(finish, "tune-finish", requests::finish);
        getChildren().addAll(name, goal, limit, budget, best, level, trials, gap, pause, finish);
        model.studies().addListener((ListChangeListener<TuneModel.Named>) change -> menu());
        model.damaged().addListener((ListChangeListener<Long>) change -> menu());
        model.secondsProperty().addListener((o, was, is) -> time());
        texts.localeProperty().addListener((o, was, is) -> show());
        widthProperty().addListener((o, was, is) -> show());
        show();
    }

    private static void button(Button button, String id, Runnable action) {
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(e -> action.run());
    }

    private static SVGPath icon(String path) {
        SVGPath icon = new SVGPath();
        icon.setContent(path);
        icon.getStyleClass().add("bar-icon");
        return icon;
    }

    private void menu() {
        studies.getItems().setAll(StudyMenu.items(model, texts, requests));
    }

    private void selectLevel() {
        model.selected()
                .setAll(model.trials().stream()
                        .filter(Trial::level)
                        .map(Trial::number)
                        .toList());
    }

    private void pauseOrGoOn() {
        StudySnapshot study = model.snapshotProperty().get();
        if (study == null || study.id() == 0) {
            requests.start();
        } else if (study.phase() == Phase.INTERRUPTED) {
            requests.goOn();
        } else if (study.phase() == Phase.PAUSED) {
            requests.steer(new StudyEvent.Continued());
        } else {
            requests.steer(new StudyEvent.Paused());
        }
    }

    /** Hides the least important facts if there is not enough space. */
    private void fit() {
        // Outside of a scene there are no colours yet.
        if (getWidth() > 0 && getScene() != null) {
            applyCss();
            for (BarFact fact : List.of(level, goal, limit, trials)) {
                if (fact.isVisible() && prefWidth(-1) > getWidth()) {
                    fact.setVisible(false);
                }
            }
        }
    }

    /** Shows the current state of the study. */
    void show() {
        menu();
        StudySnapshot study = model.snapshotProperty().get();
        budget.setVisible(study != null);
        goal.setVisible(study != null);
        List.of(best, trials).forEach(fact -> fact.setVisible(study != null && study.id() > 0));
        level.setVisible(study != null && study.id() > 0);
        limit.setVisible(false);
        buttons(study);
        if (study == null) {
            studies.setText(texts.get("tune.new"));
            from.setText("");
            return;
        }
        studies.setText(StudyMenu.name(texts, study.id(), study.spec()));
        String preset = study.spec().preset();
        from.setText(preset.isEmpty() ? texts.get("tune.from.first") : texts.get("tune.from", preset));
        goal.show(texts.get("tune.goal"), texts.get("tune.goal.on", study.spec().goal()), "");
        limit.show(texts.get("tune.limit"), limits(study), "");
        limit.setVisible(!study.spec().limits().isEmpty());
        confirmation.set(texts.of(OutcomeWords.confirmation(study.budget())));
        time();
        best(study);
        long same = study.trials().stream().filter(Trial::level).count();
        level.show(texts.get("tune.level"), Long.toString(same), "");
        tried(study);
        fit();
    }

    private static String limits(StudySnapshot study) {
        return study.spec().limits().stream()
                .map(l -> l.metric() + (l.atLeast() ? " ≥ " : " ≤ ") + BareNumbers.value(Double.toString(l.value())))
                .collect(Collectors.joining(", "));
    }

    /** Shows the buttons that apply: Start, Pause or Continue, and Finish now. */
    private void buttons(@Nullable StudySnapshot study) {
        Phase phase = study == null || study.id() == 0 ? null : study.phase();
        boolean searching = phase == Phase.SEARCHING || phase == Phase.CONFIRMING || phase == Phase.TESTING;
        boolean still = phase == Phase.PAUSED || phase == Phase.INTERRUPTED;
        pause.setVisible(phase == null || searching || still);
        pause.setText(texts.get(phase == null ? "tune.start" : still ? "tune.continue" : "tune.pause"));
        pause.setGraphic(icon(phase == null || still ? GO_ON : HOLD));
        pause.setDisable(study == null);
        pause.getStyleClass().remove("accent");
        if (phase == null || still) {
            pause.getStyleClass().add("accent");
        }
        boolean confirms = study != null && study.doing().confirms();
        finish.setText(texts.get(confirms ? "tune.finish.confirmed" : "tune.finish"));
        finish.setGraphic(icon(FLAG));
        finish.setVisible(phase == Phase.SEARCHING || confirms || still);
        elapsed.pseudoClassStateChanged(STILL, still);
    }

    private void time() {
        StudySnapshot study = model.snapshotProperty().get();
        if (study == null) {
            return;
        }
        Instant now = clock.instant();
        double seconds = model.secondsProperty().get();
        budget.show(BudgetFact.name(texts, study.budget()), study.id() == 0 ? "" : BudgetFact.used(study, seconds), "");
        budget.note(BudgetFact.end(texts, study, seconds, now));
        elapsed.setProgress(study.id() == 0 ? 0 : BudgetFact.share(study, seconds, now));
    }

    private void best(StudySnapshot study) {
        StudySnapshot.BestPoint point = study.bestNow().orElse(null);
        if (point == null) {
            best.show(texts.get("tune.best"), "–", "");
            return;
        }
        boolean known = Double.isFinite(point.error());
        best.show(
                texts.get("tune.best"),
                BareNumbers.figure(point.mean()),
                known ? " ± " + BareNumbers.margin(point.error()) : "  " + texts.get("tune.best.one"));
    }

    private void tried(StudySnapshot study) {
        List<Trial> all = study.trials();
        long alive = all.stream().filter(t -> t.state().alive()).count();
        long finished =
                all.stream().filter(t -> t.state() == TrialState.FINISHED).count();
        long thawed = all.stream().filter(Trial::thawed).count();
        trials.show(
                texts.get("tune.trials"),
                study.phase().ended()
                        ? texts.get("tune.tried.ended", all.size(), finished, thawed)
                        : texts.get("tune.tried", all.size(), alive, thawed),
                "");
    }
}
