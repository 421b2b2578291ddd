package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.run.RunState;
import dev.nara.ui.common.Theme;
import dev.nara.ui.train.chart.CurvesView;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** What if the layers were 64-32, and 8 negatives? One run, another, what differs, and the seeds that would settle it. */
@Tag("window")
class FirstTryTest extends WindowTest {
    private final RailUnderTest runs = new RailUnderTest();

    @Start
    void open(Stage stage) throws Exception {
        nara = WindowUnderTest.open(stage, folder, folder);
    }

    private void start() {
        Button start = nara.find("#start", Button.class);
        nara.await("the form is settled", () -> !start.isDisabled());
        nara.robot().interact(start::fire);
    }

    private boolean finished(long run) {
        return runs.is(run, RunState.FINISHED);
    }

    private String words() {
        Label words = nara.find("#against-words", Label.class);
        return words.getText();
    }

    @Test
    void theOldCurveStaysAndTheDifferenceIsReported() throws Exception {
        nara.robot().interact(() -> {
            nara.window().localeProperty().set(Locale.ENGLISH);
            nara.window().themeProperty().set(Theme.LIGHT);
        });
        nara.awaitData("sample-data");
        nara.robot().interact(() -> nara.window().workspace(1));
        nara.smallModel();
        nara.set("epochs", "2");
        nara.set("layers", "32-16");
        nara.set("negatives", "4");
        start();
        nara.await("the first has ended", () -> finished(1));
        assertEquals("", OnFx.get(this::words), "there is none before it");

        nara.set("layers", "64-32");
        nara.set("negatives", "8");
        start();
        nara.await("the second is on screen", () -> nara.titled("Run 2"));
        nara.await("what differs is in the title", () -> nara.titled("64-32 · neg 8"));
        nara.await("the first stays as a line that says what it had", () -> named().contains("1 · 32-16 · neg 4"));
        nara.await("the second has ended", () -> finished(2));
        nara.await("the difference is told", () -> words().matches("Test: [+−]\\.\\d{3} ± \\.\\d{3} vs run 1: .*"));
        OnFx.awaitEquals(
                "MLP layers 32-16 → 64-32, Negatives per positive 4 → 8",
                () -> nara.find("#against-words", Label.class).getTooltip().getText());
        nara.picture("first-try");
        askForSeeds();
        nara.robot().interact(() -> {
            nara.window().localeProperty().set(Locale.KOREAN);
            nara.window().themeProperty().set(Theme.DARK);
        });
        nara.await("in Korean too", () -> words().startsWith("테스트: 실행 1 대비"));
        nara.await("the line too", () -> named().contains("1 · 32-16 · 음성 4"));
        nara.picture("first-try-ko");
    }

    /** Where seeds would settle it, a button trains them; the run stays on screen, and the words change when they have ended. */
    private void askForSeeds() {
        Button seeds = nara.find("#against-seeds", Button.class);
        boolean wanted = OnFx.get(() -> {
            assertEquals(seeds.isVisible(), words().contains("would settle it"));
            return seeds.isVisible();
        });
        if (wanted) {
            int more = Integer.parseInt(OnFx.get(seeds::getText).replaceAll("\\D", ""));
            String before = OnFx.get(this::words);
            assertFalse(
                    OnFx.get(() -> {
                        seeds.fire();
                        return seeds.isVisible();
                    }),
                    "asked once");
            nara.await("seeds of both have ended", () -> runs.size() == 2 + 2 * more && runs.all(RunState.FINISHED));
            nara.await("all seeds count", () -> !words().equals(before) && !words().contains("under way"));
            assertTrue(nara.titled("Run 2"));
        }
    }

    /** What stands at the ends of the lines. */
    private List<String> named() {
        return nara.find("#train-chart", CurvesView.class).picture().runs().stream()
                .map(run -> run.detail().isEmpty() ? run.name() : run.name() + " · " + run.detail())
                .toList();
    }
}
