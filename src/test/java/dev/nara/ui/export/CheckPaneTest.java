package dev.nara.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestRuns;
import dev.nara.data.Pseudonyms;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is said beside the button that writes a submission. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class CheckPaneTest {
    private static final StoredRun RUN = TestRuns.run(
            5, "", RunSpec.draft().algorithm("mf").metrics("HR@10").epochs(20).spec(), Map.of("HR@10", .1));

    @TempDir
    private static Path folder;

    private final ExportModel model = new ExportModel();

    @Start
    void open(Stage stage) throws IOException {
        Texts texts = new Texts(Locale.ENGLISH);
        Pseudonymiser names = new Pseudonymiser(Pseudonyms.of(folder), texts, new Session());
        CheckPane pane = new CheckPane(
                model,
                texts,
                new CheckPane.Requests() {
                    @Override
                    public void fit() {}

                    @Override
                    public void write() {}
                },
                names);
        stage.setScene(new Scene(pane, 300, 500));
        stage.show();
    }

    private static String says() {
        return OnFx.get(() -> OnFx.find("#export-says", Labeled.class).getText());
    }

    @Test
    void aRunThatStillTrainsIsNamedWithTheEpochItsListIsOf() {
        assertEquals(
                "Rules use all rows, runs their fits on all rows. The file’s test score goes into the table below and"
                        + " counts as a look at the test part. Nothing is sent anywhere.",
                says());
        OnFx.run(() -> model.training().setAll(List.of(RUN)));
        assertEquals("Run 5 is training, epoch 1 of 20: the list is from its best epoch so far, 1.", says());
        OnFx.run(() -> model.training().clear());
        OnFx.run(() -> model.unfitted().setAll(List.of(5L)));
        assertEquals(
                "Fit run 5 on all rows first, or the file comes from the run, which has not seen the latest rows.",
                says());
    }
}
