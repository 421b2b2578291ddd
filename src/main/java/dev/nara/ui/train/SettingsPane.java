package dev.nara.ui.train;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Device;
import dev.nara.algorithm.Engine;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Preset;
import dev.nara.data.prepare.Prepared;
import dev.nara.spec.PastedSettings;
import dev.nara.spec.RunSettings;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.text.Text;
import dev.nara.ui.common.History;
import dev.nara.ui.common.ParameterForm;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The settings of the next run: algorithm and preset, the algorithm's parameters, and the run's own. */
final class SettingsPane extends VBox {
    private static final Duration PAUSE = Duration.millis(400);

    private final Texts texts;
    private final ComboBox<Algorithm> algorithms = new ComboBox<>();
    private final ComboBox<Preset> presets = new ComboBox<>();
    private final ComboBox<EngineChoice> engines = new ComboBox<>();
    private final ComboBox<Device> devices = new ComboBox<>();
    private final Button measure = new Button();
    private final Label speeds = new Label();
    private final Label deviceProblem = new Label();
    private final VBox parametersPlace = new VBox();
    private final ParameterForm runForm;
    private final IntegerProperty problems = new SimpleIntegerProperty();
    private final IntegerProperty differing = new SimpleIntegerProperty();
    private final PauseTransition settled = new PauseTransition(PAUSE);
    private final History<Shown> history = new History<>();
    private final OwnPresets own;
    private long changedAt = System.nanoTime();
    private Runnable afterSettling = () -> {};
    private ParameterForm parameters;
    /** The settings of the run on screen; null for none. */
    private @Nullable RunSpec onScreen;

    private boolean ofSeries;

    /** Everything the pane holds. */
    private record Shown(
            Algorithm algorithm, Map<String, String> values, Map<String, String> run, String engine, String device) {}

    SettingsPane(Services services, Texts texts, OwnPresets own) {
        this.texts = texts;
        this.own = own;
        this.runForm = new ParameterForm(RunSettings.inForm(), texts);
        this.parameters = new ParameterForm(List.of(), texts);
        getStyleClass().add("side");
        algorithms.setId("algorithm");
        presets.setId("preset");
        engines.setId("engine");
        devices.setId("device");
        algorithms.getItems().setAll(services.algorithms().all());
        showNames(algorithms, a -> Text.of("algorithm." + a.id()));
        Words.show(presets, texts, p -> own.isOwn(p) ? p.name() : texts.get("preset." + p.name()));
        showEngines();
        getChildren()
                .addAll(
                        heading("train.model"),
                        aligned(row("train.algorithm", algorithms)),
                        presetRow(),
                        aligned(row("train.engine", engines)),
                        aligned(row("train.device", devices)),
                        deviceProblem,
                        speedRow(),
                        parametersPlace,
                        heading("train.run"),
                        runForm);
        deviceProblem.getStyleClass().add("field-problem");
        deviceProblem.setWrapText(true);
        deviceProblem.managedProperty().bind(deviceProblem.textProperty().isNotEmpty());
        algorithms.valueProperty().addListener((o, was, is) -> choose(is));
        presets.valueProperty().addListener((o, was, is) -> apply(is));
        runForm.onChange(this::changed);
        engines.valueProperty().addListener((o, was, is) -> changed());
        algorithms.setValue(services.algorithms().all().get(0));
        settled.setOnFinished(e -> settle());
        own.onChange(() -> offerPresets(presets.getValue()));
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
    long changedAt() {
        return changedAt;
    }

    private void settle() {
        history.now(shown());
        if (problems.get() == 0) {
            afterSettling.run();
        }
    }

    private Shown shown() {
        Device device = Objects.requireNonNullElse(devices.getValue(), auto());
        return new Shown(algorithm(), parameters.values(), runForm.values(), engine(), device.id());
    }

    /** Takes back the last change; returns whether there was one. */
    boolean undo() {
        settled.stop();
        history.now(shown());
        Optional<Shown> before = history.undo();
        before.ifPresent(this::show);
        return before.isPresent();
    }

    /** Makes the change again that was taken back last. */
    void redo() {
        history.redo().ifPresent(this::show);
    }

    private void show(Shown other) {
        fill(other.algorithm.id(), other.values, other.run, other.engine);
        choose(other.device);
    }

    /** Chooses a device; one that is not there or cannot be used stays as it is. */
    private void choose(String device) {
        devices.getItems().stream()
                .filter(d -> d.id().equals(device) && d.problem().isEmpty())
                .findFirst()
                .ifPresent(devices::setValue);
    }

    /** Puts settings into the form; an algorithm or an engine that is not there stays as it is. */
    private void fill(String algorithm, Map<String, String> values, Map<String, String> run, String engine) {
        algorithms.getItems().stream()
                .filter(a -> a.id().equals(algorithm))
                .findFirst()
                .ifPresent(algorithms::setValue);
        parameters.set(values);
        runForm.set(run);
        engines.getItems().stream()
                .filter(e -> e.id().equals(engine) && e.problem().isEmpty())
                .findFirst()
                .ifPresent(engines::setValue);
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

    private HBox presetRow() {
        MenuItem keep = new MenuItem();
        keep.setId("preset-keep");
        keep.textProperty().bind(texts.binding("train.preset.keep"));
        keep.setOnAction(e -> own.keep(algorithm(), parameters.values()).ifPresent(presets::setValue));
        MenuItem forget = new MenuItem();
        forget.textProperty().bind(texts.binding("train.preset.forget"));
        forget.setOnAction(e -> own.forget(algorithm(), Objects.requireNonNull(presets.getValue())));
        MenuButton more = new MenuButton("…", null, keep, forget);
        more.accessibleTextProperty().bind(texts.binding("train.preset.more"));
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setOnShowing(e -> {
            keep.setDisable(parameters.problemsProperty().get() > 0);
            forget.setDisable(presets.getValue() == null || !own.isOwn(presets.getValue()));
        });
        HBox row = row("train.preset", presets);
        row.getChildren().add(more);
        return row;
    }

    /** The algorithm's presets and one's own. */
    private void offerPresets(@Nullable Preset wanted) {
        List<Preset> all = new ArrayList<>(algorithm().presets());
        all.addAll(own.of(algorithm()));
        presets.getItems().setAll(all);
        presets.setDisable(all.isEmpty());
        presets.setValue(all.contains(wanted) ? wanted : all.isEmpty() ? null : all.get(0));
    }

    /** A button that measures the engines for the settings on screen, and what came out. */
    private HBox speedRow() {
        measure.setId("measure");
        measure.textProperty().bind(texts.binding("train.measure"));
        measure.setMinWidth(Region.USE_PREF_SIZE);
        speeds.setId("speeds");
        speeds.setWrapText(true);
        speeds.getStyleClass().add("cell-detail");
        HBox row = new HBox(measure, speeds);
        row.getStyleClass().add("field-row");
        return row;
    }

    /** Calls the listener when settings have been changed and nothing has followed for a moment, unless one is wrong. */
    void onSettled(Runnable listener) {
        afterSettling = listener;
    }

    /** Calls the listener when the engines are to be measured. */
    void onMeasure(Runnable listener) {
        measure.setOnAction(e -> listener.run());
    }

    /** Shows what was measured, or that it is being measured. */
    void speeds(String text, boolean measuring) {
        speeds.setText(text);
        measure.setDisable(measuring);
    }

    /** The engines that can compute the chosen algorithm here. */
    List<String> usableEngines() {
        return engines.getItems().stream()
                .filter(e -> e.problem().isEmpty() && !e.id().equals(Engine.AUTO))
                .map(EngineChoice::id)
                .toList();
    }

    private Label heading(String key) {
        Label label = new Label();
        label.textProperty().bind(texts.binding(key));
        label.getStyleClass().add("section-title");
        return label;
    }

    private HBox row(String key, ComboBox<?> box) {
        Label label = new Label();
        label.textProperty().bind(texts.binding(key));
        label.getStyleClass().add("field-label");
        label.setMinWidth(150);
        label.setPrefWidth(150);
        label.setLabelFor(box);
        box.accessibleTextProperty().bind(label.textProperty());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        box.setPrefWidth(120);
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox row = new HBox(label, box);
        row.getStyleClass().addAll("field-row", "parameter-field");
        return row;
    }

    /** As wide as the fields below, beside which there is a button. */
    private static HBox aligned(HBox row) {
        row.getStyleClass().add("without-reset");
        return row;
    }

    private interface Name<T> {
        Text of(T value);
    }

    private <T> void showNames(ComboBox<T> box, Name<T> name) {
        Words.show(box, texts, value -> texts.of(name.of(value)));
    }

    /** An engine or a device that cannot be used is shown, greyed, with the reason. */
    private void showEngines() {
        showNames(engines, SettingsPane::nameOf);
        showNames(devices, Device::name);
        showProblems(engines, SettingsPane::nameOf, EngineChoice::problem);
        showProblems(devices, Device::name, Device::problem);
        engines.getItems().setAll(EngineChoice.auto());
        engines.setValue(EngineChoice.auto());
        devices.getItems().setAll(auto());
        devices.setValue(auto());
        engines.valueProperty().addListener((o, was, is) -> {
            if (is != null) {
                offer(EngineChoice.devices(is, engines.getItems()));
            }
        });
    }

    private static Text nameOf(EngineChoice engine) {
        return Text.of("engine." + engine.id());
    }

    private <T> void showProblems(ComboBox<T> box, Name<T> name, Function<T, Optional<Text>> problem) {
        box.setCellFactory(list -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable T value, boolean empty) {
                super.updateItem(value, empty);
                setDisable(value != null && problem.apply(value).isPresent());
                setText(
                        empty || value == null
                                ? ""
                                : problem.apply(value)
                                        .map(p -> texts.of(name.of(value)) + ": " + texts.of(p))
                                        .orElse(texts.of(name.of(value))));
            }
        });
    }

    private static Device auto() {
        return new Device(Engine.AUTO, Text.of("device.auto"), Optional.empty());
    }

    /** Shows what can compute the chosen algorithm; the choice so far is kept where it can be. */
    void engines(List<EngineChoice> found) {
        String kept = engine();
        engines.getItems().setAll(found);
        engines.setValue(found.stream()
                .filter(e -> e.id().equals(kept) && e.problem().isEmpty())
                .findFirst()
                .orElse(found.get(0)));
        engines.setDisable(found.size() == 1);
        devices.setDisable(found.size() == 1);
        measure.setDisable(usableEngines().isEmpty());
        boolean none = found.size() > 1 && usableEngines().isEmpty();
        deviceProblem.setText(none ? "⚠ " + texts.of(EngineChoice.problems(found)) : "");
        offer(EngineChoice.devices(Objects.requireNonNull(engines.getValue()), found));
    }

    private String engine() {
        return Objects.requireNonNullElse(engines.getValue(), EngineChoice.auto())
                .id();
    }

    private void offer(List<Device> found) {
        String kept = Objects.requireNonNullElse(devices.getValue(), auto()).id();
        devices.getItems().setAll(auto());
        devices.getItems().addAll(found);
        devices.setValue(devices.getItems().stream()
                .filter(d -> d.id().equals(kept) && d.problem().isEmpty())
                .findFirst()
                .orElse(auto()));
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
            speeds.setText("");
            changed();
        });
        changed();
        speeds.setText("");
        parametersPlace.getChildren().setAll(parameters);
        problems.bind(Bindings.createIntegerBinding(
                () -> parameters.problemsProperty().get()
                        + runForm.problemsProperty().get(),
                parameters.problemsProperty(),
                runForm.problemsProperty()));
        offerPresets(null);
    }

    private void apply(@Nullable Preset preset) {
        if (preset != null) {
            parameters.set(preset.settings());
        }
    }

    /** Fills the form with the settings of a run. */
    void show(RunSpec spec) {
        fill(spec.algorithm(), spec.values(), spec.run().values(), spec.engine());
        choose(spec.device());
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

    /** How many fields cannot be used as they are. */
    ReadOnlyIntegerProperty problemsProperty() {
        return problems;
    }

    /** The chosen algorithm. */
    Algorithm algorithm() {
        return Objects.requireNonNull(algorithms.getValue());
    }

    /** The settings as a spec for a dataset. */
    RunSpec spec(Prepared data) {
        Device device = Objects.requireNonNullElse(devices.getValue(), auto());
        return RunSpec.draft()
                .data(data.dataset().path().toString())
                .format(data.dataset().format())
                .recipe(data.recipe())
                .algorithm(algorithm().id())
                .values(parameters.values())
                .run(runForm.values())
                .engine(engine())
                .device(device.id())
                .spec();
    }
}
