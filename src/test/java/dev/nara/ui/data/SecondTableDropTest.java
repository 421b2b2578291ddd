package dev.nara.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestServices;
import dev.nara.data.ColumnRole;
import dev.nara.data.ColumnRoles;
import dev.nara.data.JoinedTable;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.data.read.SecondTable;
import dev.nara.ui.OnFx;
import dev.nara.ui.WindowJobs;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.data.opening.DataSurroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** A table that comes while data is open: the people behind it say what it describes. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class SecondTableDropTest {
    private static final SecondTable NOTHING = new SecondTable(ColumnRole.IGNORE, 0, 0);

    @TempDir
    private Path folder;

    private final WindowJobs executor = new WindowJobs();
    private final List<List<SecondTable>> asked = new ArrayList<>();
    private final List<Path> identified = new ArrayList<>();
    private Session session;
    private ColumnRole answer = ColumnRole.ITEM;

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
            return Optional.of(answer);
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
            throw new AssertionError(error);
        }

        @Override
        public void say(String text) {}
    }

    @BeforeEach
    void begin() {
        session = OnFx.get(Session::new);
    }

    private DataOpening opening() {
        return OnFx.get(() -> new DataOpening(
                TestServices.on(folder),
                session,
                new Jobs(executor, error -> {}),
                new Texts(Locale.ENGLISH),
                new DataModel(),
                new People()));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private DataOpening opened() throws IOException {
        Path log = file("log.csv", "user,item\na,x\na,y\nb,x\nb,z\n");
        Recipe recipe = new Recipe(
                "delimited",
                "",
                new ColumnRoles(",", true, "user", "item", "", List.of(), List.of(), List.of()),
                Preparation.USUAL);
        DataOpening opening = opening();
        OnFx.run(() -> opening.open(log, recipe));
        OnFx.await("the log is open", () -> session.openedProperty().get() != null);
        return opening;
    }

    @AfterEach
    void end() {
        executor.end();
    }

    @Test
    void itsRowsBecomeAttributesOfTheItems() throws IOException {
        DataOpening opening = opened();
        Path films = file("films.csv", "key,title\nx,Ex\ny,Why\n");
        OnFx.run(() -> opening.open(films, null));
        OnFx.await("titles are there", () -> Objects.requireNonNull(
                        session.openedProperty().get())
                .dataset()
                .title(0)
                .equals("Ex"));
        assertEquals(List.of(List.of(new SecondTable(ColumnRole.ITEM, 2, 3), NOTHING)), asked);
        Recipe recipe = Objects.requireNonNull(session.openedProperty().get())
                .prepared()
                .recipe();
        assertEquals(new JoinedTable("films.csv", ""), recipe.items());
    }

    @Test
    void otherDataIsOnlyIdentified() throws IOException {
        DataOpening opening = opened();
        Path other = file("other.csv", "who,what\np,q\nr,s\n");
        OnFx.run(() -> opening.open(other, null));
        OnFx.await("it is to be identified", () -> !identified.isEmpty());
        assertEquals(List.of(), asked);
        answer = ColumnRole.IGNORE;
        Path people = file("people.csv", "who,age\na,3\nb,4\n");
        OnFx.run(() -> opening.open(people, null));
        OnFx.await("it is to be identified too", () -> identified.size() == 2);
        assertEquals(List.of(List.of(new SecondTable(ColumnRole.USER, 2, 2), NOTHING)), asked);
    }
}
