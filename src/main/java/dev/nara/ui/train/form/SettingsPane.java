package dev.nara.ui.train.form;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Fitting;
import dev.nara.data.prepare.Prepared;
import dev.nara.search.VariedSettings;
import dev.nara.spec.Algorithms;
import dev.nara.spec.PastedSettings;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.History;
import dev.nara.ui.common.Scrolling;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The settings of the next run: algorithm and preset, the most important parameters, and all others folded below. */
public final class SettingsPane extends VBox {
    private static final Duration PAUSE = Duration.millis(400);

    private final Texts texts;
    private final ComboBox<Algorithm> algorithms = new ComboBox<>();
    private final FormFields form;
    private final PresetChooser presets;
    private final EngineChooser engines;
    private final VBox essentials = new VBox();
    private final AdvancedPane advanced;
    private final PauseTransition settled = new PauseTransition(PAUSE);
    private final History<Shown> history = new History<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private long changedAt = System.nanoTime();
    private Runnable afterSettling = () -> {};
    private Consumer<String> help = parameter -> {};
    private Runnable copying = () -> {};

    /** The content of the pane, for undo. */
    private record Shown(
            Algorithm algorithm,
            Map<String, String> values,
            Map<String, String> run,
            Map<String, String> varied,
            String engine,
            String device) {}

    public SettingsPane(Algorithms all, Texts texts, OwnPresets own) {
        this.texts = texts;
        form = new FormFields(texts, parameter -> help.accept(parameter), this::changed);
        presets = new PresetChooser(own, texts, this::algorithm, form::ofAlgorithm, form::count);
        engines = new EngineChooser(texts, this::changed);
        advanced = new AdvancedPane(texts);
        algorithms.setId("algorithm");
        algorithms.getItems().setAll(all.all());
        Words.show(algorithms, texts, a -> texts.get("algorithm." + a.id()));
        getStyleClass().add("settings");
        getChildren()
                .addAll(
                        new FormHead(texts, form.fromProperty(), form.differingProperty(), this::items),
                        FieldRows.row(texts, "train.algorithm", FormRow.ESSENTIAL, algorithms),
                        presets.row(),
                        essentials,
                        advanced);
        algorithms.valueProperty().addListener((o, was, is) -> choose(is));
        algorithms.setValue(all.all().get(0));
        settled.setOnFinished(e -> settle());
    }

    private List<MenuItem> items() {
        MenuItem copy = new MenuItem(texts.get("form.copy"));
        copy.setId("form-copy");
        copy.setOnAction(e -> copying.run());
        copy.setDisable(form.problemsProperty().get() > 0);
        List<MenuItem> items = new ArrayList<>(presets.items());
        items.add(copy);
        return items;
    }

    /** {@code opener} opens the page of the guide that explains a parameter, given its name. */
    public void onHelp(Consumer<String> opener) {
        help = opener;
    }

    /** {@code copier} copies the settings as a command line. */
    public void onCopy(Runnable copier) {
        copying = copier;
    }

    /** Whether the rarely used settings, which include the engine, are unfolded. */
    public ReadOnlyBooleanProperty advancedProperty() {
        return advanced.openProperty();
    }

    /** The chooser of the engine. */
    public EngineChooser engines() {
        return engines;
    }

    /** Marks the differences of the form from the run on screen; null for none. */
    public void compareWith(@Nullable StoredRun run) {
        form.compareWith(run);
        advanced.differs(form.othersDiffer());
    }

    /** The number of settings in which the form differs from the run on screen; 0 if there is none. */
    ReadOnlyIntegerProperty differingProperty() {
        return form.differingProperty();
    }

    private void changed() {
        advanced.differs(form.othersDiffer());
        presets.count();
        changedAt = System.nanoTime();
        settled.playFromStart();
        listeners.forEach(Runnable::run);
    }

    /** Calls the listener at every change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** The time of the last change, as in {@link System#nanoTime}. */
    public long changedAt() {
        return changedAt;
    }

    private void settle() {
        history.now(shown());
        if (form.problemsProperty().get() == 0) {
            afterSettling.run();
        }
    }

    private Shown shown() {
        return new Shown(
                algorithm(),
                form.ofAlgorithm().values(),
                form.ofRun().values(),
                form.variedTexts(),
                engines.engine(),
                engines.device());
    }

    /** Undoes the last change; returns whether there was one. */
    public boolean undo() {
        settled.stop();
        history.now(shown());
        Optional<Shown> before = history.undo();
        before.ifPresent(this::show);
        return before.isPresent();
    }

    /** Redoes the change that was undone last. */
    public void redo() {
        history.redo().ifPresent(this::show);
    }

    private void show(Shown other) {
        fill(other.algorithm.id(), other.values, other.run, other.engine);
        form.vary(other.varied);
        engines.chooseDevice(other.device);
    }

    /** Puts settings into the form; an unknown algorithm or engine leaves the choice unchanged. */
    private void fill(String algorithm, Map<String, String> values, Map<String, String> run, String engine) {
        algorithms.getItems().stream()
                .filter(a -> a.id().equals(algorithm))
                .findFirst()
                .ifPresent(algorithms::setValue);
        form.ofAlgorithm().set(values);
        form.ofRun().set(run);
        form.vary(Map.of());
        engines.chooseEngine(engine);
    }

    /** Fills the form with copied settings; run settings that they lack are kept, and the algorithm's parameters get their defaults. */
    public void paste(PastedSettings pasted) {
        fill(pasted.algorithm(), pasted.values(), with(pasted.run()), pasted.engine());
    }

    /** Fills the form with the settings of a run, and its weights as the start. */
    public void startFrom(StoredRun run) {
        show(run.spec());
        Map<String, String> values = new HashMap<>(form.ofAlgorithm().values());
        values.put(Fitting.START_FROM, Long.toString(run.id()));
        form.ofAlgorithm().set(values);
    }

    /** Calls the listener when the user has changed settings and paused, unless a setting is invalid. */
    public void onSettled(Runnable listener) {
        afterSettling = listener;
    }

    /** Calls the listener with the chosen algorithm, now and after each change. */
    public void onAlgorithm(Consumer<Algorithm> listener) {
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
        form.choose(algorithm);
        form.ofAlgorithm().onChange(engines::forgetSpeeds);
        engines.forgetSpeeds();
        engines.ofOther(!algorithm.engines().isEmpty());
        essentials.getChildren().setAll(form.essentials());
        fold();
        changed();
        presets.offer();
    }

    /** Puts the settings that are not essential into the fold. */
    private void fold() {
        advanced.clear();
        form.groups()
                .forEach(group -> advanced.add(
                        group.getKey(),
                        group.getValue().stream()
                                .map(row -> new AdvancedPane.Entry(row, row::matches))
                                .toList()));
        advanced.add("computation", engines.entries());
    }

    /** The values of all fields by parameter name. */
    public Map<String, String> fieldValues() {
        Map<String, String> values = new LinkedHashMap<>(form.ofAlgorithm().values());
        values.putAll(form.ofRun().values());
        return values;
    }

    /** Shows the field of a parameter, unfolded and scrolled to, and moves the focus to it; does nothing if there is none. */
    public void showField(String parameter) {
        form.row(parameter).ifPresent(row -> {
            if (!essentials.getChildren().contains(row)) {
                advanced.open();
            }
            row.focusEditor();
            Scrolling.to(row);
        });
    }

    /** Fills the form with the settings of a run. */
    public void show(RunSpec spec) {
        fill(spec.algorithm(), spec.values(), spec.run().values(), spec.engine());
        engines.chooseDevice(spec.device());
    }

    /** Sets some of the run's settings and keeps the others. */
    public void set(Map<String, String> some) {
        form.ofRun().set(with(some));
    }

    private Map<String, String> with(Map<String, String> some) {
        Map<String, String> all = new HashMap<>(form.ofRun().values());
        all.putAll(some);
        return all;
    }

    /** Sets the values, by name, that the program chooses for empty settings with the open data. */
    public void resolved(Map<String, String> run) {
        form.ofRun().resolved(run);
    }

    /** The number of fields with invalid values. */
    public ReadOnlyIntegerProperty problemsProperty() {
        return form.problemsProperty();
    }

    /** The chosen algorithm. */
    public Algorithm algorithm() {
        return Objects.requireNonNull(algorithms.getValue());
    }

    /** The fields that have several values. */
    public VariedSettings varied() {
        return form.varied();
    }

    /** Gives these fields several values, as in {@code --space}, and all others a single one; unknown names are ignored. */
    void vary(Map<String, String> varied) {
        form.vary(varied);
    }

    /** The settings as the start of a search on a dataset. */
    public RunSpec searchStart(Prepared data) {
        return varied().start(spec(data));
    }

    /** The settings as a specification for a dataset; a varied field has the value that it shows. */
    public RunSpec spec(Prepared data) {
        return RunSpec.draft()
                .data(data.dataset().path().toString())
                .format(data.dataset().format())
                .recipe(data.recipe())
                .algorithm(algorithm().id())
                .values(form.ofAlgorithm().values())
                .run(form.ofRun().values())
                .engine(engines.engine())
                .device(engines.device())
                .spec();
    }
}
