package dev.nara.ui.train;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Fitting;
import dev.nara.data.prepare.Prepared;
import dev.nara.spec.Algorithms;
import dev.nara.spec.PastedSettings;
import dev.nara.spec.RunSettings;
import dev.nara.spec.RunSpec;
import dev.nara.store.StoredRun;
import dev.nara.ui.common.History;
import dev.nara.ui.common.ParameterForm;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The settings of the next run: algorithm and preset, the algorithm's parameters, and the run's own. */
public final class SettingsPane extends VBox {
    private static final Duration PAUSE = Duration.millis(400);

    private final Texts texts;
    private final ComboBox<Algorithm> algorithms = new ComboBox<>();
    private final PresetChooser presets;
    private final EngineChooser engines;
    private final VBox parametersPlace = new VBox();
    private final ParameterForm runForm;
    private final IntegerProperty problems = new SimpleIntegerProperty();
    private final IntegerProperty differing = new SimpleIntegerProperty();
    private final PauseTransition settled = new PauseTransition(PAUSE);
    private final History<Shown> history = new History<>();
    private long changedAt = System.nanoTime();
    private Runnable afterSettling = () -> {};
    private ParameterForm parameters;
    /** The settings of the run on screen; null for none. */
    private @Nullable RunSpec onScreen;

    private boolean ofSeries;

    /** Everything the pane holds. */
    private record Shown(
            Algorithm algorithm, Map<String, String> values, Map<String, String> run, String engine, String device) {}

    SettingsPane(Algorithms all, Texts texts, OwnPresets own) {
        this.texts = texts;
        this.runForm = new ParameterForm(RunSettings.inForm(), texts);
        this.parameters = new ParameterForm(List.of(), texts);
        this.presets = new PresetChooser(own, texts, this::algorithm, () -> parameters);
        this.engines = new EngineChooser(texts, this::changed);
        getStyleClass().add("side");
        algorithms.setId("algorithm");
        algorithms.getItems().setAll(all.all());
        Words.show(algorithms, texts, a -> texts.get("algorithm." + a.id()));
        getChildren()
                .addAll(
                        FieldRows.heading(texts, "train.model"),
                        FieldRows.aligned(texts, "train.algorithm", algorithms),
                        presets.row());
        getChildren().addAll(engines.rows());
        getChildren().addAll(parametersPlace, FieldRows.heading(texts, "train.run"), runForm);
        algorithms.valueProperty().addListener((o, was, is) -> choose(is));
        runForm.onChange(this::changed);
        algorithms.setValue(all.all().get(0));
        settled.setOnFinished(e -> settle());
    }

    /** What computes the next run. */
    EngineChooser engines() {
        return engines;
    }

    /** Marks where the form differs from the run on screen; null for none. */
    void compareWith(@Nullable StoredRun run) {
        onScreen = run == null ? null : run.spec();
        // Of a series each run has another seed than the form, unasked.
        ofSeries = run != null && !run.series().isEmpty();
        compareWithShown();
    }

    /** In how many settings the form differs from the run on screen; 0 where there is none. */
    ReadOnlyIntegerProperty differingProperty() {
        return differing;
    }

    private void compareWithShown() {
        RunSpec run = onScreen;
        parameters.compareWith(run != null && run.algorithm().equals(algorithm().id()) ? run.values() : Map.of());
        Map<String, String> others =
                new HashMap<>(run == null ? Map.of() : run.run().values());
        if (ofSeries) {
            others.remove("seed");
        }
        runForm.compareWith(others);
        countDiffering();
    }

    private void countDiffering() {
        RunSpec run = onScreen;
        boolean other = run != null && !run.algorithm().equals(algorithm().id());
        differing.set(run == null ? 0 : parameters.differing() + runForm.differing() + (other ? 1 : 0));
    }

    private void changed() {
        countDiffering();
        changedAt = System.nanoTime();
        settled.playFromStart();
    }

    /** When something was changed last, by {@link System#nanoTime}. */
    public long changedAt() {
        return changedAt;
    }

    private void settle() {
        history.now(shown());
        if (problems.get() == 0) {
            afterSettling.run();
        }
    }

    private Shown shown() {
        return new Shown(algorithm(), parameters.values(), runForm.values(), engines.engine(), engines.device());
    }

    /** Takes back the last change; returns whether there was one. */
    public boolean undo() {
        settled.stop();
        history.now(shown());
        Optional<Shown> before = history.undo();
        before.ifPresent(this::show);
        return before.isPresent();
    }

    /** Makes the change again that was taken back last. */
    public void redo() {
        history.redo().ifPresent(this::show);
    }

    private void show(Shown other) {
        fill(other.algorithm.id(), other.values, other.run, other.engine);
        engines.chooseDevice(other.device);
    }

    /** Puts settings into the form; an algorithm or an engine that is not there leaves the choice as it is. */
    private void fill(String algorithm, Map<String, String> values, Map<String, String> run, String engine) {
        algorithms.getItems().stream()
                .filter(a -> a.id().equals(algorithm))
                .findFirst()
                .ifPresent(algorithms::setValue);
        parameters.set(values);
        runForm.set(run);
        engines.chooseEngine(engine);
    }

    /** Fills in what was copied elsewhere; what it does not name stays, the algorithm's parameters take their defaults. */
    void paste(PastedSettings pasted) {
        fill(pasted.algorithm(), pasted.values(), with(pasted.run()), pasted.engine());
    }

    /** Fills the form with the settings of a run, to begin with its weights. */
    void startFrom(StoredRun run) {
        show(run.spec());
        Map<String, String> values = new HashMap<>(parameters.values());
        values.put(Fitting.START_FROM, Long.toString(run.id()));
        parameters.set(values);
    }

    /** Calls the listener when settings have been changed and nothing has followed for a moment, unless one is wrong. */
    void onSettled(Runnable listener) {
        afterSettling = listener;
    }

    /** Calls the listener with the chosen algorithm, now and whenever another is chosen. */
    void onAlgorithm(Consumer<Algorithm> listener) {
        listener.accept(algorithm());
        algorithms.valueProperty().addListener((o, was, is) -> {
            if (is != null) {
                listener.accept(is);
            }
        });
    }

    private void choose(@Nullable Algorithm algorithm) {
        if (algorithm == null) {
            return;
        }
        parameters = ParameterForm.ofGroups(algorithm.groups(), texts);
        compareWithShown();
        parameters.onChange(() -> {
            engines.forgetSpeeds();
            changed();
        });
        changed();
        engines.forgetSpeeds();
        parametersPlace.getChildren().setAll(parameters);
        problems.bind(Bindings.createIntegerBinding(
                () -> parameters.problemsProperty().get()
                        + runForm.problemsProperty().get(),
                parameters.problemsProperty(),
                runForm.problemsProperty()));
        presets.offer();
    }

    /** Fills the form with the settings of a run. */
    void show(RunSpec spec) {
        fill(spec.algorithm(), spec.values(), spec.run().values(), spec.engine());
        engines.chooseDevice(spec.device());
    }

    /** Sets some of the run's own settings and keeps the others. */
    void set(Map<String, String> some) {
        runForm.set(with(some));
    }

    private Map<String, String> with(Map<String, String> some) {
        Map<String, String> all = new HashMap<>(runForm.values());
        all.putAll(some);
        return all;
    }

    /** Says of settings that are left open what they come to with the open data, by name. */
    void resolved(Map<String, String> run) {
        runForm.resolved(run);
    }

    /** How many fields cannot be used as they are. */
    ReadOnlyIntegerProperty problemsProperty() {
        return problems;
    }

    /** The chosen algorithm. */
    Algorithm algorithm() {
        return Objects.requireNonNull(algorithms.getValue());
    }

    /** What all fields hold, by the name of the parameter. */
    public Map<String, String> fieldValues() {
        Map<String, String> values = new LinkedHashMap<>(parameters.values());
        values.putAll(runForm.values());
        return values;
    }

    /** Gives the field of a parameter the keys. */
    public void showField(String parameter) {
        if (!parameters.focus(parameter)) {
            runForm.focus(parameter);
        }
    }

    /** The settings as a spec for a dataset. */
    public RunSpec spec(Prepared data) {
        return RunSpec.draft()
                .data(data.dataset().path().toString())
                .format(data.dataset().format())
                .recipe(data.recipe())
                .algorithm(algorithm().id())
                .values(parameters.values())
                .run(runForm.values())
                .engine(engines.engine())
                .device(engines.device())
                .spec();
    }
}
