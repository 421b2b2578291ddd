package dev.nara.ui.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.ui.OnFx;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Two rules on the sample: the list of one beside that of the other. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class BesidePaneTest {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Services services;

    @SuppressWarnings("NullAway.Init")
    private static RunStore store;

    @SuppressWarnings("NullAway.Init")
    private static Prepared data;

    private final ChildModel model = new ChildModel();
    private final Session session = new Session();

    @BeforeAll
    static void train() throws Exception {
        services = TestServices.on(folder);
        data = services.open(services.sample(), Recipe.USUAL, Progress.NONE);
        store = RunStore.open(folder.resolve("workspace"));
        TestServices.train(services, store, data, "popularity", Map.of(), 1, 1);
        TestServices.train(services, store, data, "item-knn", Map.of(), 1, 1);
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    @Start
    void open(Stage stage) throws Exception {
        Jobs jobs = new Jobs(ForkJoinPool.commonPool(), error -> {
            throw new AssertionError(error);
        });
        BesidePane pane = new BesidePane(model, session, services, store, jobs, new Texts(Locale.ENGLISH));
        stage.setScene(new Scene(pane, 900, 400));
        stage.show();
        pane.runs(store.list());
        Services.Reopened reopened = services.reopen(store, store.find("1"), data);
        session.openedProperty().set(Session.Opened.of(data));
        session.modelProperty().set(new Session.Model(1, 1, reopened.preparedRun(), reopened.recommender()));
    }

    @Test
    void whatEnteredLeftAndMoved() {
        @SuppressWarnings("unchecked")
        ComboBox<StoredRun> other = OnFx.find("#beside-run", ComboBox.class);
        TableView<?> table = OnFx.find("#beside-list", TableView.class);
        assertEquals(
                List.of(2L),
                OnFx.get(() -> other.getItems().stream().map(StoredRun::id).toList()),
                "the run on screen is not offered");
        OnFx.run(() -> other.setValue(other.getItems().get(0)));
        assertEquals(0, OnFx.get(() -> table.getItems().size()), "no child is chosen");
        OnFx.run(() -> model.chosenProperty().set(new Child(0, "", "", 0)));
        OnFx.await("both lists are there", () -> table.getItems().size() > 25);
        assertEquals(1, OnFx.get(() -> table.getColumns().get(0).getCellData(0)), "the list on screen comes first");
        int last = OnFx.get(() -> table.getItems().size() - 1);
        assertEquals(0, OnFx.get(() -> table.getColumns().get(0).getCellData(last)), "then what only the other has");
        assertEquals("－", OnFx.get(() -> table.getColumns().get(2).getCellData(last)));
        assertTrue(OnFx.get(() -> table.getItems().size()) <= 50);
    }
}
