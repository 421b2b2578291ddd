package dev.nara.ui.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.ColumnRoles;
import dev.nara.data.Preparation;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.data.read.database.Login;
import dev.nara.data.read.database.SqliteFile;
import dev.nara.data.read.snapshot.QuerySnapshots;
import dev.nara.data.read.snapshot.SourceQuery;
import dev.nara.store.Services;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Layers;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A database that is a file, asked in the window. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class ConnectionSheetTest {
    @TempDir
    private Path folder;

    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final List<Path> opened = new ArrayList<>();
    private final List<Optional<Recipe>> recipes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Services services;

    @SuppressWarnings("NullAway.Init")
    private Session session;

    @SuppressWarnings("NullAway.Init")
    private ConnectionSheet sheet;

    @SuppressWarnings("NullAway.Init")
    private SqliteFile file;

    @Start
    void open(Stage stage) throws Exception {
        services = TestServices.on(folder.resolve("workspace"));
        session = new Session();
        Layers layers = new Layers(stage);
        layers.cover(new StackPane());
        sheet = new ConnectionSheet(
                layers,
                new Jobs(executor, error -> {}),
                new Texts(Locale.ENGLISH),
                session,
                services.workspace(),
                (path, recipe) -> {
                    opened.add(path);
                    recipes.add(recipe);
                });
        stage.setScene(new Scene(layers, 1280, 800));
        stage.show();
        file = new SqliteFile(folder.resolve("log.db"))
                .run("CREATE TABLE views (u INTEGER, i TEXT)", "INSERT INTO views VALUES (1, 'a'), (1, 'b'), (2, 'a')");
    }

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    private static void type(String id, String words) {
        OnFx.run(() -> OnFx.find(id, TextInputControl.class).setText(words));
    }

    private static String said(String id) {
        return OnFx.get(() -> OnFx.find(id, Label.class).getText());
    }

    private static void press(String id) {
        OnFx.await(id + " is on", () -> !OnFx.button(id).isDisabled());
        OnFx.run(() -> OnFx.button(id).fire());
    }

    /** From the tables to the first rows to the snapshot, which is opened where nothing is known of its columns. */
    @Test
    void opensATableThatWasLookedAt() throws Exception {
        OnFx.run(sheet::open);
        assertTrue(OnFx.get(() -> OnFx.button("#database-read").isDisabled()));
        type("#database-address", file.url());
        type("#database-password", "hunter2");
        press("#database-test");
        OnFx.await(
                "tables are listed",
                () -> !OnFx.find("#database-tables", ListView.class).getItems().isEmpty());
        assertEquals("1 table. Choose one.", said("#database-said"));
        OnFx.run(() -> OnFx.find("#database-tables", ListView.class)
                .getSelectionModel()
                .select(0));
        OnFx.run(() -> OnFx.find("#database-tables", ListView.class).requestFocus());
        new FxRobot().type(KeyCode.ENTER);
        assertEquals("\"views\"", OnFx.get(() -> OnFx.find("#database-query", TextArea.class)
                .getText()));
        press("#database-test");
        OnFx.await(
                "rows are shown",
                () -> OnFx.find("#database-rows", TableView.class).getItems().size() == 3);
        assertEquals("All 3 rows.", said("#database-said"));
        press("#database-read");
        OnFx.await("it is opened", () -> !opened.isEmpty());
        assertEquals(List.of(Optional.empty()), recipes);
        assertTrue(opened.get(0).startsWith(services.workspace().resolve("snapshots")), opened.toString());
        assertFalse(OnFx.present("#database-sheet"));
        assertNoWhere("hunter2");
        OnFx.run(sheet::open);
        assertEquals("", OnFx.get(() -> OnFx.find("#database-password", PasswordField.class)
                .getText()));
        assertEquals(file.url(), OnFx.get(() -> OnFx.find("#database-address", TextField.class)
                .getText()));
    }

    private void assertNoWhere(String secret) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(each, StandardCharsets.ISO_8859_1).contains(secret));
            }
        }
    }

    /** What changed is said before the new rows are opened, with the columns as they were said to be. */
    @Test
    void saysWhatARefreshChanged() throws Exception {
        OnFx.run(sheet::open);
        type("#database-address", file.url());
        type("#database-query", "SELECT u, i FROM views");
        press("#database-read");
        OnFx.await("it is opened", () -> opened.size() == 1);
        Recipe recipe = new Recipe(
                "parquet",
                "",
                new ColumnRoles(",", true, "u", "i", "", List.of(), List.of(), List.of()),
                Preparation.USUAL);
        RecipeFile.write(RecipeFile.kept(services.workspace(), opened.get(0)), recipe);
        Opened data = Opened.of(0, services.open(opened.get(0), recipe, (done, total) -> {}));
        OnFx.run(() -> session.openedProperty().set(data));
        OnFx.await("it can be asked again", () -> sheet.refreshableProperty().get());
        OnFx.run(sheet::refresh);
        OnFx.await("the sheet is there", () -> OnFx.present("#database-sheet"));
        press("#database-read");
        OnFx.await("it is the same", () -> said("#database-change").equals("The rows are the same as before."));
        OnFx.run(() -> OnFx.button("#database-close").fire());
        file.run("DELETE FROM views WHERE u = 2", "INSERT INTO views VALUES (3, 'a'), (4, 'c')");
        OnFx.run(sheet::refresh);
        OnFx.await("the sheet is there", () -> OnFx.present("#database-sheet"));
        press("#database-read");
        OnFx.await("the change is told", () -> said("#database-change")
                .equals("Since the last snapshot: 3 → 4 rows; users: 2 new, 1 gone; items: 1 new, 0 gone."));
        press("#database-open");
        assertEquals(2, opened.size());
        assertEquals(Optional.of(recipe), recipes.get(1));
    }

    /** Files have neither a user nor an address of a database. */
    @Test
    void asksFilesAgainByReadingThem() throws Exception {
        Path log = Files.writeString(folder.resolve("log.csv"), "u,i\n1,a\n1,b\n2,a\n");
        SourceQuery query = new SourceQuery(log.toString(), "log", "SELECT u, i FROM log");
        Path snapshot = new QuerySnapshots(services.workspace())
                .take(query, new Login("", null, () -> null), Instant.EPOCH, Progress.NONE)
                .file();
        Recipe recipe = new Recipe(
                "parquet",
                "",
                new ColumnRoles(",", true, "u", "i", "", List.of(), List.of(), List.of()),
                Preparation.USUAL);
        Opened data = Opened.of(0, services.open(snapshot, recipe, (done, total) -> {}));
        OnFx.run(() -> session.openedProperty().set(data));
        OnFx.await("it can be asked again", () -> sheet.refreshableProperty().get());
        OnFx.run(sheet::refresh);
        OnFx.await("the sheet is there", () -> OnFx.present("#database-sheet"));
        for (String id : List.of("#database-test", "#database-user", "#database-password")) {
            assertFalse(OnFx.get(() -> shown(OnFx.find(id, Node.class))));
        }
        press("#database-read");
        OnFx.await("it is the same", () -> said("#database-change").equals("The rows are the same as before."));
    }

    private static boolean shown(Node node) {
        return node.isVisible() && (node.getParent() == null || shown(node.getParent()));
    }

    @Test
    void saysWhatIsWrongAndStaysOpen() {
        OnFx.run(sheet::open);
        type("#database-address", "jdbc:sqlite:" + folder.resolve("none.db"));
        press("#database-test");
        OnFx.await("it is told", () -> said("#database-problem").contains("Unable to open the database file"));
        type("#database-address", "jdbc:postgresql://me:pw@host/db");
        assertEquals("", said("#database-problem"));
        press("#database-test");
        assertTrue(said("#database-problem").startsWith("The address contains a password"));
    }

    /** Esc ends what is under way at once; once more, and the sheet goes. */
    @Test
    void isLeftWhileTheDatabaseThinks() throws Exception {
        OnFx.run(sheet::open);
        type("#database-address", file.url());
        type(
                "#database-query",
                "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n WHERE x < 0");
        press("#database-test");
        assertEquals("Waiting for the database…", said("#database-doing"));
        new FxRobot().type(KeyCode.ESCAPE);
        assertEquals("", said("#database-doing"));
        assertTrue(OnFx.present("#database-sheet"));
        new FxRobot().type(KeyCode.ESCAPE);
        assertFalse(OnFx.present("#database-sheet"));
        OnFx.await("nobody asks any more", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(t -> t.getName().equals("database")));
    }
}
