package dev.nara.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.TestServices;
import dev.nara.data.DataException;
import dev.nara.run.RunJson;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastedSettingsTest {
    @TempDir
    private Path folder;

    private PastedSettings read(String text) throws DataException {
        return PastedSettings.of(text, TestServices.on(folder).algorithms(), "neumf");
    }

    @Test
    void aCommandLineIsTakenApartAsAShellDoes() throws DataException {
        PastedSettings read = read("./bin/nara train --data 'my data' --no-recipe --preset fast \\\n"
                + "  --set \"layers=64-32\" --set gmf_dimension=12 --epochs=7 --metrics-every 2 --engine vector"
                + " --where 'rating>=4'");
        assertEquals("neumf", read.algorithm());
        assertEquals("12", read.values().get("gmf_dimension"));
        assertEquals("64-32", read.values().get("layers"));
        assertEquals(Map.of("epochs", "7", "metrics_every", "2"), read.run());
        assertEquals("vector", read.engine());
    }

    @Test
    void whatWasCopiedFromARunComesBackWhole() throws DataException {
        RunSpec spec = RunSpec.draft()
                .data("/data")
                .format("ncf")
                .fingerprint("f")
                .split("random:0.8")
                .validation("time:2022-03-01")
                .candidates("all")
                .algorithm("gmf")
                .values(Map.of("gmf_dimension", "24"))
                .epochs(9)
                .patience(3)
                .seed(5)
                .splitSeed(3)
                .engine("vector")
                .device("cpu")
                .metrics("HR@10")
                .metricsEvery(2)
                .spec();
        for (String text : new String[] {TestServices.on(folder).command(spec), RunJson.spec(spec)}) {
            PastedSettings read = read(text);
            assertEquals("gmf", read.algorithm());
            assertEquals("24", read.values().get("gmf_dimension"));
            assertEquals(
                    Map.of(
                            "split",
                            "random:0.8",
                            "validation",
                            "time:2022-03-01",
                            "candidates",
                            "all",
                            "cold_users",
                            "apart",
                            "metrics",
                            "HR@10",
                            "epochs",
                            "9",
                            "patience",
                            "3",
                            "seed",
                            "5",
                            "split_seed",
                            "3",
                            "metrics_every",
                            "2"),
                    read.run());
            assertEquals("vector", read.engine());
        }
    }

    @Test
    void namesAndValuesAreEnough() throws DataException {
        PastedSettings read = read("{\"gmf_dimension\": 8, \"epochs\": 3}");
        assertEquals("8", read.values().get("gmf_dimension"));
        assertEquals(Map.of("epochs", "3"), read.run());
    }

    @Test
    void settingsOfAnEarlierVersionKeepTheirMeaning() throws DataException {
        PastedSettings read = read("{\"algorithm\": \"neumf\", \"values\": {}, \"candidates\": \"all\","
                + " \"metrics\": \"Recall@25,HR@10\", \"epochs\": 3}");
        assertEquals("none", read.run().get("validation"));
        assertEquals("all:any-repeat", read.run().get("candidates"));
        assertEquals("CappedRecall@25,HR@10", read.run().get("metrics"));
        assertEquals("3", read.run().get("epochs"));
    }

    @Test
    void anythingElseIsRefused() {
        for (String text : new String[] {
            "",
            "ls -l",
            "{",
            "{\"gmf\": ",
            "nara train --set gmf",
            "nara train 'open",
            "nara train data",
            "[1]",
            "{\"depth\": 3}",
            "nara train --set depth=3",
            "nara train --algorithm oracle",
            "nara evaluate --run 3"
        }) {
            assertThrows(DataException.class, () -> read(text), text);
        }
    }
}
