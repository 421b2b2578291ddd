package dev.nara.ui.tune.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudySnapshot;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.tune.TuneSnapshots;
import dev.nara.ui.tune.model.TuneModel;
import dev.nara.ui.tune.model.TuneRequests;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@Tag("window")
class CentrePaneTest {
    private final TuneModel model = new TuneModel();
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final List<String> asked = new ArrayList<>();

    @Start
    void open(Stage stage) {
        TuneRequests requests = (TuneRequests) Proxy.newProxyInstance(
                TuneRequests.class.getClassLoader(),
                new Class<?>[] {TuneRequests.class},
                (proxy, method, arguments) -> {
                    asked.add(method.getName() + (arguments == null ? "" : " " + arguments[0]));
                    return null;
                });
        Jobs jobs = new Jobs(Runnable::run, error -> asked.add(error.toString()));
        stage.setScene(new Scene(
                new CentrePane(model, texts, new SimpleObjectProperty<>(Theme.LIGHT), requests, jobs), 680, 646));
        stage.show();
    }

    private void show(StudySnapshot study) {
        OnFx.run(() -> {
            model.partProperty().set("neumf");
            model.snapshotProperty().set(study);
        });
    }

    private static String text(String id) {
        return OnFx.get(() -> OnFx.find(id, Label.class).getText());
    }

    private static void press(String id, KeyCode code, boolean shift, boolean alt) {
        Node node = OnFx.find(id, Node.class);
        OnFx.run(() ->
                Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, alt, false)));
    }

    private static int page() {
        return OnFx.get(() ->
                OnFx.find("#tune-pages", TabPane.class).getSelectionModel().getSelectedIndex());
    }

    @Test
    void anEmptyMiddleSaysWhatStartDoes() {
        assertTrue(
                OnFx.present("The search starts from the preset, over the usual space, for 30 minutes. Press Start."));
        show(TuneSnapshots.running(41));
        assertFalse(OnFx.get(() -> OnFx.find("#tune-empty", Label.class).isVisible()));
    }

    @Test
    void brushedTrialsAreCountedAndTheSpaceIsNarrowedToThem() {
        show(TuneSnapshots.running(41));
        assertEquals("40 trials. Drag along an axis to choose some.", text("#tune-brushed"));
        OnFx.run(() -> model.brushProperty().set(Map.of("negatives", new TuneModel.Interval(.5, .8))));
        assertTrue(text("#tune-brushed").endsWith("of 40 trials with negatives per positive 7 – 18"));
        OnFx.run(() -> OnFx.find("#tune-narrow", Hyperlink.class).fire());
        assertEquals(1, asked.size());
        assertTrue(asked.get(0)
                .startsWith("steer Narrowed[algorithm=neumf, dimension=Range[name=negatives, low=7.0, high=18.0"));
        assertEquals(Map.of(), OnFx.get(() -> model.brushProperty().get()));
    }

    @Test
    void axesAreBrushedByMouseAndByKeys() {
        show(TuneSnapshots.running(41));
        Node chart = OnFx.find("#tune-parallel", Node.class);
        // The first axis stands at 52, from 44 down to 20 above the bottom.
        double high = OnFx.get(() -> chart.getBoundsInLocal().getHeight()) - 64;
        OnFx.run(() -> {
            mouse(chart, MouseEvent.MOUSE_PRESSED, 52, 44);
            mouse(chart, MouseEvent.MOUSE_DRAGGED, 52, 44 + high / 2);
            mouse(chart, MouseEvent.MOUSE_RELEASED, 52, 44 + high / 2);
        });
        assertEquals(new TuneModel.Interval(.5, 1), brushed("learning_rate"));
        press("#tune-parallel", KeyCode.RIGHT, false, false);
        press("#tune-parallel", KeyCode.UP, false, false);
        press("#tune-parallel", KeyCode.UP, false, false);
        assertEquals(new TuneModel.Interval(.44, .64), brushed("weight_decay"));
        press("#tune-parallel", KeyCode.DELETE, false, false);
        assertEquals(1, OnFx.get(() -> model.brushProperty().get().size()));
        press("#tune-parallel", KeyCode.ESCAPE, false, false);
        assertEquals(0, OnFx.get(() -> model.brushProperty().get().size()));
    }

    /** What is brushed of an axis, to two digits. */
    private TuneModel.Interval brushed(String axis) {
        TuneModel.Interval part = OnFx.get(
                () -> Objects.requireNonNull(model.brushProperty().get().get(axis)));
        return new TuneModel.Interval(Math.round(100 * part.low()) / 100.0, Math.round(100 * part.high()) / 100.0);
    }

    /** At a place in the node. */
    private static void mouse(Node node, EventType<MouseEvent> type, double x, double y) {
        Point2D place = node.localToScene(x, y);
        boolean still = type == MouseEvent.MOUSE_PRESSED;
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        place.getX(),
                        place.getY(),
                        place.getX(),
                        place.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        still,
                        null));
    }

    @Test
    void altAndArrowsTurnPagesAndArrowsSelectTrials() {
        show(TuneSnapshots.running(41));
        assertEquals(1, page());
        press("#tune-best-chart", KeyCode.RIGHT, false, true);
        assertEquals(2, page());
        press("#tune-best-chart", KeyCode.LEFT, false, true);
        press("#tune-best-chart", KeyCode.LEFT, false, true);
        assertEquals(0, page());
        press("#tune-best-chart", KeyCode.RIGHT, false, false);
        press("#tune-best-chart", KeyCode.RIGHT, false, false);
        assertEquals(List.of(2), OnFx.get(() -> List.copyOf(model.selected())));
        press("#tune-best-chart", KeyCode.RIGHT, true, false);
        assertEquals(List.of(2, 3), OnFx.get(() -> List.copyOf(model.selected())));
    }

    @Test
    void theEndIsReportedInWordsWithWhatToDo() {
        show(TuneSnapshots.ended());
        assertEquals("Real against the preset: +.009", text("#tune-verdict"));
        assertTrue(text("#tune-chosen").startsWith("Chosen: #31, tied with the best"));
        assertEquals("Expect .268 on test [.263, .273].", text("#tune-expected"));
        assertEquals(5, page(), "the way from the preset");
        assertFalse(OnFx.get(() -> OnFx.button("#tune-primary").isVisible()));
        for (String id : List.of("#tune-test", "#tune-report", "#tune-more-minutes")) {
            OnFx.run(() -> OnFx.find(id, Button.class).fire());
        }
        assertEquals(List.of("test", "report", "steer Extended[minutes=10.0, trials=0]"), asked);
        show(TuneSnapshots.running(41));
        assertFalse(OnFx.present("#tune-end"));
    }

    @Test
    void withinNoiseThePresetIsKept() {
        show(judged(StudyChoice.Verdict.NOISE, 0, true));
        assertEquals("Within noise: keep the preset", text("#tune-verdict"));
        assertEquals(
                "Keep the preset", OnFx.get(() -> OnFx.button("#tune-primary").getText()));
        OnFx.run(() -> OnFx.button("#tune-primary").fire());
        assertEquals(List.of("steer ChosenByHand[trial=1]"), asked);
    }

    @Test
    void whatIsNotSettledTakesMoreSeeds() {
        show(judged(StudyChoice.Verdict.NOT_SETTLED, 2, true));
        assertTrue(text("#tune-verdict").startsWith("Not settled: 2 more seeds, about "));
        assertEquals("2 more seeds", OnFx.get(() -> OnFx.button("#tune-primary").getText()));
        OnFx.run(() -> OnFx.button("#tune-primary").fire());
        assertEquals(List.of("steer ConfirmAsked[seeds=2]"), asked);
    }

    @Test
    void theStepsFromThePresetAreAskedFor() {
        show(judged(StudyChoice.Verdict.REAL, 0, false));
        OnFx.run(() -> OnFx.find("#tune-path-ask", Button.class).fire());
        assertEquals(List.of("steer PathAsked[]"), asked);
        show(judged(StudyChoice.Verdict.REAL, 0, true));
        assertFalse(OnFx.get(
                () -> OnFx.find("#tune-path-ask", Button.class).getParent().isVisible()));
    }

    @Test
    void whereThePresetIsKeptTheBestSoFarIsShown() {
        show(judged(1, StudyChoice.Verdict.NOISE, 0, false));
        assertEquals(0, page(), "no steps lead from the preset to itself");
    }

    private static StudySnapshot judged(StudyChoice.Verdict verdict, int moreSeeds, boolean way) {
        int chosen = TuneSnapshots.ended().choice().orElseThrow().trial();
        return judged(chosen, verdict, moreSeeds, way);
    }

    private static StudySnapshot judged(int trial, StudyChoice.Verdict verdict, int moreSeeds, boolean way) {
        StudySnapshot study = TuneSnapshots.ended();
        StudyChoice choice = study.choice().orElseThrow();
        StudyChoice other = new StudyChoice(
                trial,
                choice.best(),
                choice.preset(),
                choice.level(),
                choice.expected(),
                choice.expectedLow(),
                choice.expectedHigh(),
                verdict,
                choice.against(),
                choice.seeds(),
                moreSeeds);
        return new StudySnapshot(
                study.id(),
                study.created(),
                study.spec(),
                study.phase(),
                study.seconds(),
                study.budget(),
                study.parts(),
                study.trials(),
                study.steps(),
                study.best(),
                study.next(),
                study.ahead(),
                study.importance(),
                study.doing(),
                way ? study.path() : List.of(),
                Optional.of(other),
                study.test(),
                study.notices());
    }
}
