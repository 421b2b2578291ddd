package dev.nara.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.split.Warning;
import dev.nara.text.Text;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** One warning with a remedy, one without. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class CutPaneTest {
    private static final Warning LINES =
            new Warning(Text.of("split.warning.lines"), Map.of("split", "random-ratio:0.8"));

    private final DataModel model = new DataModel();
    private final List<String> happened = new ArrayList<>();
    private final Texts texts = new Texts(Locale.ENGLISH);

    @SuppressWarnings("NullAway.Init")
    private CutPane pane;

    @Start
    void open(Stage stage) {
        pane = new CutPane(
                model,
                texts,
                () -> happened.add("described " + pane.values().get("split")),
                warning -> happened.add("used " + warning.options()),
                () -> {});
        stage.setScene(new Scene(pane, 700, 500));
        stage.show();
        model.splitWarnings().setAll(LINES, new Warning(Text.of("split.warning.nothing")));
    }

    private static List<String> labels() {
        return OnFx.get(() -> OnFx.all("#split-warnings .warning-text", Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    @Test
    void theCutOfTheTrainingPartIsOneOfTheFields() {
        assertEquals(
                Set.of("split", "validation", "candidates", "cold_users", "split_seed"),
                OnFx.get(pane::values).keySet());
    }

    @Test
    void aWarningHasAButtonForItsRemedy() {
        assertEquals("Nothing is held out: this split cannot be evaluated.", labels().get(1));
        List<Button> remedies = OnFx.all("#split-warnings .button", Button.class);
        assertEquals(1, remedies.size());
        assertEquals("Change to Split: random-ratio:0.8", OnFx.get(remedies.get(0)::getText));
        OnFx.run(remedies.get(0)::fire);
        assertEquals(List.of("used --split random-ratio:0.8", "described random-ratio:0.8"), happened);
        OnFx.run(() -> texts.localeProperty().set(Locale.KOREAN));
        assertEquals("정답이 없어 이 분할로는 평가할 수 없습니다.", labels().get(1));
        OnFx.run(() -> model.splitWarnings().clear());
        assertEquals(List.of(), labels());
    }
}
