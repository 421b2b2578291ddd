package dev.nara.cli.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.nara.cli.CommandLineTest;
import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A search from the terminal: asked for, run, steered, looked at, and written for others. */
class TuneCommandTest extends CommandLineTest {
    /** Each of eight users has six of eight items, one a day. */
    private Path data() throws IOException {
        StringBuilder rows = new StringBuilder("user,item,time\n");
        for (int n = 0; n < 48; n++) {
            rows.append("u").append(n / 6).append(",i").append((n / 6 + n % 6) % 8);
            rows.append(",2022-03-0").append(n % 6 + 1).append("\n");
        }
        return Files.writeString(folder.resolve("log.csv"), rows);
    }

    private int tune(String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "tune",
                "--data",
                data().toString(),
                "--user",
                "user",
                "--item",
                "item",
                "--time",
                "time",
                "--split",
                "leave-one-out",
                "--metrics",
                "HR@2"));
        all.addAll(List.of(more));
        return nara(all.toArray(String[]::new));
    }

    private List<String> events() {
        return json().stream().map(event -> event.get("event").getAsString()).toList();
    }

    @Test
    void whatWouldBeDoneIsSaidAndNothingIsStored() throws IOException {
        assertEquals(0, tune("--algorithm", "item-knn", "--set", "shrinkage=3", "--trials", "4", "--dry-run"));
        assertTrue(err.contains("item-knn: varies 1 parameter, from the default values and what is set\n"), err);
        assertTrue(err.contains("  neighbours=10..1000:log\n"), err);
        assertTrue(err.contains("Goal: HR@2 on validation (leave-one-out, cut from the training part of"), err);
        assertTrue(err.contains("Budget: 4 trials, and the confirmation.\n"), err);
        assertEquals(0, nara("tune", "list", "--json"));
        assertEquals("{\"studies\":[]}", out.strip());
    }

    @Test
    void aSearchIsRunSteeredShownAndWritten() throws IOException {
        Path notes = folder.resolve("notes");
        assertEquals(
                0, tune("--algorithm", "item-knn", "--trials", "3", "--json", "--notify-file", notes.toString()), err);
        List<String> events = events();
        assertEquals("study", events.get(0));
        assertEquals("finished", events.get(events.size() - 1));
        assertEquals(3, events.stream().filter("trial"::equals).count());
        assertTrue(events.contains("chosen"), events.toString());
        assertTrue(Files.readString(notes).contains(" Search 1: Best so far: #"), Files.readString(notes));
        assertTrue(Files.readString(notes).contains(" Search 1: finished"), Files.readString(notes));

        assertEquals(0, nara("tune", "pin", "--study", "1", "--trial", "2"));
        assertEquals("Pinned in search 1.\n", err);
        assertEquals(0, nara("tune", "extend", "--trials", "1"));
        assertEquals(0, nara("tune", "add", "--set", "neighbours=33", "--set", "shrinkage=0"));
        assertEquals(0, nara("tune", "continue", "--json"), err);
        assertTrue(
                json().stream()
                        .filter(event -> event.get("event").getAsString().equals("trial"))
                        .map(event -> event.getAsJsonObject("settings"))
                        .anyMatch(settings ->
                                settings.get("neighbours").getAsString().equals("33")),
                out);

        assertEquals(0, nara("tune", "test", "--seeds", "1", "--json"), err);
        assertTrue(events().contains("tested"), events().toString());
        assertEquals(0, nara("tune", "show"));
        assertTrue(out.contains("neighbours=33 shrinkage=0"), out);
        for (String format : List.of("html", "csv", "json", "optuna")) {
            Path file = folder.resolve("study." + format);
            assertEquals(0, nara("tune", "export", "--as", format, "--output", file.toString()), err);
            assertTrue(Files.readString(file).contains("33"), format);
        }
    }

    @Test
    void whatCannotBeUsedIsRefusedWithARemedy() throws IOException {
        assertEquals(2, tune("--trials", "3", "--minutes", "2"));
        assertEquals(2, tune("--finish-by", "noon"));
        assertTrue(err.startsWith("noon is not a time."), err);
        assertEquals(2, tune("--limit", "Coverage"));
        assertEquals(2, tune("--algorithm", "item-knn", "--space", "neighbours=9..3"));
        assertEquals(2, tune("--validation", "none"));
        assertEquals(2, nara("tune", "show", "--study", "7"));
        assertEquals(2, nara("tune", "export", "--as", "docx"));
    }

    @Test
    void aTimeThatIsPastIsTomorrow() throws Exception {
        Clock noon = Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);
        assertEquals(Instant.parse("2026-11-29T18:00:00Z"), TuneOptions.moment("18:00", noon));
        assertEquals(Instant.parse("2026-11-30T09:30:00Z"), TuneOptions.moment("09:30", noon));
        assertEquals(Instant.parse("2026-11-29T13:00:00Z"), TuneOptions.moment("2026-11-29T22:00+09:00", noon));
        DataException past =
                assertThrows(DataException.class, () -> TuneOptions.moment("2026-11-29T18:00+09:00", noon));
        assertEquals("cli.tune.moment.past", past.problem().key());
    }

    @Test
    void theCommandOfAStudyBeginsTheSame() throws IOException {
        assertEquals(0, tune("--algorithm", "item-knn", "--trials", "1", "--json", "--seeds", "1"), err);
        JsonObject spec = json().get(0).getAsJsonObject("spec");
        assertEquals(1, spec.getAsJsonObject("budget").get("trials").getAsInt());
        Path file = folder.resolve("study.html");
        assertEquals(0, nara("tune", "export", "--output", file.toString()), err);
        assertTrue(
                Files.readString(file)
                                .contains("--space &#39;neighbours=10..1000:log,shrinkage=0|0.1..1000:log&#39; --trials"
                                        + " 1")
                        || Files.readString(file)
                                .contains("--space 'neighbours=10..1000:log,shrinkage=0|0.1..1000:log' --trials 1"),
                Files.readString(file).substring(Files.readString(file).indexOf("<pre>")));
    }

    @Test
    void baselinesAreSearchedOneByOne() throws IOException {
        Path data = data();
        assertEquals(
                0,
                nara(
                        "baselines",
                        "--data",
                        data.toString(),
                        "--user",
                        "user",
                        "--item",
                        "item",
                        "--time",
                        "time",
                        "--split",
                        "leave-one-out",
                        "--validation",
                        "none",
                        "--metrics",
                        "HR@2",
                        "--algorithms",
                        "popularity,item-knn",
                        "--tune",
                        "--minutes",
                        "0.01",
                        "--json"),
                err);
        JsonObject searched = json().get(1);
        assertEquals("item-knn", searched.get("algorithm").getAsString());
        assertEquals("TESTED", searched.get("figures").getAsString());
        assertEquals("false", searched.get("chosenOnTest").getAsString());
        JsonObject tuned = searched.getAsJsonObject("tuned");
        assertEquals("leave-one-out", tuned.get("validation").getAsString());
        assertTrue(tuned.get("trials").getAsInt() >= 1, tuned.toString());
        assertEquals("popularity", json().get(0).get("algorithm").getAsString());
    }

    /** As of a newer version, or changed on purpose. */
    @Test
    void aSearchThatMakesNoSenseKeepsNobodyFromTheOthers() throws Exception {
        for (int search = 0; search < 2; search++) {
            assertEquals(0, tune("--algorithm", "item-knn", "--trials", "1", "--json"), err);
        }
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            store.studies().ask(1, "{\"event\":\"nonsense\"}");
        }
        assertEquals(0, nara("tune", "list", "--json"), err);
        assertTrue(out.contains("\"study\":2") && !out.contains("\"study\":1"), out);
        assertTrue(err.contains("Search 1 is damaged"), err);
        assertEquals(2, nara("tune", "show", "--study", "1"), err);
        assertTrue(err.contains("Search 1 is damaged"), err);
        assertEquals(2, nara("tune", "continue", "--study", "1"), err);
        assertTrue(err.contains("Search 1 is damaged"), err);
        assertEquals(1, nara("workspace", "check"), err);
        assertTrue(out.contains("Search 1 is damaged"), out);
        assertEquals(0, nara("workspace", "check", "--repair"), err);
        assertEquals(0, nara("tune", "list"), err);
        assertEquals("", err, "it is in the trash");
    }
}
