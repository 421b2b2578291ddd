package dev.nara.ui.shell;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Engine;
import dev.nara.data.DataException;
import dev.nara.spec.Algorithms;
import dev.nara.text.Text;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.LiveRun;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import dev.nara.ui.train.TrainController;
import dev.nara.ui.tune.SearchPlace;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** The line at the bottom: current activity and progress, engine and speed, memory, problems, and folder. */
final class StatusLine {
    /** What a workspace is called where nobody has chosen one. */
    private static final String UNNAMED = "workspace";

    private static final double MIB = 1024 * 1024;

    private final Frame frame;
    private final Texts texts;
    private final ObservableValue<Supplier<String>> said;
    private final ObservableValue<String> coming;
    private final ObservableValue<Map<Long, LiveRun>> live;
    private final ObjectProperty<List<Text>> device = new SimpleObjectProperty<>(List.of());
    private final ObservableValue<String> engine;
    private final StringProperty memory = new SimpleStringProperty("");
    private final HBox row = new HBox();

    /** {@code said} is the latest sentence in the current language, "" for none; {@code train} has the status of running runs. */
    StatusLine(
            Frame frame,
            Session session,
            ObservableValue<Supplier<String>> said,
            TrainController train,
            Path workspace) {
        this.frame = frame;
        this.texts = frame.texts();
        this.said = said;
        this.live = train.liveProperty();
        this.engine = train.engineProperty();
        this.coming = session.readingProperty();
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row.setId("status");
        row.getStyleClass().add("status-bar");
        row.getChildren()
                .addAll(
                        sentence(),
                        bar(),
                        gap,
                        new SearchPlace(frame, session).label(),
                        engine(),
                        memory(),
                        problems(),
                        workspace(workspace));
        HBox.setHgrow(row.getChildren().get(0), Priority.SOMETIMES);
    }

    /** A sentence that is shown only while the language is unchanged, because it cannot be translated afterwards. */
    static Supplier<String> today(String sentence, Texts texts) {
        Locale language = texts.locale();
        return () -> texts.locale().equals(language) ? sentence : "";
    }

    Node view() {
        return row;
    }

    /** Finds out which device would train; the engine depends on the run's settings. */
    void inspect(Algorithms algorithms) {
        frame.jobs()
                .quietly(
                        () -> deviceOf(algorithms.algorithm("neumf")),
                        device::set,
                        // The form shows that no engine is available.
                        problem -> device.set(List.of()));
    }

    private static List<Text> deviceOf(Algorithm algorithm) throws DataException {
        Engine chosen = Engine.choose(algorithm.engines(), Engine.AUTO);
        return List.of(chosen.devices().stream()
                .filter(one -> one.problem().isEmpty())
                .findFirst()
                .orElseThrow()
                .name());
    }

    private Label sentence() {
        Label sentence = Labels.of(Bindings.createStringBinding(
                this::said, said, coming, frame.jobs().runningProperty(), texts.localeProperty()));
        sentence.setId("status-sentence");
        Tips.on(sentence, sentence.textProperty());
        sentence.setMinWidth(40);
        return sentence;
    }

    private String said() {
        String sentence = said.getValue().get();
        if (!coming.getValue().isEmpty()) {
            return texts.get("chip.reading", coming.getValue());
        }
        boolean works = frame.jobs().runningProperty().get() > 0;
        return sentence.isEmpty() ? texts.get(works ? "status.working" : "status.ready") : sentence;
    }

    private ProgressBar bar() {
        ProgressBar bar = new ProgressBar();
        bar.setId("status-progress");
        bar.getStyleClass().add("thin");
        bar.accessibleTextProperty().bind(texts.binding("status.progress"));
        bar.progressProperty().bind(Bindings.createDoubleBinding(this::done, live));
        bar.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !live.getValue().isEmpty()
                                || frame.jobs().runningProperty().get() > 0,
                        live,
                        frame.jobs().runningProperty()));
        return bar;
    }

    /** The progress of the run with the smallest share done; -1 if it is unknown. */
    private double done() {
        double least = live.getValue().values().stream()
                .mapToDouble(LiveRun::done)
                .min()
                .orElse(Double.NaN);
        return Double.isNaN(least) ? ProgressBar.INDETERMINATE_PROGRESS : least;
    }

    private Label engine() {
        Label label = Labels.of(
                Bindings.createStringBinding(this::engineWords, device, engine, live, texts.localeProperty()),
                "status-detail");
        label.setId("status-engine");
        return label;
    }

    private String engineWords() {
        List<Text> words = new ArrayList<>(device.get());
        engines(live.getValue().values(), engine.getValue()).forEach(one -> words.add(Text.of("engine." + one)));
        String name = words.stream().map(texts::of).collect(Collectors.joining(" · "));
        double speed =
                live.getValue().values().stream().mapToDouble(LiveRun::speed).sum();
        return speed > 0 && !name.isEmpty()
                ? texts.get(
                        "status.engine.speed",
                        name,
                        perSecond(speed, texts.locale().getLanguage().equals("ko")))
                : name;
    }

    /** The engines of the running runs; {@code next}, that of the form's next run, if none trains. */
    static List<String> engines(Collection<LiveRun> training, String next) {
        Stream<String> all = training.isEmpty()
                ? Stream.of(next)
                : training.stream().map(LiveRun::engine).distinct().sorted();
        return all.filter(one -> !one.isEmpty() && !one.equals(Engine.AUTO)).toList();
    }

    /** A speed with two significant digits, such as 2.8 k or 1.5 M; in Korean in units of ten thousand. */
    static Text perSecond(double speed, boolean korean) {
        if (speed < 1e4 || (speed < 1e6 && !korean)) {
            return Text.of("status.thousands", twoDigits(speed / 1e3));
        }
        return korean
                ? Text.of("data.myriads", twoDigits(speed / 1e4))
                : Text.of("status.millions", twoDigits(speed / 1e6));
    }

    private static String twoDigits(double number) {
        return BigDecimal.valueOf(number)
                .round(new MathContext(2))
                .stripTrailingZeros()
                .toPlainString();
    }

    private Label memory() {
        Label label = Labels.whole(memory, "status-detail");
        label.setId("status-memory");
        Tips.on(
                label,
                texts.binding("status.memory", megabytes(Runtime.getRuntime().maxMemory())));
        KeyFrame now = new KeyFrame(Duration.ZERO, e -> {
            Runtime java = Runtime.getRuntime();
            memory.set(megabytes(java.totalMemory() - java.freeMemory()));
        });
        Timeline clock = new Timeline(now, new KeyFrame(Duration.seconds(3)));
        clock.setCycleCount(Animation.INDEFINITE);
        label.sceneProperty().addListener((o, was, is) -> {
            if (is == null) {
                clock.stop();
            } else {
                clock.play();
            }
        });
        return label;
    }

    private static String megabytes(long bytes) {
        double mib = bytes / MIB;
        return mib < 1000 ? Math.round(mib) + " MB" : Math.round(mib / 102.4) / 10.0 + " GB";
    }

    private Button problems() {
        Button badge = new Button();
        badge.setId("problems");
        badge.getStyleClass().addAll("flat", "problem-badge");
        badge.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "bad"));
        badge.textProperty().bind(frame.notices().unseenProperty().asString());
        badge.accessibleTextProperty().bind(texts.binding("action.problems"));
        badge.visibleProperty().bind(frame.notices().unseenProperty().greaterThan(0));
        badge.managedProperty().bind(badge.visibleProperty());
        badge.setOnAction(e -> frame.notices().showProblems());
        return badge;
    }

    private Label workspace(Path folder) {
        // Only the folder's name, because the path is long; the tooltip has the path.
        Label name = Labels.whole(texts.binding("status.workspace", name(folder)), "status-detail");
        Tips.on(name, folder.toString());
        return name;
    }

    /** A folder's name, with that of the folder around it where its own says nothing. */
    static String name(Path folder) {
        Path around = folder.getParent();
        return folder.endsWith(UNNAMED) && around != null && around.getFileName() != null
                ? around.getFileName() + "/" + UNNAMED
                : String.valueOf(folder.getFileName());
    }
}
