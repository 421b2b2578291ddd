package dev.nara.data.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.GivenTest;
import dev.nara.data.LogTime;
import dev.nara.data.Preparation;
import dev.nara.data.Profile;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.TimeSettings;
import dev.nara.data.prepare.Preparing;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.data.read.roles.RoleGuess;
import dev.nara.data.read.table.Written;
import dev.nara.interchange.DatasetFormat;
import dev.nara.split.Splits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every format from a small hand-written file, with counts checked by hand. */
class FormatsTest {
    private static final Datasets DATASETS = TestServices.on(Path.of("target")).datasets();

    @TempDir
    private Path folder;

    private Path put(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Dataset read(String format, int users, int items, int rows) throws DataException {
        return read(folder, format, users, items, rows);
    }

    private static Dataset read(Path path, String format, int users, int items, int rows) throws DataException {
        Dataset dataset = DATASETS.read(path, Recipe.USUAL, Progress.NONE);
        assertEquals(format, dataset.format());
        assertEquals(users, dataset.users().size());
        assertEquals(items, dataset.items().size());
        assertEquals(rows, dataset.interactions().size());
        return dataset;
    }

    @Test
    void movieLens100K() throws Exception {
        put("u.data", "196\t242\t3\t881250949\n186\t302\t3\t891717742\n196\t377\t1\t878887116\n");
        put("u.user", "196|49|M|writer|55105\n186|39|F|executive|00000\n1|24|M|technician|85711\n");
        byte[] movies = """
            242|Kolya (1996)|24-Jan-1997||http://x|0|0|0|0|0|1|0|0|0|0|0|0|0|0|0|0|0|0|0
            302|Café (1997)|01-Jan-1997||http://x|0|0|0|0|0|0|1|0|1|0|1|0|0|1|0|0|1|0|0
            """.getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("u.item"), movies);
        Dataset dataset = read("movielens", 2, 3, 3);
        assertTrue(dataset.clock());
        assertEquals("Café (1997)", dataset.title(dataset.items().indexOf("302")));
        assertEquals(
                "Crime|Drama|Film-Noir|Mystery|Thriller",
                dataset.itemAttributes().text("genres", 1));
        assertEquals("Comedy", dataset.itemAttributes().text("genre", 0));
        assertEquals("00000", dataset.userAttributes().text("zip_code", 1), "leading zeros stay");
        assertEquals(
                LocalDate.of(1997, 11, 7),
                LogTime.toDate(
                        dataset.interactions().time(dataset.interactions().start(0))));
        assertEquals(1, dataset.interactions().number("rating", 0), "rows are in order of time");
    }

    @Test
    void movieLens1M() throws Exception {
        put("ratings.dat", "1::1193::5::978300760\n1::661::3::978302109\n2::1193::4::978298413\n");
        put("movies.dat", "1193::One Flew: \"Over\"::Drama\n661::James::Animation|Children's\n7::Unrated::Comedy\n");
        put("users.dat", "1::F::1::10::48067\n2::M::56::16::70072\n");
        Dataset dataset = read("movielens", 2, 2, 3);
        assertEquals("One Flew: \"Over\"", dataset.title(0));
        assertEquals("Animation", dataset.itemAttributes().text("genre", 1));
        assertEquals(56, dataset.userAttributes().numbers("age")[1]);
        assertEquals(
                List.of(
                        new Finding(
                                "joined-items",
                                2,
                                List.of("1193 → One Flew: \"Over\" · Drama", "661 → James · Animation|Children's")),
                        new Finding("attributes-of-unknown-items", 1, List.of("7")),
                        new Finding("joined-users", 2, List.of("1 → F · 1 · 10", "2 → M · 56 · 16"))),
                dataset.findings());
        assertEquals(
                List.of("Animation", "Children's"), dataset.itemAttributes().members("genres", 1));
    }

    @Test
    void movieLensAsCommaSeparatedInAZip() throws Exception {
        Path archive = folder.resolve("ml-latest.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("ml-latest/movies.csv"));
            zip.write("movieId,title,genres\n2,\"Movie, The\",Drama\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("ml-latest/ratings.csv"));
            zip.write("userId,movieId,rating,timestamp\n1,2,3.5,1112486027\n1,29,3.5,1112484676\n"
                    .getBytes(StandardCharsets.UTF_8));
        }
        Dataset dataset = read(archive, "movielens", 1, 2, 2);
        assertEquals("ml-latest", dataset.name());
        assertEquals("Movie, The", dataset.title(dataset.items().indexOf("2")));
    }

    @Test
    void recBoleListsComeBackAsTheyWent() throws Exception {
        put("toy.inter", "user_id:token\titem_id:token\nann\t7\nann\t8\n");
        put("toy.item", "item_id:token\tgenre:token_seq\n7\tAction Comedy\n8\tDrama\n");
        Dataset dataset = read("recbole", 1, 2, 2);
        assertEquals(List.of("Action", "Comedy"), dataset.itemAttributes().members("genre", 0));
        Path out = folder.resolveSibling(folder.getFileName() + "-out");
        DatasetFormat.RECBOLE.write(out, dataset, null);
        String written = Files.readString(out.resolve(dataset.name() + ".item"));
        assertTrue(written.contains("genre:token_seq") && written.contains("Action Comedy"), written);
    }

    @Test
    void recBole() throws Exception {
        put("toy.inter", """
            user_id:token	item_id:token	rating:float	timestamp:float
            ann	7	4	978300760.5
            bob	7	5	978300761
            ann	8		978300762
            """);
        put("toy.item", "item_id:token\tmovie_title:token_seq\tyear:float\n7\tThe \"Seven\"\t1995\n8\tEight\t\n");
        put("toy.user", "user_id:token\tage:float\tsex:token\nann\t30\tF\n");
        Dataset dataset = read("recbole", 2, 2, 3);
        assertEquals("The \"Seven\"", dataset.title(0));
        assertEquals(1995, dataset.itemAttributes().numbers("year")[0]);
        assertEquals("30", dataset.userAttributes().text("age", 0));
        assertTrue(Float.isNaN(dataset.interactions().number("rating", 1)));
        assertNull(dataset.given());
    }

    @Test
    void recBoleCutAlready() throws Exception {
        String header = "user_id:token\titem_id:token\ttimestamp:float\n";
        put("toy.train.inter", header + "1\t1\t1\n2\t2\t1\n");
        put("toy.valid.inter", header + "1\t2\t2\n");
        put("toy.test.inter", header + "1\t3\t3\n1\t4\t3\n");
        Dataset dataset = read("recbole", 2, 4, 3);
        GivenTest given = Objects.requireNonNull(dataset.given());
        assertArrayEquals(new int[] {2, 3}, given.truth(0));
        assertEquals(0, given.truth(1).length);
    }

    @Test
    void recBoleCutIntoPartsOfOtherNames() throws Exception {
        String header = "user_id:token\titem_id:token\n";
        put("toy.part1.inter", header + "1\t1\n2\t2\n");
        put("toy.part2.inter", header + "1\t2\n");
        Dataset two = read("recbole", 2, 2, 2);
        assertArrayEquals(
                new int[] {1}, Objects.requireNonNull(two.given()).truth(0), "of two the second is to be found");
        put("toy.part3.inter", header + "1\t3\n1\t4\n");
        Dataset three = read("recbole", 2, 4, 3);
        assertEquals(2, Objects.requireNonNull(three.given()).truth(0).length);
        assertEquals(List.of(new Finding("validation-rows", 1, List.of("toy.part2.inter"))), three.findings());
    }

    @Test
    void recBoleCutIntoTrainingAndValidation() throws Exception {
        String header = "user_id:token\titem_id:token\n";
        put("toy.train.inter", header + "1\t1\n2\t2\n");
        put("toy.valid.inter", header + "1\t2\n");
        assertArrayEquals(
                new int[] {1},
                Objects.requireNonNull(read("recbole", 2, 2, 2).given()).truth(0));
    }

    @Test
    void lightGcnWithAValidationPart() throws Exception {
        put("train.txt", "0 0 1 2\n1 1 3\n");
        put("valid.txt", "0 3\n1 0\n");
        put("test.txt", "0 4\n");
        Dataset dataset = read("lightgcn", 2, 5, 7);
        assertArrayEquals(new int[] {4}, Objects.requireNonNull(dataset.given()).truth(0));
        assertEquals(List.of(new Finding("validation-rows", 2, List.of("valid.txt"))), dataset.findings());
    }

    @Test
    void lightGcn() throws Exception {
        put("train.txt", "0 0 1 2\n1 1 3\n2\n");
        put("test.txt", "0 3\n1 0 2\n");
        Dataset dataset = read("lightgcn", 3, 4, 5);
        assertFalse(dataset.clock());
        assertArrayEquals(
                new int[] {0, 2}, Objects.requireNonNull(dataset.given()).truth(1));
    }

    @Test
    void ncfInGzip() throws Exception {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("t.train.rating.gz")))) {
            out.write("0\t10\t1\t5\n1\t11\t4\t6\n".getBytes(StandardCharsets.UTF_8));
        }
        put("t.test.rating", "0\t11\t1\t9\n");
        read("ncf", 2, 2, 2);
        assertEquals(
                2,
                read(folder.resolve("t.train.rating.gz"), "ncf", 2, 2, 2)
                        .interactions()
                        .size());
    }

    @Test
    void anyDelimitedFileOnceItsRolesAreGiven() throws Exception {
        Path file = put("plays.csv", """
            when;who;what;kind;plays;age
            2022-03-01 10:00;u1;a;pop;3;7
            2022-03-02T11:30:00;u2;a;pop;1;9
            20220303;u1;b;jazz;8;7
            """);
        Recipe recipe = new Recipe(
                "delimited",
                "",
                new ColumnRoles(";", true, "who", "what", "when", List.of("plays"), List.of("age"), List.of("kind")),
                Preparation.NONE);
        Dataset dataset = DATASETS.read(file, recipe, Progress.NONE);
        assertEquals(2, dataset.users().size());
        assertEquals(2, dataset.items().size());
        assertEquals(8, dataset.interactions().number("plays", 1));
        assertEquals(
                "2022-03-03", LogTime.toDate(dataset.interactions().time(1)).toString());
        assertEquals(9, dataset.userAttributes().numbers("age")[1]);
        assertEquals("jazz", dataset.itemAttributes().text("kind", 1));
    }

    @Test
    void columnsByNumberWhereThereIsNoHeader() throws Exception {
        Path file = put("log.txt", "u1\tx\tb\nu1\tx\ta\nu2\tx\tb\n");
        Recipe recipe = new Recipe(
                "delimited",
                "",
                new ColumnRoles("\t", false, "1", "3", "", List.of(), List.of(), List.of()),
                Preparation.NONE);
        Dataset dataset = DATASETS.read(file, recipe, Progress.NONE);
        assertEquals(2, dataset.items().size());
        assertFalse(dataset.clock());
        assertEquals(
                dataset.items().indexOf("b"), dataset.interactions().item(0), "without times, rows keep their order");
    }

    private static ColumnRoles guess(Path file) throws Exception {
        return RoleGuess.of(DATASETS.table(file, Recipe.USUAL, Written.UNKNOWN).table())
                .roles();
    }

    @Test
    void aFirstGuessAtAnUnknownFile() throws Exception {
        ColumnRoles csv = guess(put("a.csv", "profile_id|album_id|rating|log_time\n1|2|3.5|20220301081502\n"));
        assertEquals(
                new ColumnRoles(
                        "|", true, "profile_id", "album_id", "log_time", List.of("rating"), List.of(), List.of()),
                csv);
        ColumnRoles bare = guess(put("b.txt", "1::2::3::978300760\n1::3::4::978300761\n"));
        assertEquals(new ColumnRoles("::", false, "1", "2", "4", List.of("3"), List.of(), List.of()), bare);
        ColumnRoles digits = guess(put("d.csv", "user12,item7\nuser3,item9\n"));
        assertFalse(digits.header(), "ids are no names of columns");
        ColumnRoles pandas = guess(put("p.csv", ",user,item,rating\n0,a,b,5\n"));
        assertEquals("item", pandas.item());
        ColumnRoles korean = guess(put("c.csv", "사용자,영화,평점\n가,나,5\n"));
        assertEquals("사용자", korean.user());
        assertEquals("영화", korean.item());
        assertEquals(List.of("평점"), korean.numbers());
    }

    @Test
    void daysBeginInTheZoneOfTheRecipe() throws Exception {
        // 14 September 23:59 and 15 September 00:00 in Seoul, both 14 September in UTC.
        Path file = put("log.csv", "user,item,time\nu1,a,1600095599\nu1,b,1600095600\nu1,c,1600700400\n");
        ColumnRoles roles = new ColumnRoles(",", true, "user", "item", "time", List.of(), List.of(), List.of());
        Preparation since = new Preparation(List.of(), "none", List.of(), "2020-09-15", "", 0, 0, 0, List.of());
        Recipe inUtc = new Recipe("delimited", "", roles, since);
        Recipe inSeoul = inUtc.with(new TimeSettings("", "Asia/Seoul"));
        assertEquals(
                1,
                Preparing.apply(DATASETS.read(file, inUtc, Progress.NONE), inUtc)
                        .dataset()
                        .interactions()
                        .size());
        Dataset seoul = DATASETS.read(file, inSeoul, Progress.NONE);
        assertEquals(2, Preparing.apply(seoul, inSeoul).dataset().interactions().size());
        assertEquals(
                List.of(LocalDate.of(2020, 9, 14), LocalDate.of(2020, 9, 15), LocalDate.of(2020, 9, 22)),
                List.copyOf(seoul.rowsByDay().keySet()));
        Profile profile = new Profile(seoul);
        assertEquals("2020-09-14 … 2020-09-22", profile.period());
        assertEquals(1, profile.hours()[23]);
        assertEquals(2, profile.hours()[0]);
        assertEquals(1, Splits.split(seoul, "time:2020-09-15", 1).train().size());
        RecipeFile.write(folder.resolve("r.json"), inSeoul);
        assertEquals(inSeoul, RecipeFile.read(folder.resolve("r.json")));
    }

    @Test
    void everyReaderKeepsEveryDigitOfATime() throws Exception {
        long later = 1_600_106_945_000_000_001L;
        put("u.data", "1\t7\t3\t1600106945000000001\n1\t8\t3\t1600106945000000000\n");
        assertEquals(later, read("movielens", 1, 2, 2).interactions().time(1));
        Files.delete(folder.resolve("u.data"));
        put("t.inter", "user_id:token\titem_id:token\ttimestamp:float\n1\t7\t1600106945.000000001\n1\t8\t1600106945\n");
        assertEquals(later, read("recbole", 1, 2, 2).interactions().time(1));
        Files.delete(folder.resolve("t.inter"));
        put("t.train.rating", "1\t7\t3\t2020-09-14T18:09:05.000000001Z\n1\t8\t3\t2020-09-14T18:09:05Z\n");
        Dataset ncf = read("ncf", 1, 2, 2);
        assertEquals(later, ncf.interactions().time(1));
        assertTrue(ncf.clock());
    }

    @Test
    void anUnknownPathSaysWhatCanBeDone() throws Exception {
        put("notes.md", "nothing");
        DataException wrong =
                assertThrows(DataException.class, () -> DATASETS.read(folder, Recipe.USUAL, Progress.NONE));
        assertTrue(wrong.getMessage().contains("--user"), wrong.getMessage());
        assertThrows(DataException.class, () -> DATASETS.read(folder.resolve("gone"), Recipe.USUAL, Progress.NONE));
        assertThrows(
                DataException.class, () -> DATASETS.read(folder, Recipe.USUAL.read("delimited", ""), Progress.NONE));
    }
}
