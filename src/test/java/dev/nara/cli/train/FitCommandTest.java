package dev.nara.cli.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.nara.cli.CommandLineTest;
import dev.nara.competition.Ledger;
import dev.nara.competition.LedgerEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A fit is the same run on all rows, without figures of its own; a submission is made of it unless told otherwise. */
@Tag("process")
class FitCommandTest extends CommandLineTest {
    private int train(String... more) {
        List<String> all = new ArrayList<>(List.of("train", "--algorithm", "bpr", "--epochs", "3", "--json"));
        all.addAll(List.of(more));
        return nara(all.toArray(String[]::new));
    }

    private JsonObject show(int run) {
        assertEquals(0, nara("runs", "show", "--run", Integer.toString(run), "--json"));
        return json().get(0);
    }

    private List<String> numbers() {
        assertEquals(0, nara("runs", "list", "--json"));
        return json().get(0).getAsJsonArray("runs").asList().stream()
                .map(run -> run.getAsJsonObject().get("run").getAsString())
                .toList();
    }

    @Test
    void aFitIsTheRunOnAllRowsForItsBestNumberOfEpochs() {
        assertEquals(0, train());
        JsonObject run = show(1);
        int best = run.getAsJsonObject("best").get("epoch").getAsInt();
        assertEquals(0, nara("fit", "--run", "1"));
        assertFalse(err.contains("*"), "a fit has no best epoch: " + err);
        assertTrue(err.contains("run 1 reached Score 0.") && err.contains("on the test part (time:"), err);
        JsonObject fit = show(2);
        JsonObject settings = fit.getAsJsonObject("settings");
        assertEquals("all", settings.get("split").getAsString());
        assertEquals("all:kept", settings.get("candidates").getAsString());
        assertEquals(best, settings.get("epochs").getAsInt());
        assertEquals(1, settings.get("seed").getAsInt());
        assertEquals(run.getAsJsonObject("settings").get("values"), settings.get("values"));
        assertEquals(1, fit.getAsJsonObject("fitOf").get("run").getAsInt());
        assertEquals(best, fit.getAsJsonObject("fitOf").get("epochs").getAsInt());
        assertEquals("{}", fit.getAsJsonObject("best").get("metrics").toString(), "it has no figures of its own");
        assertEquals(0, nara("runs", "list"));
        assertTrue(out.contains("fit of run 1 (Score 0."), out);
        assertTrue(out.contains(", test)"), out);
        assertEquals(0, nara("runs", "show", "--run", "2"));
        assertFalse(out.contains("looked at"), out);
        assertEquals(0, nara(Locale.KOREAN, "runs", "show", "--run", "2"));
        assertTrue(out.contains("실행 1을 전체 데이터로 다시 학습한 것입니다."), out);
        assertEquals(0, nara("fit", "--run", "1"), "the fit that is there is used");
        assertEquals("Run 2 is the fit of run 1 on all rows and is used.\n", err);
        assertEquals(List.of("2", "1"), numbers());
        assertEquals(2, nara("evaluate", "--run", "2"));
        assertTrue(err.startsWith("Run 2 is a fit on all rows"), err);
        assertEquals(2, nara("compare", "--runs", "1,2"));
        assertTrue(err.startsWith("Run 2 is a fit on all rows"), err);
        assertEquals(2, nara("fit", "--run", "2"));
        assertTrue(err.startsWith("Run 2 is already a fit"), err);
    }

    @Test
    void aSubmissionIsOfTheFitUnlessRequestedOtherwise() throws Exception {
        Path fitted = folder.resolve("fitted.csv");
        Path alone = folder.resolve("alone.csv");
        assertEquals(0, train());
        assertEquals(0, nara("submit", "--out", fitted.toString()));
        assertTrue(err.contains("Run 1 is fitted on all rows as run 2"), err);
        assertEquals(0, nara("submit", "--out", alone.toString(), "--no-fit"));
        assertNotEquals(Files.readString(fitted), Files.readString(alone));
        assertEquals(List.of("2", "1"), numbers());
        List<LedgerEntry> entries = Ledger.in(services().workspace()).entries();
        assertEquals(List.of(), entries.get(0).fits());
        assertEquals(List.of(2L), entries.get(1).fits());
        assertEquals(entries.get(0).local(), entries.get(1).local(), "the run's figures vouch for its fit");
    }

    @Test
    void aSeriesIsFittedSeedBySeed() {
        assertEquals(0, train("--repeat", "2"));
        assertEquals(0, nara("fit", "--run", show(1).get("series").getAsString()));
        assertEquals(List.of("4", "3", "2", "1"), numbers());
        assertEquals(2, show(4).getAsJsonObject("settings").get("seed").getAsInt());
    }

    /** Two days at the end of the sample are nearly empty: an epoch chosen there would be any of them. */
    @Test
    void aBestEpochOfASingleDayDecidesNothing() {
        assertEquals(0, train("--split", "last-days:1"));
        assertEquals(0, nara("fit", "--run", "1"));
        assertTrue(err.contains("so the fit takes all epochs that the run trained: 3."), err);
        assertEquals(3, show(2).getAsJsonObject("settings").get("epochs").getAsInt());
    }

    @Test
    void ofASingleEpochNothingWasChosen() {
        assertEquals(0, nara("train", "--algorithm", "popularity", "--split", "last-days:1"));
        assertEquals(0, nara("fit", "--run", "1"));
        assertFalse(err.contains("chance"), err);
        assertTrue(err.contains("the same settings and seed, 1 epoch over"), err);
        assertTrue(err.contains("Finished after 1 epoch on all rows."), err);
    }

    @Test
    void whereTheEpochsAreFixedNothingIsSaidToBeChosen() {
        assertEquals(0, nara("train", "--algorithm", "bpr", "--epochs", "3", "--validation", "fixed"));
        String said = out + err;
        assertTrue(said.contains("; no validation: the last epoch is evaluated."), said);
        assertTrue(said.contains("model of epoch 3, the last: Score"), said);
        assertTrue(said.contains("Finished after 3 epochs, test: Score"), said);
        assertFalse(said.contains("best"), said);
    }

    @Test
    void aRunThatHasNotEndedIsNotFitted() {
        Path file = folder.resolve("s.csv");
        assertEquals(0, train("--pause-after", "1"));
        assertEquals(2, nara("submit", "--run", "1", "--out", file.toString()));
        assertTrue(err.startsWith("Run 1 cannot be fitted on all rows: it is paused"), err);
        assertFalse(Files.exists(file));
        assertEquals(0, nara("submit", "--run", "1", "--no-fit", "--out", file.toString()));
        assertEquals(List.of("1"), numbers());
    }

    @Test
    void aComposedListIsScoredByItsRunsAndMadeOfTheirFits() throws Exception {
        Path recipe = Files.writeString(
                folder.resolve("lists.json"),
                "{\"blocks\": [{\"algorithm\": \"own-watched\", \"seen\": \"only\", \"take\": 12},"
                        + " {\"runs\": {\"1\": 1, \"2\": 0.5}}]}");
        String file = folder.resolve("composed.csv").toString();
        assertEquals(0, train("--repeat", "2"));
        assertEquals(0, nara("submit", "--recipe", recipe.toString(), "--out", file));
        LedgerEntry entry = Ledger.in(services().workspace()).entries().get(0);
        assertEquals(List.of(1L, 2L), entry.runs());
        assertEquals(List.of(3L, 4L), entry.fits());
        Files.writeString(recipe, "{\"blocks\": [{\"runs\": {\"3\": 1}}]}");
        assertEquals(2, nara("submit", "--recipe", recipe.toString(), "--out", file));
        assertTrue(err.startsWith("Run 3 is a fit on all rows"), err);
    }
}
