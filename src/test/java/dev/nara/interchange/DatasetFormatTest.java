package dev.nara.interchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.GivenTest;
import dev.nara.data.IdIndex;
import dev.nara.data.InteractionsBuilder;
import dev.nara.data.LogTime;
import dev.nara.data.Preparation;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.Toy;
import dev.nara.data.read.duckdb.ParquetReader;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.lightgcn.LightGcnReader;
import dev.nara.data.read.ncf.NcfReader;
import dev.nara.data.read.recbole.RecBoleReader;
import dev.nara.split.GivenSplit;
import dev.nara.split.LeaveLast;
import dev.nara.split.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what our own readers read. */
class DatasetFormatTest {
    private static final Dataset TOY = Toy.twoTastes(12, 20, 6);

    @TempDir
    private Path folder;

    private static void same(Dataset expected, Split split, Dataset read) {
        for (int u = 0; u < expected.users().size(); u++) {
            int other = read.users().indexOf(expected.users().id(u));
            assertEquals(split.train().count(u), read.interactions().count(other));
            for (int r = 0; r < split.train().count(u); r++) {
                assertEquals(
                        expected.items().id(split.train().item(split.train().start(u) + r)),
                        read.items()
                                .id(read.interactions().item(read.interactions().start(other) + r)));
            }
            GivenTest given = Objects.requireNonNull(read.given());
            assertEquals(split.truth(u).length, given.truth(other).length);
            for (int item : given.truth(other)) {
                int known = expected.items().indexOf(read.items().id(item));
                assertArrayEquals(new int[] {known}, split.truth(u));
            }
        }
    }

    @Test
    void ncf() throws IOException, DataException {
        Split split = LeaveLast.one().split(TOY, "", 1);
        DatasetFormat.NCF.write(folder, TOY, split);
        same(TOY, split, new NcfReader().read(DataFiles.at(folder), Recipe.USUAL, Progress.NONE));
    }

    @Test
    void ncfWithNegatives() throws IOException, DataException {
        GivenTest given = Toy.given(4, new int[][] {{1}, {0, 1}}, new int[][] {{2, 3}, {2}});
        Dataset toy = Toy.of(2, 4, new long[][] {{0, 0, 1}, {1, 3, 1}}, false, given);
        DatasetFormat.NCF.write(folder, toy, new GivenSplit().split(toy, "", 1));
        Dataset read = new NcfReader().read(DataFiles.at(folder), Recipe.USUAL, Progress.NONE);
        GivenTest back = Objects.requireNonNull(read.given());
        assertEquals(2, back.truth(1).length);
        assertEquals("2", read.items().id(back.negatives(1)[0]));
        assertEquals(2, back.negatives(0).length);
    }

    @Test
    void timesAreSecondsAndStayTheSame() throws IOException, DataException {
        long time = LogTime.ofDigits("20220301081559");
        Dataset toy = Toy.of(1, 2, new long[][] {{0, 0, time}, {0, 1, time + 7}});
        DatasetFormat.RECBOLE.write(folder, toy, null);
        Dataset read = new RecBoleReader().read(DataFiles.at(folder), Recipe.USUAL, Progress.NONE);
        assertEquals(time, read.interactions().time(0));
        assertEquals(time + 7, read.interactions().time(1), "to the last nanosecond");
        Path other = folder.resolve("undated");
        DatasetFormat.RECBOLE.write(other, Toy.of(1, 2, new long[][] {{0, 1, 5}, {0, 0, 9}}, false, null), null);
        Dataset undated = new RecBoleReader().read(DataFiles.at(other), Recipe.USUAL, Progress.NONE);
        assertFalse(undated.clock());
        assertEquals("1", undated.items().id(undated.interactions().item(0)));
    }

    @Test
    void ncfSaysThatItCutsTimesToSeconds() {
        Dataset toy = Toy.of(1, 2, new long[][] {{0, 0, LogTime.SECOND}, {0, 1, LogTime.SECOND + 1}});
        assertEquals(
                "Warning: 1 time cut to whole seconds, which is all that the format stores. Rows keep their order;"
                        + " --as recbole keeps all digits.",
                DatasetFormat.NCF.loss(toy).orElseThrow().in(Locale.ENGLISH));
        assertTrue(DatasetFormat.RECBOLE.loss(toy).isEmpty());
    }

    @Test
    void ncfHasRatingsAndSeconds() throws IOException, DataException {
        InteractionsBuilder rows = new InteractionsBuilder("rating");
        rows.add(0, 1, LogTime.ofDigits("20220301081559"), 4.5f);
        Dataset rated = Toy.of(1, 2, new long[0][]).with(rows.build(1, 2));
        DatasetFormat.NCF.write(folder, rated, null);
        assertEquals("0\t1\t4.5\t1646122559\n", Files.readString(folder.resolve("toy.train.rating")));
    }

    @Test
    void whatWouldBeReadWronglyIsRefused() throws IOException {
        DatasetFormat.RECBOLE.write(folder, TOY, null);
        assertThrows(
                DataException.class,
                () -> DatasetFormat.RECBOLE.check(folder, TOY, LeaveLast.one().split(TOY, "", 1)));
        assertDoesNotThrow(() -> DatasetFormat.RECBOLE.check(folder, TOY, null));
        IdIndex odd = new IdIndex();
        odd.add("Kim, A");
        Dataset named = new Dataset(
                TOY.source(),
                odd,
                TOY.items(),
                TOY.interactions(),
                TOY.userAttributes(),
                TOY.itemAttributes(),
                Dataset.Task.NONE);
        assertThrows(DataException.class, () -> DatasetFormat.NCF.check(folder, named, null));
        assertDoesNotThrow(() -> DatasetFormat.RECBOLE.check(folder, named, null));
    }

    @Test
    void recBole() throws IOException, DataException {
        Split split = LeaveLast.one().split(TOY, "", 1);
        DatasetFormat.RECBOLE.write(folder, TOY, split);
        Dataset read = new RecBoleReader().read(DataFiles.at(folder), Recipe.USUAL, Progress.NONE);
        same(TOY, split, read);
        assertEquals(
                TOY.userAttributes().text("sex", 3),
                read.userAttributes().text("sex", read.users().indexOf("3")));
        assertEquals(4, read.userAttributes().numbers("age")[read.users().indexOf("4")]);
    }

    /** User 0 has items 1, 2, 0, 1 in this order, user 1 has 2, 0 and 1; a pair that is held out is so with all of its rows. */
    private static Dataset rated() {
        InteractionsBuilder rows = new InteractionsBuilder("rating");
        long time = LogTime.ofDigits("20220301081500");
        int[][] pairs = {{0, 1}, {0, 2}, {0, 0}, {0, 1}, {1, 2}, {1, 0}, {1, 1}};
        for (int r = 0; r < pairs.length; r++) {
            rows.add(pairs[r][0], pairs[r][1], time + r * LogTime.SECOND, r + 1);
        }
        return Toy.of(2, 3, new long[0][]).with(rows.build(2, 3));
    }

    private static Split validated(Dataset data) throws DataException {
        Split whole = LeaveLast.one().split(data, "", 1);
        return whole.validatedOn(LeaveLast.one().split(data.with(whole.train(), null), "", 1));
    }

    @Test
    void recBoleHasThreePartsWithTheirOwnTimesAndNumbers() throws IOException, DataException {
        Dataset data = rated();
        DatasetFormat.RECBOLE.write(folder, data, validated(data));
        String header = "user_id:token\titem_id:token\ttimestamp:float\trating:float\n";
        assertEquals(
                header + "0\t2\t1646122501\t2\n1\t2\t1646122504\t5\n",
                Files.readString(folder.resolve("toy.train.inter")));
        assertEquals(
                header + "0\t0\t1646122502\t3\n1\t0\t1646122505\t6\n",
                Files.readString(folder.resolve("toy.valid.inter")));
        assertEquals(
                header + "0\t1\t1646122503\t4\n1\t1\t1646122506\t7\n",
                Files.readString(folder.resolve("toy.test.inter")));
        Split two = LeaveLast.one().split(data, "", 1);
        assertThrows(
                DataException.class,
                () -> DatasetFormat.RECBOLE.check(folder, data, two),
                "the part for validation would be read together with what holds it already");
    }

    @Test
    void lightGcnHasNumbersAndTheirIds() throws IOException, DataException {
        Dataset data = rated();
        DatasetFormat.LIGHTGCN.write(folder, data, validated(data));
        assertEquals("0 2\n1 2\n", Files.readString(folder.resolve("train.txt")));
        assertEquals("0 0\n1 0\n", Files.readString(folder.resolve("valid.txt")));
        assertEquals("0 1\n1 1\n", Files.readString(folder.resolve("test.txt")));
        assertEquals("org_id remap_id\n0 0\n1 1\n2 2\n", Files.readString(folder.resolve("item_list.txt")));
        assertEquals("org_id remap_id\n0 0\n1 1\n", Files.readString(folder.resolve("user_list.txt")));
        Dataset read = new LightGcnReader().read(DataFiles.at(folder), Recipe.USUAL, Progress.NONE);
        assertEquals(
                2,
                Objects.requireNonNull(read.given()).truth(0).length
                        + read.given().truth(1).length);
        assertThrows(DataException.class, () -> DatasetFormat.LIGHTGCN.check(folder, data, null));
    }

    @Test
    void parquet() throws IOException, DataException {
        long time = LogTime.ofDigits("20220301081559");
        Dataset toy = Toy.of(2, 3, new long[][] {{0, 0, time}, {0, 2, time + 1_000_000}, {1, 1, time}});
        DatasetFormat.PARQUET.write(folder, toy, null);
        Dataset read = new ParquetReader()
                .read(DataFiles.at(folder.resolve(toy.name() + ".parquet")), log("timestamp"), Progress.NONE);
        assertEquals(3, read.interactions().size());
        assertEquals(2, read.users().size());
        assertEquals(time + 1_000_000, read.interactions().time(1));
        assertTrue(read.clock());
    }

    @Test
    void parquetInParts() throws IOException, DataException {
        Split split = LeaveLast.one().split(TOY, "", 1);
        DatasetFormat.PARQUET.write(folder, TOY, split);
        Dataset train = new ParquetReader()
                .read(DataFiles.at(folder.resolve(TOY.name() + ".train.parquet")), log(""), Progress.NONE);
        Dataset test = new ParquetReader()
                .read(DataFiles.at(folder.resolve(TOY.name() + ".test.parquet")), log(""), Progress.NONE);
        assertEquals(split.train().size(), train.interactions().size());
        assertEquals(12, test.interactions().size());
        assertEquals(
                TOY.items().id(split.truth(0)[0]),
                test.items().id(test.interactions().item(test.interactions().start(0))));
    }

    private static Recipe log(String time) {
        return new Recipe(
                "parquet",
                "",
                new ColumnRoles(",", true, "user_id", "item_id", time, List.of(), List.of(), List.of()),
                Preparation.NONE);
    }
}
