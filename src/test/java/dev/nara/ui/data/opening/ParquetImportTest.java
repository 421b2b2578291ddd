package dev.nara.ui.data.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestServices;
import dev.nara.data.Recipe;
import dev.nara.data.read.duckdb.ParquetFolder;
import dev.nara.ui.OnFx;
import dev.nara.ui.WindowJobs;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A folder of Parquet files in the assistant. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class ParquetImportTest {
    @TempDir
    private static Path folder;

    private final WindowJobs executor = new WindowJobs();
    private final List<Recipe> answers = new ArrayList<>();

    @Start
    void open(Stage stage) throws Exception {
        Path parts = ParquetFolder.write(
                folder,
                "views",
                "SELECT i // 4 AS user_id, i % 5 AS movie_id, 1 + i % 5 AS rating, i % 2 AS part FROM range(20) r(i)",
                ", PARTITION_BY (part)");
        ImportAssistant assistant = new ImportAssistant(
                TestServices.on(folder).datasets(),
                parts,
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

    @Test
    void isCountedAndReadAsAnyTable() {
        OnFx.await("the folder is read", () -> !OnFx.button("#import-read").isDisabled());
        assertEquals(
                "20 rows read: 20 positives, 5 users, 5 items.",
                OnFx.get(OnFx.find("#import-counts", Label.class)::getText));
        OnFx.run(() -> OnFx.button("#import-read").fire());
        Recipe recipe = answers.get(0);
        assertEquals("parquet", recipe.format());
        assertEquals("user_id", Objects.requireNonNull(recipe.columns()).user());
        assertEquals(List.of("rating"), recipe.columns().numbers());
    }
}
