package dev.nara.ui.data.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.Recipe;
import dev.nara.ui.OnFx;
import dev.nara.ui.WindowJobs;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A table with a row that cannot be read, in the assistant. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class BadRowsImportTest {
    @TempDir
    private static Path folder;

    private final WindowJobs executor = new WindowJobs();
    private final List<Recipe> answers = new ArrayList<>();

    @Start
    void open(Stage stage) throws Exception {
        StringBuilder rows = new StringBuilder("user,item,rating\n");
        for (int n = 0; n < 40; n++) {
            rows.append(n % 8)
                    .append(",i")
                    .append(n % 5)
                    .append(',')
                    .append(n == 17 ? "n/k" : "4")
                    .append('\n');
        }
        Path log = Files.writeString(folder.resolve("log.csv"), rows);
        ImportAssistant assistant = new ImportAssistant(
                TestServices.on(folder.resolve("workspace")).datasets(),
                log,
                new Jobs(executor, error -> {}),
                new Texts(Locale.ENGLISH),
                new ImportAssistant.Answer() {
                    @Override
                    public void read(Path table, Recipe recipe, boolean beside) {
                        answers.add(recipe);
                    }

                    @Override
                    public void leave() {}
                });
        stage.setScene(new Scene(assistant, 1048, 700));
        stage.show();
    }

    @AfterEach
    void end() {
        executor.end();
    }

    private static String counts() {
        return OnFx.get(() -> OnFx.find("#import-counts", Label.class).getText());
    }

    @Test
    void isLeftOutWherePeopleSaySo() {
        OnFx.await("it is told", () -> counts().contains("n/k"));
        assertTrue(counts().contains("Leave out rows that cannot be read"), counts());
        assertTrue(OnFx.get(() -> OnFx.button("#import-read").isDisabled()));
        OnFx.run(() -> OnFx.find("#import-skip", CheckBox.class).setSelected(true));
        OnFx.await("the rest is read", () -> !OnFx.button("#import-read").isDisabled());
        assertEquals(
                "Left out because they cannot be read: 1 row. 39 rows read: 39 positives, 8 users, 5 items.", counts());
        OnFx.run(() -> OnFx.button("#import-read").fire());
        assertEquals("skip", answers.get(0).badRows());
    }
}
