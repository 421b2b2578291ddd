package dev.nara.data.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestServices;
import dev.nara.data.ColumnRoles;
import dev.nara.data.Dataset;
import dev.nara.data.Preparation;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.ServiceFolder;
import dev.nara.split.Split;
import dev.nara.split.Splits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fingerprints and split files of programs that kept times as minutes and an order of 0 to 99 stay valid. */
class StoredFingerprintTest {
    @TempDir
    private Path folder;

    private Dataset table(String... times) throws Exception {
        StringBuilder text = new StringBuilder("user,item,time\n");
        for (int r = 0; r < times.length; r++) {
            text.append("u")
                    .append(r % 2)
                    .append(",i")
                    .append(r % 3)
                    .append(',')
                    .append(times[r])
                    .append('\n');
        }
        Recipe recipe = new Recipe(
                "delimited",
                "",
                new ColumnRoles(",", true, "user", "item", "time", List.of(), List.of(), List.of()),
                Preparation.NONE);
        return read(Files.writeString(folder.resolve("log.csv"), text), recipe);
    }

    private static Dataset read(Path path, Recipe recipe) throws Exception {
        return TestServices.on(Path.of("target")).datasets().read(path, recipe, Progress.NONE);
    }

    @Test
    void theServicesDigits() throws Exception {
        Dataset dataset = table(
                "20220305081500",
                "20220305081559",
                "20220305081560",
                "20220305081561",
                "20220305081599",
                "20220305081600",
                "19691231235999");
        assertEquals("f1cfafd8608e89990000000000000000", dataset.fingerprint());
    }

    @Test
    void theServicesFolder() throws Exception {
        ServiceFolder.write(folder);
        assertEquals(
                "9df56687e95205006010761c16b3aa9f", read(folder, Recipe.USUAL).fingerprint());
    }

    @Test
    void seconds() throws Exception {
        assertEquals(
                "d99499086ffb765d0000000000000000",
                table("1600140633", "1600239853", "1600295102", "-299808653", "1600140634000")
                        .fingerprint());
    }

    @Test
    void days() throws Exception {
        assertEquals(
                "e917cd027e458a450000000000000000",
                table("2020-09-15", "20200917", "2020-09-17 10:00:00", "1960-02-29")
                        .fingerprint());
    }

    @Test
    void numbersThatAreOnlyAnOrder() throws Exception {
        Files.writeString(folder.resolve("t.train.rating"), "0\t10\t1\t978300760\n1\t11\t4\t6\n0\t11\t2\t978300761\n");
        assertEquals(
                "4bb21719d027ac85a0ae780d9869cd4f", read(folder, Recipe.USUAL).fingerprint());
    }

    @Test
    void aSplitFrozenThen() throws Exception {
        Dataset dataset = table(
                "20220305081599", "20220305081560", "1646553600", "1646553601", "20220310000000", "1646870400000");
        Path file = Files.writeString(folder.resolve("old.jsonl"), """
            {"naraSplit":1,"split":"time:2022-03-10","seed":1,"data":"log","fingerprint":"fa6bf0f88a891e73","candidates":"all"}
            {"user":"u0","train":"0-1","find":["i1"]}
            {"user":"u1","train":"0-1","find":["i2"]}
            {"sha256":"8ce24e27fa43948d4a2fb1942ff12fc2fdb5cfecf3d2e3add477afca7e426fef"}
            """);
        Split split = Splits.split(dataset, "file:" + file, 1);
        assertArrayEquals(new int[] {dataset.items().indexOf("i1")}, split.truth(0));
        assertArrayEquals(new int[] {dataset.items().indexOf("i2")}, split.truth(1));
        assertEquals(4, split.train().size());
    }
}
