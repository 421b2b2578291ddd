package dev.nara.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.ColumnRole;
import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.JoinedTable;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.data.read.SecondTable;
import dev.nara.data.read.duckdb.ParquetFolder;
import dev.nara.data.read.roles.TablePreview;
import dev.nara.ui.OnFx;
import dev.nara.ui.WindowJobs;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.data.opening.DataSurroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** What is dropped on the window: files, several at once, folders, archives, and what is no data. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class DroppedFilesTest {
    @TempDir
    private Path folder;

    private final WindowJobs executor = new WindowJobs();
    private final List<List<SecondTable>> asked = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final DataModel model = new DataModel();
    private final List<Path> identified = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Session session;

    @SuppressWarnings("NullAway.Init")
    private DataOpening opening;

    /** Answers as the test says. */
    private final class People implements DataSurroundings {
        @Override
        public void choose() {}

        @Override
        public void identify(Path path) {
            identified.add(path);
        }

        @Override
        public Optional<ColumnRole> described(Path path, List<SecondTable> choices) {
            asked.add(choices);
            return Optional.of(choices.get(0).described());
        }

        @Override
        public void train() {}

        @Override
        public void show(Path path) {}

        @Override
        public Optional<Path> save(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }

        @Override
        public void failed(Throwable error) {
            failures.add(error);
        }

        @Override
        public void say(String text) {
            said.add(text);
        }
    }

    @BeforeEach
    void begin() {
        session = OnFx.get(Session::new);
        opening = OnFx.get(() -> new DataOpening(
                TestServices.on(folder.resolve("workspace")),
                session,
                new Jobs(executor, error -> {}),
                new Texts(Locale.ENGLISH),
                model,
                new People()));
    }

    @AfterEach
    void end() {
        executor.end();
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private void drop(Path... paths) {
        OnFx.run(() -> opening.open(List.of(paths)));
    }

    private Dataset opened() {
        OnFx.await("it is open", () -> session.openedProperty().get() != null);
        return Objects.requireNonNull(session.openedProperty().get()).dataset();
    }

    /** As the assistant's answer is. */
    private void identifiedAs(Path log, Recipe recipe) {
        OnFx.await("it is to be identified", () -> identified.contains(log));
        OnFx.run(() -> opening.open(log, recipe));
    }

    private static Recipe columns(String format) {
        return new Recipe(
                format,
                "",
                new ColumnRoles(",", true, "user_id", "item_id", "", List.of(), List.of(), List.of()),
                Preparation.USUAL);
    }

    @Test
    void aTableIsIdentified() throws IOException {
        Path log = file("log.csv", "user_id,item_id\na,x\na,y\nb,x\n");
        drop(log);
        identifiedAs(log, columns("delimited"));
        assertEquals(3, opened().interactions().size());
        assertEquals(List.of(), asked);
    }

    /** The log is found among them, whichever comes first, and the others are joined one by one, what matches told before. */
    @Test
    void ofSeveralTablesTheLogIsOpenedAndTheOthersAreJoined() throws IOException {
        Path films = file("films.csv", "key,title\nx,Ex\ny,Why\nq,Cue\n");
        Path people = file("people.csv", "who,age\na,3\nb,4\n");
        Path prices = file("prices.csv", "what,price\n901,3\n902,4\n");
        Path log = file("log.csv", "user_id,item_id\na,x\na,y\nb,x\nb,z\na,z\nb,y\n");
        drop(films, log, people, prices);
        identifiedAs(log, columns("delimited"));
        OnFx.await("all were asked about", () -> said.size() == 1);
        assertEquals(
                List.of(new SecondTable(ColumnRole.ITEM, 2, 3), new SecondTable(ColumnRole.USER, 2, 2)),
                asked.stream().map(choices -> choices.get(0)).toList());
        assertEquals(
                List.of("prices.csv was not joined: its rows are neither users nor items of the open data."), said);
        assertEquals("Ex", opened().title(opened().items().indexOf("x")));
        Recipe recipe = Objects.requireNonNull(session.openedProperty().get())
                .prepared()
                .recipe();
        assertEquals(new JoinedTable("films.csv", ""), recipe.items());
        assertEquals(new JoinedTable("people.csv", ""), recipe.users());
    }

    @Test
    void aFolderAndAnArchiveOfAKnownFormatOpenAtOnce() throws IOException {
        String ratings =
                "userId,movieId,rating,timestamp\n1,10,4.0,964982703\n1,20,3.0,964982704\n2,10,5.0,964982705\n";
        String movies = "movieId,title,genres\n10,Ten (1999),Drama\n20,Twenty (2000),Comedy\n";
        file("ml/ratings.csv", ratings);
        file("ml/movies.csv", movies);
        drop(folder.resolve("ml"));
        assertEquals(3, opened().interactions().size());
        OnFx.run(() -> session.openedProperty().set(null));
        Path zip = folder.resolve("ml.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("ratings.csv", "movies.csv")) {
                out.putNextEntry(new ZipEntry("ml/" + name));
                out.write((name.equals("ratings.csv") ? ratings : movies).getBytes(StandardCharsets.UTF_8));
            }
        }
        drop(zip);
        assertEquals(3, opened().interactions().size());
        assertEquals(List.of(), failures);
    }

    @Test
    void aFolderOfParquetIsIdentified() throws Exception {
        Path parts = ParquetFolder.write(
                folder,
                "views",
                "SELECT i // 4 AS user_id, i % 5 AS item_id, i % 2 AS part FROM range(20) r(i)",
                ", PARTITION_BY (part)");
        drop(parts);
        identifiedAs(parts, columns("parquet"));
        assertEquals(20, opened().interactions().size());
    }

    private Path shop() throws IOException {
        String rows = "a,x,2,1\na,y,3,2\nb,x,4,3\nb,z,5,4\nc,z,1,5\nc,y,2,6\n";
        file("shop/ratings.csv", "user_id,item_id,rating,timestamp\n" + rows);
        file("shop/items.csv", "item_id,title\nx,Ex\ny,Why\nz,Zed\n");
        file("shop/users.csv", "user_id,age\na,3\nb,4\nc,5\n");
        file("shop/tags.csv", "user_id,item_id,tag,timestamp\na,x,good,1\n");
        return folder.resolve("shop");
    }

    @Test
    void ofAFolderOfSeveralTablesTheLogIsOpenedAndWhatDescribesItIsJoined() throws IOException {
        Path shop = shop();
        drop(shop);
        identifiedAs(shop.resolve("ratings.csv"), columns("delimited"));
        OnFx.await("both are joined", () -> {
            Session.Opened open = session.openedProperty().get();
            return open != null && open.dataset().userAttributes().names().contains("age");
        });
        assertEquals(6, opened().interactions().size());
        assertEquals("Ex", opened().title(opened().items().indexOf("x")));
        assertEquals(
                List.of(new SecondTable(ColumnRole.ITEM, 3, 3), new SecondTable(ColumnRole.USER, 3, 3)),
                asked.stream().map(choices -> choices.get(0)).toList());
        assertEquals(List.of("ratings.csv is read as the log. Not read: tags.csv."), said);
        assertEquals(List.of(), failures);
    }

    @Test
    void aRecipeBesideATableWithinTheFolderIsKnown() throws Exception {
        Path shop = shop();
        RecipeFile.write(RecipeFile.beside(shop.resolve("tags.csv")), columns("delimited"));
        drop(shop);
        assertEquals(1, opened().interactions().size());
        assertEquals(shop.resolve("tags.csv"), opened().path());
        assertEquals(List.of(), said);
    }

    @Test
    void whichOfAFolderIsTheLogIsReportedWhereItIsNotClear() throws IOException {
        file("two/one.csv", "user_id,item_id,rating\na,x,1\nb,y,2\n");
        file("two/other.csv", "user_id,item_id,rating\na,y,1\nb,x,2\n");
        drop(folder.resolve("two"));
        OnFx.await("it is told", () -> failures.size() == 1);
        String message = ((DataException) failures.get(0)).message(Locale.ENGLISH);
        assertTrue(message.contains("It is not clear which of the tables is the log."), message);
        assertTrue(message.contains("one.csv") && message.contains("other.csv"), message);
    }

    @Test
    void whatIsNoTableIsNamed() throws IOException {
        Path database = folder.resolve("app.db");
        Files.write(database, "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII));
        drop(database);
        OnFx.await("it is to be identified", () -> identified.contains(database));
        DataException named = assertThrows(
                DataException.class,
                () -> TablePreview.of(
                        TestServices.on(folder.resolve("workspace")).datasets(), database, "", ""),
                "which the assistant says in place of columns");
        assertTrue(named.message(Locale.ENGLISH).contains("SQLite"), named.message(Locale.ENGLISH));
    }
}
