package dev.nara.ui.train.form;

import dev.nara.algorithm.Device;
import dev.nara.algorithm.Engine;
import dev.nara.text.Text;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.WhyOff;
import dev.nara.ui.common.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Chooses the engine and the device, with a button that measures the engines. An unusable engine is greyed and shows the reason. */
public final class EngineChooser {
    private final Texts texts;
    private final Runnable changed;
    private final ComboBox<EngineChoice> engines = new ComboBox<>();
    private final ComboBox<Device> devices = new ComboBox<>();
    private final Button measure = new Button();
    private final Label speeds = new Label();
    private final Label problem = new Label();
    /** What is chosen until the available engines are known; null afterwards. */
    private @Nullable Unseen unseen = Unseen.AUTO;

    private BiConsumer<String, String> asking = (engine, device) -> {};

    /** An engine and a device that may not exist here. */
    private record Unseen(String engine, String device) {
        private static final Unseen AUTO = new Unseen(Engine.AUTO, Engine.AUTO);
    }

    /** {@code changed} is called when another engine is chosen. */
    EngineChooser(Texts texts, Runnable changed) {
        this.texts = texts;
        this.changed = changed;
        engines.setId("engine");
        devices.setId("device");
        Words.show(engines, texts, value -> texts.of(nameOf(value)));
        Words.show(devices, texts, value -> texts.of(value.name()));
        showProblems(engines, EngineChooser::nameOf, EngineChoice::problem);
        showProblems(devices, Device::name, Device::problem);
        engines.getItems().setAll(EngineChoice.auto());
        engines.setValue(EngineChoice.auto());
        devices.getItems().setAll(auto());
        devices.setValue(auto());
        engines.valueProperty().addListener((o, was, is) -> {
            if (is != null) {
                offerDevices(EngineChoice.devices(is, engines.getItems()));
            }
        });
        engines.valueProperty().addListener((o, was, is) -> changed.run());
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        sayWhyOff();
    }

    /** The rows for engine, device and measurement. */
    List<AdvancedPane.Entry> entries() {
        HBox engine = FieldRows.row(texts, "train.engine", FormRow.OTHER, engines);
        VBox both = new VBox(engine, problem);
        HBox device = FieldRows.row(texts, "train.device", FormRow.OTHER, devices);
        return List.of(
                entry(both, "train.engine", "parameter.engine.help"),
                entry(device, "train.device", "parameter.device.help"),
                entry(speedRow(), "train.measure", "train.engine"));
    }

    private AdvancedPane.Entry entry(Region row, String name, String help) {
        return new AdvancedPane.Entry(row, words -> (texts.get(name) + " " + texts.get(help))
                .toLowerCase(texts.locale())
                .contains(words.toLowerCase(texts.locale())));
    }

    private HBox speedRow() {
        measure.setId("measure");
        measure.setDisable(true);
        measure.textProperty().bind(texts.binding("train.measure"));
        measure.setMinWidth(Region.USE_PREF_SIZE);
        speeds.setId("speeds");
        speeds.setWrapText(true);
        speeds.getStyleClass().add("caption");
        HBox row = new HBox(measure, speeds);
        row.getStyleClass().add("form-line");
        return row;
    }

    private static Text nameOf(EngineChoice engine) {
        return Text.of("engine." + engine.id());
    }

    private <T> void showProblems(ComboBox<T> box, Function<T, Text> name, Function<T, Optional<Text>> whyNot) {
        box.setCellFactory(list -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable T value, boolean empty) {
                super.updateItem(value, empty);
                setDisable(value != null && whyNot.apply(value).isPresent());
                setText(
                        empty || value == null
                                ? ""
                                : whyNot.apply(value)
                                        .map(p -> texts.of(name.apply(value)) + ": " + texts.of(p))
                                        .orElse(texts.of(name.apply(value))));
            }
        });
    }

    private static Device auto() {
        return new Device(Engine.AUTO, Text.of("device.auto"), Optional.empty());
    }

    /** Shows the engines and devices for the chosen algorithm; the previous choice is kept if possible. */
    public void show(List<EngineChoice> found) {
        String kept = engine();
        String keptDevice = device();
        unseen = null;
        engines.getItems().setAll(found);
        engines.setValue(found.stream()
                .filter(e -> e.id().equals(kept) && e.problem().isEmpty())
                .findFirst()
                .orElse(found.get(0)));
        engines.setDisable(found.size() == 1);
        devices.setDisable(found.size() == 1);
        measure.setDisable(usable().isEmpty());
        boolean none = found.size() > 1 && usable().isEmpty();
        problem.setText(none ? texts.of(EngineChoice.problems(found)) : "");
        offerDevices(EngineChoice.devices(Objects.requireNonNull(engines.getValue()), found));
        chooseDevice(keptDevice);
    }

    /** The algorithm has changed: its engines are not known yet, only whether there is a {@code choice}. */
    void ofOther(boolean choice) {
        suppose(choice ? new Unseen(engine(), device()) : Unseen.AUTO);
    }

    /** {@code listener} is called, now or later, with an engine and a device whose availability is not known yet. */
    void onUnseen(BiConsumer<String, String> listener) {
        asking = listener;
        if (unseen != null) {
            suppose(unseen);
        }
    }

    private void suppose(Unseen chosen) {
        unseen = chosen;
        if (!chosen.equals(Unseen.AUTO)) {
            asking.accept(chosen.engine, chosen.device);
        }
    }

    /**
     * Resets what is unusable to automatic: the device, and the engine unless {@code keepsEngine}; returns whether both were still chosen.
     */
    boolean leave(String engine, String device, boolean keepsEngine) {
        if (!new Unseen(engine, device).equals(unseen)) {
            return false;
        }
        unseen = new Unseen(keepsEngine ? engine : Engine.AUTO, Engine.AUTO);
        changed.run();
        return true;
    }

    /** Sets the reasons why controls are disabled. */
    private void sayWhyOff() {
        for (Node each : List.of(engines, devices)) {
            WhyOff.say(each, texts.binding("off.engine.one"));
        }
        WhyOff.say(
                measure,
                Bindings.createStringBinding(
                        () -> texts.get(usable().isEmpty() ? "off.engine.none" : "off.measuring"),
                        measure.disabledProperty(),
                        texts.localeProperty()));
    }

    private void offerDevices(List<Device> found) {
        String kept = device();
        devices.getItems().setAll(auto());
        devices.getItems().addAll(found);
        devices.setValue(devices.getItems().stream()
                .filter(d -> d.id().equals(kept) && d.problem().isEmpty())
                .findFirst()
                .orElse(auto()));
    }

    /** Chooses an engine, "" for automatic; ignored if it is known to be missing or unusable. */
    void chooseEngine(String named) {
        String id = named.isEmpty() ? Engine.AUTO : named;
        if (unseen != null) {
            suppose(new Unseen(id, unseen.device));
        }
        engines.getItems().stream()
                .filter(e -> e.id().equals(id) && e.problem().isEmpty())
                .findFirst()
                .ifPresent(engines::setValue);
    }

    /** Chooses a device, "" for automatic; ignored if it is known to be missing or unusable. */
    void chooseDevice(String named) {
        String id = named.isEmpty() ? Engine.AUTO : named;
        if (unseen != null) {
            suppose(new Unseen(unseen.engine, id));
        }
        devices.getItems().stream()
                .filter(d -> d.id().equals(id) && d.problem().isEmpty())
                .findFirst()
                .ifPresent(devices::setValue);
    }

    /** The chosen engine's id. */
    String engine() {
        return unseen != null
                ? unseen.engine
                : Objects.requireNonNullElse(engines.getValue(), EngineChoice.auto())
                        .id();
    }

    /** The chosen device's id. */
    String device() {
        return unseen != null
                ? unseen.device
                : Objects.requireNonNullElse(devices.getValue(), auto()).id();
    }

    /** The engines that can run the chosen algorithm on this machine. */
    public List<String> usable() {
        return engines.getItems().stream()
                .filter(e -> e.problem().isEmpty() && !e.id().equals(Engine.AUTO))
                .map(EngineChoice::id)
                .toList();
    }

    /** {@code listener} measures the engines. */
    public void onMeasure(Runnable listener) {
        measure.setOnAction(e -> listener.run());
    }

    /** Shows the measured speeds, or that they are being measured. */
    public void speeds(String text, boolean measuring) {
        speeds.setText(text);
        measure.setDisable(measuring || usable().isEmpty());
    }

    /** Clears the measured speeds, because they belong to other settings. */
    void forgetSpeeds() {
        speeds.setText("");
    }
}
