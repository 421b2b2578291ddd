package dev.nara.battery;

import dev.nara.TestServices;
import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Preparation;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.TimeSettings;
import dev.nara.data.prepare.Preparing;
import dev.nara.data.read.Datasets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The readers of data, each file that each of them knows. */
final class DataParsers {
    private static final int ROWS = 24;
    private static final String LOG = rows("", "%d\t%d\t4\t97830%04d");

    private final Datasets datasets = TestServices.on(Path.of("target")).datasets();
    private final Path folder;

    /** {@code folder} is theirs alone. */
    DataParsers(Path folder) {
        this.folder = folder;
    }

    List<Parser> all() {
        List<Parser> all = new ArrayList<>();
        Map<String, String> hundred = Map.of(
                "u.data", LOG,
                "u.user", "0|49|M|writer|55105\n1|39|F|executive|00000\n",
                "u.item", "1|Kolya (1996)|24-Jan-1997||http://x|0|0|0|0|0|1|0|0|0|0|0|0|0|0|0|0|0|0|0\n");
        hundred.keySet().forEach(file -> all.add(of("movielens-100k", hundred, file, Recipe.USUAL)));
        Map<String, String> million = Map.of(
                "ratings.dat", rows("", "%d::%d::4::97830%04d"),
                "movies.dat", "1::One: \"Over\"::Drama\n2::James::Animation|Children's\n",
                "users.dat", "1::F::1::10::48067\n2::M::56::16::70072\n");
        million.keySet().forEach(file -> all.add(of("movielens-1m", million, file, Recipe.USUAL)));
        Map<String, String> latest = Map.of(
                "ratings.csv",
                rows("userId,movieId,rating,timestamp\n", "%d,%d,3.5,97830%04d"),
                "movies.csv",
                "movieId,title,genres\n2,\"Movie, The\",Drama\n");
        latest.keySet().forEach(file -> all.add(of("movielens-csv", latest, file, Recipe.USUAL)));
        all.add(of("ncf", Map.of("t.train.rating", rows("", "%d\t%d\t4\t%d")), "t.train.rating", Recipe.USUAL));
        Map<String, String> tested =
                Map.of("t.train.rating", rows("", "%d\t%d\t4\t%d"), "t.test.negative", "(0,1)\t3\t4\n(1,2)\t5\t6\n");
        all.add(of("ncf", tested, "t.test.negative", Recipe.USUAL));
        Map<String, String> recBole = Map.of(
                "t.inter",
                rows("user_id:token\titem_id:token\trating:float\ttimestamp:float\n", "%d\t%d\t4\t97830%04d"),
                "t.item",
                "item_id:token\tclass:token_seq\n1\ta b\n2\tc\n");
        recBole.keySet().forEach(file -> all.add(of("recbole", recBole, file, Recipe.USUAL)));
        all.add(of("lightgcn", Map.of("train.txt", rows("", "%d %d 7%d")), "train.txt", Recipe.USUAL));
        service().keySet().forEach(file -> all.add(of("service", service(), file, Recipe.USUAL)));
        all.addAll(new ShapeParsers(this).all());
        all.addAll(delimited());
        all.add(zip());
        all.addAll(new PackedParsers(this).all());
        return all;
    }

    private List<Parser> delimited() {
        List<Parser> all = new ArrayList<>();
        Map<String, String> log = Map.of("log.csv", rows("who;what;note;when\n", "u%d;\"i;%d\";n;97830%04d"));
        ColumnRoles roles = new ColumnRoles(";", true, "who", "what", "when", List.of(), List.of(), List.of("note"));
        all.add(of("delimited", log, "log.csv", new Recipe("delimited", "", roles, Preparation.NONE)));
        Map<String, String> times = Map.of(
                "", "1%1$d/03/2020 10:00:%3$02d",
                "dd/MM/uuuu HH:mm:ss", "1%1$d/03/2020 10:00:%3$02d",
                "excel", "4400%1$d.5",
                "ms", "15978300%3$05d");
        times.forEach((format, time) -> {
            Map<String, String> dated = Map.of("log.csv", rows("who;what;note;when\n", "u%1$d;%2$d;n;" + time));
            Recipe said = new Recipe("delimited", "", roles, Preparation.NONE).with(new TimeSettings(format, ""));
            all.add(of("times-" + format.replaceAll("\\W", ""), dated, "log.csv", said));
        });
        return all;
    }

    /** An archive, and a log of one file within it. */
    private Parser zip() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("ml-100k/u.data"));
            zip.write(LOG.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of("zip", "ml.zip", packed.toByteArray(), Recipe.USUAL);
    }

    /** A recipe that names the columns of users and items, which the first row names where it is read so. */
    static Recipe said(String format, String user, String item) {
        boolean header = !format.equals("json") && !format.equals("numpy");
        ColumnRoles roles = new ColumnRoles("", header, user, item, "", List.of(), List.of(), List.of());
        return new Recipe(format, "", roles, Preparation.NONE);
    }

    Parser of(String format, Map<String, String> files, String broken, Recipe recipe) {
        Path place = folder.resolve(format);
        boolean alone = files.size() == 1;
        Parser.Reading reading = input -> {
            for (Map.Entry<String, String> file : files.entrySet()) {
                put(place, file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            put(place, broken, input);
            read(alone ? place.resolve(broken) : place, recipe);
        };
        byte[] seed = files.get(broken).getBytes(StandardCharsets.UTF_8);
        return new Parser(format + "/" + broken, List.of(seed), reading);
    }

    /** Reads one file of these bytes. */
    Parser of(String name, String file, byte[] seed, Recipe recipe) {
        Parser.Reading reading =
                input -> read(put(folder.resolve(name), file, input).resolve(file), recipe);
        return new Parser(name, List.of(seed), reading);
    }

    private void read(Path path, Recipe recipe) throws DataException {
        datasets.glimpse(path, recipe);
        Dataset dataset = datasets.read(path, recipe, Progress.NONE);
        Preparing.apply(dataset, recipe.with(Preparation.USUAL));
    }

    private static Path put(Path place, String name, byte[] input) throws IOException {
        Files.createDirectories(place);
        Files.write(place.resolve(name), input);
        return place;
    }

    static String rows(String header, String shape) {
        StringBuilder text = new StringBuilder(header);
        for (int r = 0; r < ROWS; r++) {
            text.append(String.format(Locale.ROOT, shape, r / 6, r % 11, r)).append('\n');
        }
        return text.toString();
    }

    private static Map<String, String> service() {
        return Map.of(
                "history_data.csv",
                rows(
                        "profile_id,ss_id,log_time,act_target_dtl,album_id,payment,continuous_play,short_trailer\n",
                        "%1$d,20220301080000,202203010800%3$02d,MKID003,%2$d,,N,N"),
                "profile_data.csv",
                "profile_id,sex,age,pr_interest_keyword_cd_1,pr_interest_keyword_cd_2,pr_interest_keyword_cd_3,"
                        + "ch_interest_keyword_cd_1,ch_interest_keyword_cd_2,ch_interest_keyword_cd_3\n"
                        + "0,F,5,P01,,,K01,,\n1,M,7,P02,,,K02,,\n",
                "meta_data.csv",
                "album_id,title,sub_title,genre_large,genre_mid,genre_small,country,run_time,onair_date,cast_1,cast_2,"
                        + "cast_3,cast_4,cast_5,cast_6,cast_7\n"
                        + "1,\"이야기, 1화\",,키즈,책,,한국,300,,,,,,,,\n2,동요 2편,,키즈,노래,,한국,90,20200101,,,,,,,\n",
                "sample_submission.csv",
                "profile_id,predicted_list\n1,[0]\n2,[0]\n");
    }
}
