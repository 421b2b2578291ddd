package dev.nara.data.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.ColumnRoles;
import dev.nara.data.Dataset;
import dev.nara.data.Preparation;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.Role;
import dev.nara.data.ServiceFolder;
import dev.nara.data.SharedGenres;
import dev.nara.data.prepare.Quality;
import dev.nara.data.read.delimited.DelimitedReader;
import dev.nara.data.read.movielens.MovieLensReader;
import dev.nara.data.read.recbole.RecBoleReader;
import dev.nara.data.read.service.ServiceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every reader that knows attributes says which column is the title, the genre, the series, the age and the sex. */
class RolesTest {
    private static final Datasets DATASETS = new Datasets(
            List.of(new ServiceReader(), new MovieLensReader(), new RecBoleReader(), new DelimitedReader()));

    @TempDir
    private Path folder;

    private void put(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }

    private Dataset read() throws Exception {
        return DATASETS.read(folder, Recipe.USUAL, Progress.NONE);
    }

    private static Optional<String> ofItems(Dataset dataset, Role role) {
        return dataset.itemAttributes().column(role);
    }

    private static Optional<String> ofUsers(Dataset dataset, Role role) {
        return dataset.userAttributes().column(role);
    }

    @Test
    void theService() throws Exception {
        ServiceFolder.write(folder);
        Dataset dataset = read();
        assertEquals(Optional.of("title"), ofItems(dataset, Role.TITLE));
        assertEquals(Optional.of("genre_mid"), ofItems(dataset, Role.GENRE));
        assertEquals(Optional.of("series"), ofItems(dataset, Role.SERIES));
        assertEquals(Optional.of("age"), ofUsers(dataset, Role.AGE));
        assertEquals(Optional.of("sex"), ofUsers(dataset, Role.SEX));
        assertEquals("별똥별, 안녕 1화", dataset.title(0));
        assertEquals("노래율동", dataset.genre(0));
        assertEquals("별똥별, 안녕", dataset.itemAttributes().text(Role.SERIES, 0));
        assertEquals(13, dataset.userAttributes().oldest());
        assertTrue(dataset.userAttributes().isCoded("ch_interest_keyword_cd_1"));
        assertFalse(dataset.userAttributes().isCoded("sex"));
    }

    @Test
    void movieLens100K() throws Exception {
        put("u.data", "196\t242\t3\t881250949\n186\t302\t3\t891717742\n");
        put("u.user", "196|49|M|writer|55105\n186|390|F|executive|00000\n");
        put("u.item", """
            242|Kolya (1996)|24-Jan-1997||http://x|0|0|0|0|0|1|0|0|0|0|0|0|0|0|0|0|0|0|0
            302|L.A. Confidential|01-Jan-1997||http://x|0|0|0|0|0|0|1|0|1|0|1|0|0|1|0|0|1|0|0
            """);
        Dataset dataset = read();
        assertEquals(Optional.of("title"), ofItems(dataset, Role.TITLE));
        assertEquals(Optional.of("genres"), ofItems(dataset, Role.GENRE));
        assertEquals(Optional.empty(), ofItems(dataset, Role.SERIES));
        assertEquals("Crime", dataset.genre(1));
        assertEquals(List.of("Crime", "Drama", "Film-Noir", "Mystery", "Thriller"), dataset.genres(1));
        assertEquals(Optional.of("age"), ofUsers(dataset, Role.AGE));
        assertEquals(Optional.of("sex"), ofUsers(dataset, Role.SEX));
        assertEquals(
                List.of("186: 390"),
                Quality.of(dataset).stream()
                        .filter(finding -> finding.id().equals("impossible-ages"))
                        .findFirst()
                        .orElseThrow()
                        .examples());
    }

    @Test
    void movieLens1MAndLater() throws Exception {
        put("ratings.dat", "1::1193::5::978300760\n1::661::3::978302109\n");
        put("movies.dat", "1193::One Flew::Drama\n661::James::Animation|Drama\n");
        Dataset dataset = read();
        assertEquals("Animation", dataset.genre(1));
        assertTrue(new SharedGenres(dataset).same(0, 1), "Drama is a genre of both");
        assertEquals(Optional.empty(), ofUsers(dataset, Role.AGE), "there is no users.dat");
        Files.delete(folder.resolve("ratings.dat"));
        put("ratings.csv", "userId,movieId,rating,timestamp\n1,2,3.5,1112486027\n");
        put("movies.csv", "movieId,title,genres\n2,\"Movie, The\",Horror|War\n");
        assertEquals("Horror", read().genre(0));
        assertEquals(Optional.of("title"), ofItems(read(), Role.TITLE));
    }

    @Test
    void recBoleByTheUsualNames() throws Exception {
        put("toy.inter", "user_id:token\titem_id:token\nann\t7\nann\t8\n");
        put("toy.item", """
            item_id:token	movie_title:token_seq	release_year:token	class:token_seq
            7	The Seven	1995	Action Comedy
            8	Eight	1996	Drama
            """);
        put("toy.user", "user_id:token\tage:float\tgender:token\nann\t30\tF\n");
        Dataset dataset = read();
        assertEquals(Optional.of("title"), ofItems(dataset, Role.TITLE));
        assertEquals("The Seven", dataset.title(0));
        assertEquals(Optional.of("class"), ofItems(dataset, Role.GENRE));
        assertEquals(List.of("Action", "Comedy"), dataset.genres(0));
        assertEquals(Optional.of("age"), ofUsers(dataset, Role.AGE));
        assertEquals(Optional.of("gender"), ofUsers(dataset, Role.SEX));
        assertEquals(120, dataset.userAttributes().oldest());
    }

    @Test
    void delimitedByNameAndByWhatTheRecipeSays() throws Exception {
        put("plays.csv", "who,what,label,kind,나이\nu1,a,Song A,pop,7\nu2,b,Song B,jazz,9\n");
        Recipe recipe = new Recipe(
                "delimited",
                "",
                new ColumnRoles(
                        ",", true, "who", "what", "", List.of(), List.of("나이"), List.of("label=title", "kind=genre")),
                Preparation.NONE);
        Dataset dataset = DATASETS.read(folder, recipe, Progress.NONE);
        assertEquals(List.of("label", "kind"), dataset.itemAttributes().names());
        assertEquals("Song B", dataset.title(1));
        assertEquals("jazz", dataset.genre(1));
        assertEquals(Optional.of("나이"), ofUsers(dataset, Role.AGE));
    }

    @Test
    void aColumnThatIsGoneHasNoRole() throws Exception {
        ServiceFolder.write(folder);
        Dataset dataset = read();
        Dataset less =
                dataset.with(dataset.userAttributes(), dataset.itemAttributes().without(Set.of("genre_mid")));
        assertEquals(Optional.empty(), ofItems(less, Role.GENRE));
        assertEquals("", less.genre(0));
        assertEquals(Optional.of("title"), ofItems(less, Role.TITLE));
    }
}
