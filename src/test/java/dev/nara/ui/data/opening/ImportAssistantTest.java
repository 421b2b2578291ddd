package dev.nara.ui.data.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.ColumnRole;
import dev.nara.data.Recipe;
import dev.nara.data.TimeSettings;
import dev.nara.ui.OnFx;
import dev.nara.ui.WindowJobs;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A file of four rows, two of them rated 4 or more. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class ImportAssistantTest {
    @TempDir
    private static Path folder;

    private final WindowJobs executor = new WindowJobs();
    private final List<Recipe> answers = new ArrayList<>();
    private final List<Boolean> besides = new ArrayList<>();

    @Start
    void open(Stage stage) throws Exception {
        Files.writeString(folder.resolve("views.csv"), "user;movie;rating\nu1;m1;5\nu1;m2;2\nu2;m1;4\nu2;m3;1\n");
        stage.setScene(new Scene(assistant(executor), 1048, 700));
        stage.show();
    }

    private ImportAssistant assistant(Executor reader) {
        return new ImportAssistant(
                TestServices.on(folder).datasets(),
                folder.resolve("views.csv"),
                new Jobs(reader, error -> {}),
                new Texts(Locale.ENGLISH),
                new ImportAssistant.Answer() {
                    @Override
                    public void read(Path table, Recipe recipe, boolean beside) {
                        answers.add(recipe);
                        besides.add(beside);
                    }

                    @Override
                    public void leave() {}
                });
    }

    @AfterEach
    void end() {
        executor.end();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<ColumnRole> role(int column) {
        return OnFx.find("#role-" + column, ComboBox.class);
    }

    private static String counts() {
        return OnFx.find("#import-counts", Label.class).getText();
    }

    private static boolean readable() {
        return !OnFx.button("#import-read").isDisabled();
    }

    @Test
    void whatIsOnScreenIsReadAndBecomesTheRecipe() {
        OnFx.await("the whole file is read", ImportAssistantTest::readable);
        assertEquals("", OnFx.get(OnFx.find("#import-threshold", TextField.class)::getPromptText), "no grey value");
        assertEquals("user ?", OnFx.get(() -> role(1).getConverter().toString(ColumnRole.USER)), "a guess");
        assertFalse(shown("#import-zone"), "there is no column of times");
        assertEquals("4 rows read: 4 positives, 2 users, 3 items.", OnFx.get(ImportAssistantTest::counts));
        OnFx.run(() -> OnFx.find("#import-threshold", TextField.class).setText("4"));
        OnFx.await("the threshold counts", () -> counts().contains("2 positives") && readable());
        OnFx.run(() -> OnFx.button("#import-read").fire());
        Recipe recipe = answers.get(0);
        assertNotNull(recipe.columns());
        assertEquals(List.of("rating>=4"), recipe.preparation().where());
        assertEquals(List.of(false), besides, "nothing is written beside the data unasked");
    }

    @Test
    void nothingIsAskedBeforeTheFirstRowsAreRead() {
        List<Runnable> waiting = new ArrayList<>();
        Node card = OnFx.get(() -> assistant(waiting::add).getChildren().get(1));
        assertFalse(OnFx.get(card::isVisible));
        waiting.get(0).run();
        OnFx.await("the columns are shown", card::isVisible);
    }

    /** Whether a field is on screen. */
    private static boolean shown(String field) {
        return OnFx.get(
                () -> OnFx.find(field, TextField.class).getParent().getParent().isVisible());
    }

    @Test
    void howTimesAreWrittenAndWhereDaysBeginIsPartOfTheRecipe() {
        OnFx.await("the whole file is read", ImportAssistantTest::readable);
        OnFx.run(() -> role(3).setValue(ColumnRole.TIME));
        OnFx.run(() -> OnFx.find("#import-time-format", TextField.class).setText("yyyy"));
        OnFx.await("5 is no year", () -> counts().contains("is \"5\"") && !counts().contains("--"));
        OnFx.run(() -> OnFx.find("#import-time-format", TextField.class).setText("ms"));
        OnFx.run(() -> OnFx.find("#import-zone", TextField.class).setText("Asia/Seoul"));
        OnFx.await("it is read", () -> counts().startsWith("4 rows read") && readable());
        OnFx.run(() -> OnFx.button("#import-read").fire());
        assertEquals(new TimeSettings("ms", "Asia/Seoul"), answers.get(0).timeSettings());
    }

    @Test
    void nothingCanBeReadWithoutAColumnOfUsers() {
        OnFx.await("the whole file is read", ImportAssistantTest::readable);
        OnFx.run(() -> role(1).setValue(ColumnRole.IGNORE));
        assertTrue(!OnFx.get(ImportAssistantTest::readable), "it is not yet known what comes out");
        OnFx.await("it says what is missing", () -> counts().equals(
                        "Choose exactly one user column and one item column. A time is one column, or a date"
                                + " and a time of day."));
        assertTrue(!OnFx.get(ImportAssistantTest::readable));
    }

    @Test
    void withoutItsHeaderTheFileHasOneRowMore() {
        OnFx.await("the whole file is read", ImportAssistantTest::readable);
        OnFx.run(() -> OnFx.find("#import-has-header", CheckBox.class).fire());
        assertEquals(ColumnRole.USER, OnFx.get(() -> role(1).getValue()), "columns keep their roles");
        OnFx.run(() -> role(3).setValue(ColumnRole.IGNORE));
        OnFx.await("it is read again", () -> counts().startsWith("5 rows read") && readable());
    }
}
